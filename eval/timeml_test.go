package eval

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"hearsay/text"
	"hearsay/when"
)

// A timeDoc is a text whose expressions of time are marked by hand.
type timeDoc struct {
	name    string
	created time.Time
	text    string
	gold    []goldTime
}

// A goldTime is an expression as it is marked.
type goldTime struct {
	span        text.Span
	kind, value string
}

var (
	timeTag      = regexp.MustCompile(`<[^>]*>`)
	timeValue    = regexp.MustCompile(`\bvalue="([^"]*)"`)
	timeKind     = regexp.MustCompile(`\btype="([^"]*)"`)
	timeEntities = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&apos;", "'", "&amp;", "&")
)

// readTimeML reads the TimeML files of a folder: the text between the TEXT tags without marks, TIMEX3 with its value, and the
// creation time. WikiWars comes as TimeML as well, made from TIMEX2: there the value is VAL as it stands, and every type is DATE.
func readTimeML(t testing.TB, folder string) []timeDoc {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(corpus(t, folder), "*.tml"))
	if err != nil || len(paths) == 0 {
		t.Skipf("no TimeML in %s", folder)
	}
	slices.Sort(paths)
	var docs []timeDoc
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, parseTimeML(filepath.Base(path), string(data)))
	}
	return docs
}

func parseTimeML(name, s string) timeDoc {
	d := timeDoc{name: name}
	if _, dct, ok := strings.Cut(s, "<DCT>"); ok {
		if m := timeValue.FindStringSubmatch(dct); m != nil && len(m[1]) >= 10 {
			d.created, _ = time.Parse(time.DateOnly, m[1][:10])
		}
	}
	_, body, _ := strings.Cut(s, "<TEXT>")
	body, _, _ = strings.Cut(body, "</TEXT>")
	var b strings.Builder
	open := -1
	var tag string
	write := func(part string) { b.WriteString(timeEntities.Replace(part)) }
	at := 0
	for _, m := range timeTag.FindAllStringIndex(body, -1) {
		write(body[at:m[0]])
		at = m[1]
		switch mark := body[m[0]:m[1]]; {
		case strings.HasPrefix(mark, "<TIMEX3"):
			open, tag = b.Len(), mark
		case mark == "</TIMEX3>" && open >= 0:
			d.gold = append(d.gold, goldTime{text.Span{Start: open, End: b.Len()}, attribute(timeKind, tag), attribute(timeValue, tag)})
			open = -1
		}
	}
	write(body[at:])
	d.text = b.String()
	return d
}

func attribute(of *regexp.Regexp, tag string) string {
	if m := of.FindStringSubmatch(tag); m != nil {
		return m[1]
	}
	return ""
}

// timeScores counts as TempEval-3 does.
type timeScores struct{ gold, found, strict, relaxed, value, kind int }

func f1(right, found, gold int) float64 { return 2 * float64(right) / float64(found+gold) }

// count adds what was found in one text. Each marked expression is matched with at most one that was found and overlaps it, in the
// order of the text; wrong reports the ones that are not right.
func (s *timeScores) count(d timeDoc, found []when.Expression, wrong func(goldTime, when.Expression)) {
	s.gold += len(d.gold)
	s.found += len(found)
	used := make([]bool, len(found))
	for _, g := range d.gold {
		match := -1
		for i, e := range found {
			if !used[i] && e.Span.Overlaps(g.span) {
				match = i
				break
			}
		}
		if match < 0 {
			wrong(g, when.Expression{})
			continue
		}
		used[match] = true
		e := found[match]
		s.relaxed++
		if e.Span == g.span {
			s.strict++
		}
		if string(e.Type) == g.kind {
			s.kind++
		}
		if e.Value == g.value {
			s.value++
		} else {
			wrong(g, e)
		}
	}
	for i, e := range found {
		if !used[i] {
			wrong(goldTime{}, e)
		}
	}
}
