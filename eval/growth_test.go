//go:build linux

package eval

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
	"unsafe"

	"hearsay/reuse"
	"hearsay/text"
)

// Growth is measured on collections that are made, and therefore only where it is asked for:
//
//	HEARSAY_GROWTH=30000,300000,1000000 go test ./eval -run '^$' -bench Growth -benchtime 1x -timeout 2h
//
// English articles are generated: 450 words each, distributed as in English, one in ten an edited copy
// of another. Arabic articles are the 31,030 of SaudiNewsNet, again and again, each time with other
// words in the place of its words, so that the rounds share nothing with each other.

// growthSizes returns the numbers of articles to measure.
func growthSizes(b *testing.B) []int {
	var sizes []int
	for s := range strings.SplitSeq(os.Getenv("HEARSAY_GROWTH"), ",") {
		if n, err := strconv.Atoi(s); err == nil {
			sizes = append(sizes, n)
		}
	}
	if len(sizes) == 0 {
		b.Skip("set HEARSAY_GROWTH to the numbers of articles, as in 30000,300000,1000000")
	}
	return sizes
}

// A pile is a file of texts.
type pile struct {
	file *os.File
	ends []int64
}

// newPile writes n texts to a file.
func newPile(b *testing.B, n int, make func(i int) string) *pile {
	b.Helper()
	f, err := os.Create(filepath.Join(b.TempDir(), "texts"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { f.Close() })
	p, end := &pile{file: f}, int64(0)
	w := bufio.NewWriterSize(f, 1<<20)
	for i := range n {
		s := make(i)
		w.WriteString(s)
		end += int64(len(s))
		p.ends = append(p.ends, end)
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	return p
}

func (p *pile) doc(i int) (*text.Doc, error) {
	from := int64(0)
	if i > 0 {
		from = p.ends[i-1]
	}
	words := make([]byte, p.ends[i]-from)
	_, err := p.file.ReadAt(words, from)
	return text.NewDoc(string(words)), err
}

// A press makes English articles. The same number gives the same article, whatever came before.
type press struct {
	words []string
	zipf  *rand.Zipf
	rand  *rand.Rand
	pcg   *rand.PCG
}

// newPress has a vocabulary of half a million words whose frequencies fall as those of English do.
func newPress() *press {
	p := &press{pcg: rand.NewPCG(0, 0)}
	p.rand = rand.New(p.pcg)
	p.zipf = rand.NewZipf(p.rand, 1.08, 3, 499_999)
	for i := range 500_000 {
		p.words = append(p.words, invented(i))
	}
	return p
}

// invented returns a word, the commoner, the shorter.
func invented(i int) string {
	const consonants, vowels = "bdfgklmnprst", "aeiou"
	var b strings.Builder
	for i++; i > 0; i /= 60 {
		b.WriteByte(consonants[i%60/5])
		b.WriteByte(vowels[i%5])
	}
	return b.String()
}

func (p *press) article(i int) string {
	if i%10 != 9 {
		return strings.Join(p.original(i), "")
	}
	// A copy of one of the last few thousand articles: news is copied while it is new.
	p.pcg.Seed(uint64(i), 1)
	of := i - 1 - p.rand.IntN(min(i, 3000))
	if of%10 == 9 {
		of--
	}
	out := p.original(of)
	p.pcg.Seed(uint64(i), 2)
	for range 20 {
		out[p.rand.IntN(len(out))] = p.words[p.zipf.Uint64()] + " "
	}
	return strings.Join(out[:len(out)-p.rand.IntN(150)], "")
}

// original returns the 450 words of an article, with what stands behind each.
func (p *press) original(i int) []string {
	p.pcg.Seed(uint64(i), 0)
	out := make([]string, 450)
	for k := range out {
		end := " "
		if k%18 == 17 {
			end = ". "
		}
		out[k] = p.words[p.zipf.Uint64()] + end
	}
	return out
}

// A salter makes other articles of given ones by giving each word the place of another that is about
// as frequent.
type salter struct {
	docs []*text.Doc
	rank map[uint64]int // of a word by frequency, by hash
	word []string       // by rank
}

func newSalter(docs []*text.Doc) *salter {
	count, example := map[uint64]int{}, map[uint64]string{}
	for _, d := range docs {
		for _, t := range d.Tokens() {
			if count[t.Hash]++; count[t.Hash] == 1 {
				example[t.Hash] = d.Text(t.Span())
			}
		}
	}
	hashes := make([]uint64, 0, len(count))
	for h := range count {
		hashes = append(hashes, h)
	}
	slices.SortFunc(hashes, func(a, b uint64) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	s := &salter{docs: docs, rank: map[uint64]int{}}
	for i, h := range hashes {
		s.rank[h] = i
		s.word = append(s.word, example[h])
	}
	return s
}

// article returns article i: the words of the rounds after the first are moved within their class of
// frequency, which is as wide as its rank is high.
func (s *salter) article(i int) string {
	doc, round := s.docs[i%len(s.docs)], i/len(s.docs)
	if round == 0 {
		return doc.String()
	}
	var out bytes.Buffer
	at := 0
	for _, t := range doc.Tokens() {
		span := t.Span()
		out.WriteString(doc.String()[at:span.Start])
		at = span.End
		low := 1
		for rank := s.rank[t.Hash]; 2*low <= rank+1; {
			low *= 2
		}
		wide := min(low, len(s.word)+1-low)
		out.WriteString(s.word[low-1+(s.rank[t.Hash]+1-low+round*7919)%wide])
	}
	out.WriteString(doc.String()[at:])
	return out.String()
}

// usage returns the user CPU time of the process and the most memory it ever had, in MiB, since
// resetPeak.
func usage() (cpu time.Duration, peak int) {
	var r syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &r) != nil {
		return 0, 0
	}
	cpu = time.Duration(r.Utime.Nano())
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return cpu, 0
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			fmt.Sscan(rest, &peak)
		}
	}
	return cpu, peak >> 10
}

