package reuse

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"hearsay/text"
)

// A memoryFile is a scratch file in memory.
type memoryFile struct {
	data []byte
	open *atomic.Int32
}

func (f *memoryFile) Write(p []byte) (int, error) {
	f.data = append(f.data, p...)
	return len(p), nil
}

func (f *memoryFile) ReadAt(p []byte, off int64) (int, error) {
	return bytes.NewReader(f.data).ReadAt(p, off)
}

func (f *memoryFile) Close() error {
	f.open.Add(-1)
	return nil
}

// largeOf is a collection that makes its docs anew each time.
func largeOf(texts []string, open *atomic.Int32) Large {
	return Large{
		Len: len(texts),
		Doc: func(i int) (*text.Doc, error) { return text.NewDoc(texts[i]), nil },
		Scratch: func() (File, error) {
			open.Add(1)
			return &memoryFile{open: open}, nil
		},
	}
}

// tinyPlan forces many sorted sequences, merges of merges, and batches of a few texts.
var tinyPlan = plan{kept: 1 << 30, batch: 40_000, entries: 500, pairs: 300, sketch: 12, block: 64, fanIn: 3, parts: 4}

// collections are corpora with the patterns that make joins go wrong.
var collections = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	add := func(name string, docs []*text.Doc) {
		for _, d := range docs {
			out[name] = append(out[name], d.String())
		}
	}
	for seed := range uint64(4) {
		add(fmt.Sprint("random ", seed), milledDocs(20+seed, 60+80*int(seed)))
	}
	m := newMill(30)
	wire := m.article(250)
	var family []*text.Doc
	for i := range 300 {
		switch {
		case i%3 == 0:
			family = append(family, docOf(m.article(80)))
		case i%3 == 1 && i > 3:
			family = append(family, family[i-3]) // a copy of a copy, word for word
		default:
			family = append(family, docOf(m.edited(wire, 40)))
		}
	}
	add("a report in a hundred copies, others word for word", family)
	var identical []*text.Doc
	for i := range 330 {
		if i%11 == 5 {
			identical = append(identical, docOf(m.edited(wire, 10)))
			continue
		}
		identical = append(identical, docOf(wire))
	}
	add("one text three hundred times", identical)
	furniture := m.article(60)
	var site []*text.Doc
	for i := range 200 {
		a := m.article(100)
		if i%20 == 7 {
			a = m.edited(m.article(100), 10)
		}
		if i%10 != 0 {
			a = append(a, furniture...)
		}
		site = append(site, docOf(a))
	}
	add("furniture on nine pages of ten", site)
	sentence := strings.Join(m.sentence(), " ") + ". "
	out["odd texts"] = []string{
		"", strings.Repeat(sentence, 500), strings.Repeat(sentence, 400) + docOf(wire).String(), " ", "one word", "one word",
		strings.Repeat("天地玄黄宇宙洪荒", 40), strings.Repeat("天地玄黄宇宙洪荒", 30), docOf(wire).String(), strings.Repeat("a ", 5000), "…", sentence, sentence,
	}
	out["nothing"] = nil
	return out
})

// TestFindLargeEqualsFind is the promise of FindLarge: whatever the plan, the pairs of Find.
func TestFindLargeEqualsFind(t *testing.T) {
	usual, err := planFor(leastMemory)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for name, texts := range collections() {
		for _, o := range []Options{{}, {MinWords: 25, Days: weeks(len(texts))}} {
			docs := docsOf(texts...)
			o.Archive = true
			want := Find(docs, o)
			found += len(want)
			for planned, p := range map[string]plan{"usual": usual, "tiny": tinyPlan} {
				var open atomic.Int32
				var got []Pair
				err := findLarge(largeOf(texts, &open), o, p, func(p Pair) bool {
					got = append(got, p)
					return true
				})
				if err != nil {
					t.Fatalf("%s, %s plan: %v", name, planned, err)
				}
				if !reflect.DeepEqual(want, append([]Pair{}, got...)) { // cmp.Diff takes long
					t.Fatalf("%s, %s plan, %+v: want %d pairs, got %d\n%s", name, planned, o, len(want), len(got), cmp.Diff(want, got))
				}
				if open.Load() != 0 {
					t.Errorf("%s, %s plan: %d files are still open", name, planned, open.Load())
				}
			}
		}
	}
	if found < 5000 {
		t.Errorf("the collections have only %d pairs", found)
	}
}

