package article

import (
	"slices"
	"strings"
	"testing"

	"hearsay/page"
)

func TestLineBlocks(t *testing.T) {
	const long = "These words fill most of the width of a wrapped text and then"
	for _, c := range []struct {
		name, source string
		want         []string
	}{
		{"lines", "One\nTwo\r\nThree\rFour", []string{"One", "Two", "Three", "Four"}},
		{"blank lines", "\n\nOne\n \t\nTwo\r\n\r\nThree\n", []string{"One", "Two", "Three"}},
		{"no words", "***\n---\nWords", []string{"Words"}},
		{"wrapped", long + "\ngo on in the next line.\n\n" + long + "\n" + long + "\nend.", []string{
			long + " go on in the next line.", long + " " + long + " end."}},
		{"heading above wrapped lines", "A heading\n" + long + "\n" + long + "\nend.", []string{"A heading", long + " " + long + " end."}},
		{"one paragraph a line", strings.Repeat("A sentence that is a paragraph of its own and ends here.\n", 3), []string{
			"A sentence that is a paragraph of its own and ends here.", "A sentence that is a paragraph of its own and ends here.", "A sentence that is a paragraph of its own and ends here."}},
	} {
		var got []string
		for _, b := range lineBlocks(c.source) {
			got = append(got, b.text)
			from, to := b.source(0, len(b.text))
			if words := strings.Join(strings.Fields(c.source[from:to]), " "); words != b.text {
				t.Errorf("%s: block %q has the place of %q", c.name, b.text, words)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestProse(t *testing.T) {
	for line, want := range map[string]bool{
		"Home": false,
		"The harbour office said that nobody was hurt, and boats go on.":         true,
		"The harbour office said that nobody was hurt, and boats go on":          false,
		"“The harbour office said that nobody was hurt, and boats go on.”":       true,
		strings.Repeat("words without an end ", 8):                               true,
		"وقال مكتب الميناء إن أحداً لم يُصب بأذى، فهل تستمر القوارب في الإبحار؟": true,
		"港务局表示，没有人受伤，渡轮从南码头继续运行，预计周五重新开放一个泊位。":                                   true,
		"No comment.": false,
	} {
		if got := prose(line); got != want {
			t.Errorf("prose(%q) = %v", line, got)
		}
	}
}

func TestPhraseReason(t *testing.T) {
	for line, want := range map[string]string{
		"Read more":   isRelated,
		"READ MORE »": isRelated,
		"12 Comments": isComment,
		"We use cookies to improve your experience.":    isConsent,
		"مواضيع ذات صلة":                                isRelated,
		"相关新闻":                                          isRelated,
		"Read more books, the minister told the pupils": isRelated,
		"The minister said pupils should read more":     "",
		"Home rule was restored on Monday":              "",
		"":                                              "",
		"2026":                                          "",
		"Sign up for " + strings.Repeat("a long paragraph ", 20): "",
	} {
		if got := phraseReason(line); got != want {
			t.Errorf("phraseReason(%q) = %q, want %q", line, got, want)
		}
	}
}

// A clean text stays whole, whatever its paragraphs look like.
func TestCleanTextStaysWhole(t *testing.T) {
	paragraphs := []string{
		"The ferry terminal of Port Elder was closed on Tuesday after a loading crane fell across two berths.",
		"“No,” the owner said.",
		"What happens next?",
		"The harbour office said that 2,400 passengers were sent to the south pier, which is served by smaller boats.",
		"It expects to reopen one berth on Friday, and the other in April.",
		"The crane was built in 1998.",
	}
	for _, separator := range []string{"\n\n", "\n", "\r\n\r\n"} {
		p := readFile(t, "clean.txt", strings.Join(paragraphs, separator)+"\n")
		if p.Format != page.Text {
			t.Fatalf("taken for %s", p.Format)
		}
		a, err := Read(p)
		if err != nil {
			t.Fatal(err)
		}
		checkArticle(t, p, a)
		if got := a.Doc.String(); got != strings.Join(paragraphs, "\n\n") {
			t.Errorf("parted by %q: got %q", separator, got)
		}
	}
}