// threadTime returns the CPU time of the thread, which other programs on the machine do not stretch.
func threadTime() time.Duration {
	const clockThreadCPU = 3
	var t syscall.Timespec
	if _, _, errno := syscall.RawSyscall(syscall.SYS_CLOCK_GETTIME, clockThreadCPU, uintptr(unsafe.Pointer(&t)), 0); errno != 0 {
		return 0
	}
	return time.Duration(t.Nano())
}

// resetPeak forgets the most memory that the process had.
func resetPeak() {
	debug.FreeOSMemory()
	if f, err := os.OpenFile("/proc/self/clear_refs", os.O_WRONLY, 0); err == nil {
		f.WriteString("5")
		f.Close()
	}
}

// growthMemory is the budget: HEARSAY_MEMORY in MiB, else 4 GiB.
func growthMemory() int64 {
	if n, err := strconv.ParseInt(os.Getenv("HEARSAY_MEMORY"), 10, 64); err == nil {
		return n << 20
	}
	return 4 << 30
}

// BenchmarkGrowth measures reuse.FindLarge on collections of growing size, from texts that lie in a
// file.
func BenchmarkGrowth(b *testing.B) {
	sizes := growthSizes(b)
	b.Run("English", func(b *testing.B) {
		p := newPress()
		for _, n := range sizes {
			b.Run(strconv.Itoa(n), func(b *testing.B) { benchmarkLarge(b, newPile(b, n, p.article)) })
		}
	})
	b.Run("Arabic", func(b *testing.B) {
		s := newSalter(readSaudi(b))
		for _, n := range sizes {
			b.Run(strconv.Itoa(n), func(b *testing.B) { benchmarkLarge(b, newPile(b, n, s.article)) })
		}
	})
}