// weeks dates texts: one of three has no day, the others lie a week apart or on the same day.
func weeks(n int) []int {
	days := make([]int, n)
	for i := range days {
		if i%3 != 0 {
			days[i] = 1000 + i/5*7
		}
	}
	return days
}

func TestFindLargeStopsEarly(t *testing.T) {
	texts := collections()["random 1"]
	var open atomic.Int32
	n := 0
	for _, err := range FindLarge(largeOf(texts, &open), Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		if n++; n == 3 {
			break
		}
	}
	if n != 3 || open.Load() != 0 {
		t.Errorf("%d pairs, %d files are still open", n, open.Load())
	}
}

func TestFindLargeErrors(t *testing.T) {
	texts := collections()["random 1"]
	broken := errors.New("broken")
	var open, reads atomic.Int32
	for _, c := range []struct {
		name, want string
		change     func(l *Large)
	}{
		{"memory", "give at least 64 MiB", func(l *Large) { l.Memory = 1 << 20 }},
		{"text", "read text 7: broken", func(l *Large) {
			l.Doc = func(i int) (*text.Doc, error) {
				if i == 7 {
					return nil, broken
				}
				return text.NewDoc(texts[i]), nil
			}
		}},
		{"changed", "is not the text that was read before", func(l *Large) {
			l.Doc = func(i int) (*text.Doc, error) {
				if reads.Add(1) > int32(len(texts)) && i == 9 {
					return text.NewDoc("something else"), nil
				}
				return text.NewDoc(texts[i]), nil
			}
		}},
		{"no scratch", "make scratch file: broken", func(l *Large) { l.Scratch = func() (File, error) { return nil, broken } }},
		{"full disk", "write scratch file: broken", func(l *Large) {
			l.Scratch = func() (File, error) { open.Add(1); return &fullFile{memoryFile{open: &open}}, nil }
		}},
		{"cut file", "read scratch file", func(l *Large) {
			l.Scratch = func() (File, error) { open.Add(1); return &cutFile{memoryFile{open: &open}}, nil }
		}},
	} {
		l := largeOf(texts, &open)
		c.change(&l)
		var last error
		for p, err := range FindLarge(l, Options{}) {
			if last != nil {
				t.Errorf("%s: something follows the error", c.name)
			}
			if last = err; err == nil {
				t.Errorf("%s: a pair %d, %d", c.name, p.A, p.B)
			}
		}
		if last == nil || !strings.Contains(last.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.name, last, c.want)
		}
		if open.Load() != 0 {
			t.Errorf("%s: %d files are still open", c.name, open.Load())
		}
	}
}

type fullFile struct{ memoryFile }

func (fullFile) Write([]byte) (int, error) { return 0, errors.New("broken") }

// A cutFile loses the second half of what is written.
type cutFile struct{ memoryFile }

func (f *cutFile) ReadAt(p []byte, off int64) (int, error) {
	return bytes.NewReader(f.data[:len(f.data)/2]).ReadAt(p, off)
}

// TestKeptMemory checks that a collection whose words alone take too much is refused.
func TestKeptMemory(t *testing.T) {
	p := tinyPlan
	p.kept = 100_000
	var open atomic.Int32
	err := findLarge(largeOf(collections()["random 3"], &open), Options{}, p, func(Pair) bool { return true })
	if err == nil || !strings.Contains(err.Error(), "give at least") {
		t.Errorf("error %v", err)
	}
}

