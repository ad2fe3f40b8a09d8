package verify

import (
	"reflect"
	"testing"
)

func TestSays(t *testing.T) {
	for _, c := range []struct {
		page, exact string
		want        bool
	}{
		{"The bridge is\n closed. Buses run.", "The bridge is closed.", true},
		{"He left.She stayed.", "She stayed.", true},
		{"It fell.\n___\nInformation from: Post", "It fell.\n\n___\n\nInformation from", true},
		{"cafe\u0301 closed", "café closed", true},
		{"2,500 soldiers", "3,500 soldiers", false},
		{"not closed", "closed not", false},
		{"“closed”", "\"closed\"", false},
	} {
		if got := says(c.page, c.exact); got != c.want {
			t.Errorf("says(%q, %q) = %t", c.page, c.exact, got)
		}
	}
}

func TestDifferingFields(t *testing.T) {
	type record struct {
		Title string `json:"title"`
		Pages []int  `json:"pages"`
		Note  string `json:"note,omitempty"`
	}
	a := record{Title: "x", Pages: []int{1}}
	if got := differingFields(a, a); len(got) > 0 {
		t.Errorf("a record differs from itself in %q", got)
	}
	b := record{Title: "y", Pages: []int{1}, Note: "n"}
	if got := differingFields(a, b); !reflect.DeepEqual(got, []string{"note", "title"}) {
		t.Errorf("differing fields: %q", got)
	}
}
