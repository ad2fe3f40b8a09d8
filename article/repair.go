package article

import (
	"html"
	"sort"
	"strings"
	"unicode/utf8"
)

// A repaired text is a text in which wrongly decoded characters are put right. It knows the way back to
// the original, as long as nobody else changes it.
type repaired struct {
	text    string
	passes  [][]repair // one for each time that the text was damaged
	was, is string     // the first place, before and after
}

// A repair is one character put right: width bytes at byte at of the text stand for size bytes at
// byte from of the text before.
type repair struct {
	at, from    int
	width, size int32
}

// maxPasses is how often a text is taken to have been damaged at most. Three times has been seen.
const maxPasses = 3

// mend returns s with every character put right that was surely decoded wrongly: UTF-8 that was read
// as windows-1252, ISO 8859-1, windows-1251, windows-1256 or Mac OS Roman, up to three times over. It
// depends on nothing but s and looks no further than the line or the element that a place stands in;
// with references it reads character references of HTML too. Text that is right stays as it is
// (measured: see doc/method.md).
func mend(s string, references bool) repaired {
	m := repaired{text: s}
	for range maxPasses {
		w := mender{s: m.text, references: references}
		w.run()
		if len(w.repairs) == 0 {
			break
		}
		w.out.WriteString(w.s[w.done:])
		m.text = w.out.String()
		m.passes = append(m.passes, w.repairs)
	}
	if n := len(m.passes); n > 0 {
		first := m.passes[n-1][0]
		from, to := m.original(first.at, first.at+int(first.width))
		m.was, m.is = html.UnescapeString(s[from:to]), m.text[first.at:first.at+int(first.width)]
	}
	return m
}

// A mender puts a text right once.
type mender struct {
	s          string
	references bool
	waiting    []waitingRun // the runs of the element or line at hand
	out        strings.Builder
	done       int // bytes of s that are written
	repairs    []repair
}

// A waitingRun is sequences of one set that touch each other.
type waitingRun struct {
	set       *wrongSet // nil for a mark that lost its last byte
	sequences []sequence
}

// maxWaiting bounds the runs that are judged together.
const maxWaiting = 1000

func (w *mender) run() {
	for at := 0; at < len(w.s); {
		c := w.s[at]
		if c == '<' || c == '>' || c == '\n' || c == '\r' || len(w.waiting) >= maxWaiting {
			w.settle()
		}
		if c < utf8.RuneSelf && (c != '&' || !w.references) {
			at++
			continue
		}
		first, size := runeAt(w.s, at, w.references)
		if first < utf8.RuneSelf || first >= wrongEnd || !leads[first] {
			at += size
			continue
		}
		r := w.longest(at)
		if len(r.sequences) == 0 {
			at += size
			continue
		}
		w.waiting = append(w.waiting, r)
		at = r.sequences[len(r.sequences)-1].to
	}
	w.settle()
}

// maxRun bounds the sequences of one run; what follows is a run of its own.
const maxRun = 500

// longest returns the longest run that begins at byte at.
func (w *mender) longest(at int) (best waitingRun) {
	bestEnd := at
	for _, set := range wrongSets {
		var list []sequence
		end := at
		for len(list) < maxRun {
			q, ok := set.sequenceAt(w.s, end, w.references)
			if !ok {
				break
			}
			list, end = append(list, q), q.to
		}
		if end > bestEnd {
			best, bestEnd = waitingRun{set, list}, end
		}
	}
	if lost, ok := w.lostMark(at); ok && bestEnd == at {
		return waitingRun{nil, []sequence{lost}}
	}
	return best
}

// lostMark returns the closing quotation mark whose last byte has no meaning in windows-1252, so that
// many programs drop it: “â€” with nothing, or a replacement character, behind it.
func (w *mender) lostMark(at int) (sequence, bool) {
	const remains = "â€"
	if !strings.HasPrefix(w.s[at:], remains) {
		return sequence{}, false
	}
	end := at + len(remains)
	if strings.HasPrefix(w.s[end:], "\uFFFD") {
		end += len("\uFFFD")
	}
	return sequence{r: '”', family: punctuation, from: at, to: end, odd: true}, true
}

// settle decides about the runs that wait. A sequence is put right if it is certain, or if another of
// its family in the same run, line or element is.
func (w *mender) settle() {
	if len(w.waiting) == 0 {
		return
	}
	var sure [len(wrongSets)][emoji + 1]bool
	var certain []bool
	for _, run := range w.waiting {
		for _, q := range run.sequences {
			ok := run.set == nil || run.set.certain(q, len(run.sequences)-1, w.before(run), w.after(run))
			certain = append(certain, ok)
			if ok && run.set != nil {
				sure[run.set.kind][q.family] = true
			}
		}
	}
	for _, run := range w.waiting {
		for _, q := range run.sequences {
			if certain[0] || run.set.supported(q, &sure[run.set.kind]) {
				w.write(q)
			}
			certain = certain[1:]
		}
	}
	w.waiting = w.waiting[:0]
}

// supported reports whether families that are sure elsewhere in the line make a sequence sure: its
// own, and for the signs of Cyrillic and Arabic texts, whose first letters are common words there,
// the letters.
func (w *wrongSet) supported(q sequence, sure *[emoji + 1]bool) bool {
	switch {
	case w.kind == cyrillic && (q.family == sign || q.family == punctuation):
		return sure[cyrillicFamily]
	case w.kind == arabic && (q.family == sign || q.family == punctuation):
		return sure[arabicFamily]
	}
	return sure[q.family]
}

func (w *mender) before(r waitingRun) rune {
	c, _ := utf8.DecodeLastRuneInString(w.s[:r.sequences[0].from])
	return c
}

func (w *mender) after(r waitingRun) rune {
	c, _ := utf8.DecodeRuneInString(w.s[r.sequences[len(r.sequences)-1].to:])
	return c
}

func (w *mender) write(q sequence) {
	w.out.WriteString(w.s[w.done:q.from])
	w.repairs = append(w.repairs, repair{w.out.Len(), q.from, int32(utf8.RuneLen(q.r)), int32(q.to - q.from)})
	w.out.WriteRune(q.r)
	w.done = q.to
}

// original returns the bytes of the text before its repair that text[from:to] stands for.
func (m repaired) original(from, to int) (int, int) {
	for i := len(m.passes) - 1; i >= 0; i-- {
		from, to = back(m.passes[i], from, false), back(m.passes[i], to, true)
	}
	return from, to
}

// back returns where byte at stood before the repairs; inside a repaired character it is the
// beginning of what stood there, or for the end of a range its end.
func back(repairs []repair, at int, end bool) int {
	k := sort.Search(len(repairs), func(i int) bool { return repairs[i].at > at })
	if end { // an end that touches the beginning of a repair lies before it
		k = sort.Search(len(repairs), func(i int) bool { return repairs[i].at >= at })
	}
	if k == 0 {
		return at
	}
	r := repairs[k-1]
	switch behind := at - r.at - int(r.width); {
	case behind >= 0:
		return r.from + int(r.size) + behind
	case end:
		return r.from + int(r.size)
	}
	return r.from
}

// places returns how many repairs lie in [from, to) of the text.
func (m repaired) places(from, to int) int {
	if len(m.passes) == 0 {
		return 0
	}
	last := m.passes[len(m.passes)-1]
	at := func(offset int) int {
		return sort.Search(len(last), func(i int) bool { return last[i].at >= offset })
	}
	return at(to) - at(from)
}