// TestBlocks checks that entries come back from blocks as they were, in order.
func TestBlocks(t *testing.T) {
	m := newMill(31)
	for range 300 {
		entries := make([]entry, m.IntN(200))
		for i := range entries {
			entries[i] = entry{m.Uint64N(1<<(1+m.IntN(63))) * uint64(m.IntN(3)), m.Uint32N(1 << m.IntN(32)), uint32(m.IntN(3))}
		}
		if len(entries) > 2 {
			entries[0], entries[1] = entry{}, entry{1<<64 - 1, 1<<32 - 1, 1<<32 - 1}
		}
		sortEntries(entries)
		var got []entry
		if err := eachEntry(cursorOf(appendBlocks(nil, entries, 1+m.IntN(300))), func(e entry) error {
			got = append(got, e)
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(got, entries) {
			t.Fatalf("%v came back as %v", entries, got)
		}
	}
}

// TestSpool checks that a spool gives back what it was given, sorted, as a whole and by parts.
func TestSpool(t *testing.T) {
	m := newMill(32)
	for range 100 {
		var open atomic.Int32
		s := &spool{file: &memoryFile{open: &open}, block: 30 + m.IntN(100), bits: m.IntN(5), limit: 1 + m.IntN(50), fanIn: 2 + m.IntN(4)}
		entries := make([]entry, m.IntN(400))
		for i := range entries {
			entries[i] = entry{key: m.Uint64() >> m.IntN(3), hi: m.Uint32N(3), lo: m.Uint32()}
			if err := s.add(entries[i]); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.finish(); err != nil {
			t.Fatal(err)
		}
		sortEntries(entries)
		if len(s.reels) > s.fanIn {
			t.Fatalf("%d sequences are left", len(s.reels))
		}
		merged, err := s.merged()
		if err != nil {
			t.Fatal(err)
		}
		if got := drained(t, merged); !slices.Equal(got, entries) {
			t.Fatalf("%d entries came back as %d", len(entries), len(got))
		}
		var got []entry
		for part := range 1 << s.bits {
			blocks, err := partOf(s.reels, part)
			if err != nil {
				t.Fatal(err)
			}
			var cursors []*cursor
			for _, b := range blocks {
				cursors = append(cursors, cursorOf(b))
			}
			of, err := newMerger(cursors)
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, drained(t, of)...)
		}
		if !slices.Equal(got, entries) {
			t.Fatalf("by parts, %d entries came back as %d", len(entries), len(got))
		}
	}
}

func drained(t *testing.T, m *merger) (out []entry) {
	t.Helper()
	for {
		e, ok, err := m.next()
		if err != nil {
			t.Fatal(err)
		}
		if !ok {
			return out
		}
		out = append(out, e)
	}
}

// TestJoinDoesNotDependOnSequences checks that the join of a part gives the same bytes however its
// postings are divided into sorted sequences.
func TestJoinDoesNotDependOnSequences(t *testing.T) {
	m := newMill(33)
	for range 50 {
		var all []entry
		for range m.IntN(600) {
			all = append(all, entry{m.Uint64N(12), m.Uint32N(60), m.Uint32N(1000)})
		}
		join := func(n int) []byte {
			sequences := make([][]entry, n)
			for _, e := range all {
				k := m.IntN(n)
				sequences[k] = append(sequences[k], e)
			}
			blocks := make([][]byte, n)
			for i, s := range sequences {
				sortEntries(s)
				blocks[i] = appendBlocks(nil, s, 50)
			}
			var j joiner
			out, err := j.join(blocks, 50)
			if err != nil {
				t.Fatal(err)
			}
			return out
		}
		if one, many := join(1), join(7); !bytes.Equal(one, many) {
			t.Fatalf("%d postings make %d bytes of pairs as one sequence, %d as seven", len(all), len(one), len(many))
		}
	}
}

// TestFoundRoundTrip checks every field of what is found in a pair.
func TestFoundRoundTrip(t *testing.T) {
	var open atomic.Int32
	f := &memoryFile{open: &open}
	a := &archive{Large: Large{Scratch: func() (File, error) { return f, nil }}}
	all, err := a.newFindings()
	if err != nil {
		t.Fatal(err)
	}
	if n := reflect.TypeFor[shared]().NumField(); n != 4 {
		t.Errorf("a shared has %d fields: write and read the new ones, too, and test them here", n)
	}
	want := []found{
		{x: 3, y: 1 << 30, passages: []shared{{runs: []run{{5, 7, 9}, {14, 2, 1}}, halves: 20, mass: 1.25e-3}, {runs: []run{{0, 0, 1 << 30}}, halves: 1, mass: -0.1, reworded: true}}},
		{x: 4, y: 5},
	}
	for i := range want {
		if err := all.add(&want[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := all.rewind(); err != nil {
		t.Fatal(err)
	}
	for i := range want {
		got, ok, err := all.next()
		if err != nil || !ok {
			t.Fatal(ok, err)
		}
		if diff := cmp.Diff(want[i], got, cmp.AllowUnexported(found{}, shared{}, run{})); diff != "" {
			t.Error(diff)
		}
	}
	if _, ok, err := all.next(); ok || err != nil {
		t.Error("there is no end", err)
	}
}

// FuzzBlocks reads hostile bytes as blocks of entries, as a whole and as the postings of a join:
// whatever they are, there is an error or there are entries in order, and what was read can be written
// and read again.
func FuzzBlocks(f *testing.F) {
	f.Add(appendBlocks(nil, []entry{{1, 2, 3}, {1, 2, 4}, {1, 9, 0}, {1 << 63, 1<<32 - 1, 7}}, 8), 8)
	f.Add([]byte{1, 0, 0, 0, 0}, 1)
	f.Add([]byte{255, 255, 255, 255, 1, 2, 3}, 100)
	f.Add(bytes.Repeat([]byte{4, 0, 0, 0, 0xff, 0xff, 0xff, 0xff}, 3), 3)
	f.Fuzz(func(t *testing.T, blocks []byte, size int) {
		var read []entry
		err := eachEntry(cursorOf(blocks), func(e entry) error {
			read = append(read, e)
			return nil
		})
		var j joiner
		pairs, joinErr := j.join([][]byte{blocks}, 1<<10)
		if (err == nil) != (joinErr == nil) {
			t.Fatalf("reading ends with %v, joining with %v", err, joinErr)
		}
		if err != nil {
			return
		}
		if again := eachEntry(cursorOf(pairs), func(e entry) error {
			if a, b := uint32(e.key>>32), uint32(e.key); a >= b || e.lo < 1 || e.lo > enough {
				t.Errorf("the join gives the pair %d, %d with evidence %d", a, b, e.lo)
			}
			return nil
		}); again != nil {
			t.Errorf("the pairs cannot be read: %v", again)
		}
		var back []entry
		if again := eachEntry(cursorOf(appendBlocks(nil, read, max(1, size%1000))), func(e entry) error {
			back = append(back, e)
			return nil
		}); again != nil || !slices.Equal(read, back) {
			t.Errorf("%d entries came back as %d, %v", len(read), len(back), again)
		}
	})
}

// FuzzFound reads hostile bytes as what was found in a pair.
func FuzzFound(f *testing.F) {
	f.Add(appendFound(nil, &found{x: 1, y: 2, passages: []shared{{runs: []run{{1, 2, 3}}, halves: 6, mass: 2}}}))
	f.Add([]byte{1, 2, 255, 255, 255, 255, 15})
	f.Fuzz(func(t *testing.T, data []byte) {
		x, err := readFound(bufio.NewReader(bytes.NewReader(data)))
		if err != nil {
			return
		}
		again, err := readFound(bufio.NewReader(bytes.NewReader(appendFound(nil, &x))))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(x, again, cmp.AllowUnexported(found{}, shared{}, run{}), cmpopts.EquateNaNs()); diff != "" {
			t.Error(diff)
		}
	})
}
