package article

import (
	"strings"
	"testing"
	"time"
)

// flatBody is running text below the lines that a case is about.
const flatBody = `
The ferry of Losk sails again since Monday, nine weeks after a crane fell on its deck, Rolf Teeling of the harbour office said.
The repair took twice as long as planned, because a part for the engine had to be built anew, said the captain of the ferry in Upper Dellmar.
All who waited may travel free of charge until the end of the week, and save the fare for a walk along the quay.`

func TestFlatByline(t *testing.T) {
	const title = "Ferry of Losk sails again after nine weeks\n"
	for _, c := range []struct{ name, head, byline, date string }{
		{"a name above the date", "Ada Quill\n10 March 2026", "Ada Quill", "2026-03-10"},
		{"two names on two lines", "Ada Quill\nJonas Reed\n10 March 2026", "Ada Quill|Jonas Reed", "2026-03-10"},
		{"a place between name and date", "Ada Quill\nLosk\n10 March 2026", "Ada Quill", "2026-03-10"},
		{"a name with its place", "Ada Quill / Losk\n10 March 2026", "Ada Quill", "2026-03-10"},
		{"in the line of the date", "Ada Quill | 10 March 2026 | 4 Comments", "Ada Quill", "2026-03-10"},
		{"behind the date", "10 March 2026, 15:46 / Ada Quill", "Ada Quill", "2026-03-10"},
		{"a lone By", "By\nAda Quill\n10 March 2026", "Ada Quill", "2026-03-10"},
		{"below a label", "Author of the article:\nAda Quill\nPublished 10 March 2026", "Ada Quill", "2026-03-10"},
		{"a kind of article", "Commentary by Ada Quill\n10 March 2026", "Ada Quill", "2026-03-10"},
		{"right below the title, no date", "Ada Quill", "Ada Quill", ""},
		{"glued to a label", "By Ada QuillPublished 10 March 2026, 07:30Share", "Ada Quill", "2026-03-10"},
		{"glued to a date and a count", "Por Ramiro Teza9 agosto, 20240 comentarios", "Ramiro Teza", "2024-08-09"},
		{"a date twice in a row", "Ada Quill\n10.03.202610. März 2026", "Ada Quill", "2026-03-10"},
		{"a preposition before the date", "Von Karl Munro am 10. März 2026", "Karl Munro", "2026-03-10"},
		{"a button behind the name", "By Ada Quill Follow\n10 March 2026", "Ada Quill", "2026-03-10"},
		{"a house behind the name", "By Ada Quill For Courier.com\n10 March 2026", "Ada Quill", "2026-03-10"},
		{"material of an agency", "Par Maud Sirel avec AFP\n10 mars 2026", "Maud Sirel", "2026-03-10"},
		{"who stands in the text is a topic", "Rolf Teeling\n10 March 2026", "", "2026-03-10"},
		{"so is a place", "Upper Dellmar\n10 March 2026", "", "2026-03-10"},
		{"words that the page has in small letters", "Free Travel\n10 March 2026", "", "2026-03-10"},
		{"a section", "World News\n10 March 2026", "", "2026-03-10"},
		{"a button", "View More\n10 March 2026", "", "2026-03-10"},
		{"the credit of a picture", "Photo: Jonas Reed\n10 March 2026", "", "2026-03-10"},
		{"a caption with its credit", "Ferries at the quay (Jonas Reed/Reuters)\n10 March 2026", "", "2026-03-10"},
		{"two lines of names and no date", "Ada Quill\nRead more about it\nJonas Reed", "", ""},
	} {
		m, _ := flatMeta(strings.Split(title+c.head+flatBody, "\n"), "", time.Time{})
		date := ""
		if m.published != nil {
			date = dayOf(m.published)
		}
		if got := strings.Join(m.byline, "|"); got != c.byline || date != c.date {
			t.Errorf("%s: %q of %q, want %q of %q", c.name, got, date, c.byline, c.date)
		}
	}
}

// A name above the title is a byline only if its date stands there too: what stands above a title whose
// date is below it are menus.
func TestFlatBylineAboveTitle(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"with its date", "Ada Quill\n10 March 2026\nFerry of Losk sails again after nine weeks", "Ada Quill"},
		{"the date below", "Studio Quill\nFerry of Losk sails again after nine weeks\n10 March 2026", ""},
	} {
		m, _ := flatMeta(strings.Split(c.page+flatBody, "\n"), "", time.Time{})
		if got := strings.Join(m.byline, "|"); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestFlatCredits(t *testing.T) {
	const title = "Ferry of Losk sails again after nine weeks\n"
	for _, c := range []struct{ name, head, want string }{
		{"beside the date", "10 March 2026, 09:12 | AFP", "Agence France-Presse"},
		{"material", "Par Maud Sirel avec AFP\n10 mars 2026", "Agence France-Presse"},
		{"behind the name", "By Ada Quill The Associated Press\n10 March 2026", "Associated Press"},
		{"none", "By Ada Quill\n10 March 2026", ""},
	} {
		m, _ := flatMeta(strings.Split(title+c.head+flatBody, "\n"), "", time.Time{})
		var got []string
		for _, x := range m.credits {
			if x.Kind == Republication {
				got = append(got, x.Agency)
			}
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