func benchmarkLarge(b *testing.B, p *pile) {
	memory := growthMemory()
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(memory / 10 * 9))
	folder := b.TempDir()
	var files []*os.File
	large := reuse.Large{
		Len: len(p.ends), Doc: p.doc, Memory: memory,
		Scratch: func() (reuse.File, error) {
			f, err := os.CreateTemp(folder, "")
			files = append(files, f)
			return f, err
		},
	}
	if os.Getenv("HEARSAY_STEPS") != "" {
		start, last := time.Now(), ""
		large.Progress = func(step string, done, total int) {
			if step != last {
				cpu, peak := usage()
				b.Logf("%-16s begins after %v, CPU %v, peak %d MiB", step, time.Since(start).Round(time.Millisecond), cpu, peak)
				last = step
			}
		}
	}
	pairs, disk := 0, int64(0)
	resetPeak()
	before, _ := usage()
	for b.Loop() {
		pairs, disk = 0, 0
		for _, err := range reuse.FindLarge(large, reuse.Options{}) {
			if err != nil {
				b.Fatal(err)
			}
			pairs++
		}
		for _, f := range files {
			if info, err := os.Stat(f.Name()); err == nil {
				disk += info.Size()
			}
			os.Remove(f.Name())
		}
		files = nil
	}
	cpu, peak := usage()
	n := float64(len(p.ends))
	b.ReportMetric(n*float64(b.N)/b.Elapsed().Seconds(), "docs/s")
	b.ReportMetric(n*float64(b.N)/(cpu-before).Seconds(), "docs/CPU-s")
	b.ReportMetric(float64(peak), "peak-MiB")
	b.ReportMetric(float64(disk)/n, "scratch-B/doc")
	b.ReportMetric(float64(pairs)/n, "pairs/doc")
}

// BenchmarkGrowthIndex adds articles to a reuse.Index, which answers for each of them, and measures how
// long an article takes, cut into words and all: the median and the slowest of a hundred, of ten thousand
// and of all, in microseconds of CPU time, over the last tenth of the articles, when the index is largest.
func BenchmarkGrowthIndex(b *testing.B) {
	sizes := growthSizes(b)
	b.Run("English", func(b *testing.B) {
		p := newPress()
		for _, n := range sizes {
			b.Run(strconv.Itoa(n), func(b *testing.B) { benchmarkIndex(b, newPile(b, n, p.article)) })
		}
	})
	b.Run("Arabic", func(b *testing.B) {
		s := newSalter(readSaudi(b))
		for _, n := range sizes {
			b.Run(strconv.Itoa(n), func(b *testing.B) { benchmarkIndex(b, newPile(b, n, s.article)) })
		}
	})
}

func benchmarkIndex(b *testing.B, p *pile) {
	n := len(p.ends)
	var x *reuse.Index
	var times []time.Duration
	candidates := 0
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	resetPeak()
	before, _ := usage()
	for b.Loop() {
		x, times, candidates = &reuse.Index{}, times[:0], 0
		for i := range n {
			doc, err := p.doc(i)
			if err != nil {
				b.Fatal(err)
			}
			if i < n-n/10 {
				candidates += len(x.Add(doc))
				continue
			}
			start := threadTime()
			candidates += len(x.Add(doc))
			times = append(times, threadTime()-start)
		}
	}
	cpu, peak := usage()
	slices.Sort(times)
	b.ReportMetric(float64(n*b.N)/(cpu-before).Seconds(), "docs/CPU-s")
	b.ReportMetric(float64(times[len(times)/2].Microseconds()), "p50-µs")
	b.ReportMetric(float64(times[len(times)*99/100].Microseconds()), "p99-µs")
	b.ReportMetric(float64(times[len(times)*9999/10000].Microseconds()), "p99.99-µs")
	b.ReportMetric(float64(times[len(times)-1].Microseconds()), "max-µs")
	b.ReportMetric(float64(x.Size())/float64(n), "index-B/doc")
	b.ReportMetric(float64(candidates)/float64(n), "candidates/doc")
	b.ReportMetric(float64(peak), "peak-MiB")
}
