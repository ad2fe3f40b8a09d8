package tradition

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestStories checks what those who measure with stories rely on: a seed makes one story, its history
// is no circle, captured texts and pages name each other, and a mute story tells nothing but words.
func TestStories(t *testing.T) {
	for seed := range uint64(60) {
		for _, mute := range []bool{false, true} {
			o := Options{Seed: seed, Witnesses: 4 + int(seed)%17, Mute: mute}
			st := New(o)
			if d := cmp.Diff(st.Pages, New(o).Pages, cmp.AllowUnexported(Page{})); d != "" {
				t.Fatalf("%+v: made twice (-first +second):\n%s", o, d)
			}
			if len(st.Pages) != o.Witnesses {
				t.Errorf("%+v: %d pages", o, len(st.Pages))
			}
			checkHistory(t, st)
			for _, p := range st.Pages {
				if told := p.URL + p.Date + p.Byline + p.Canonical + strings.Join(p.Links, "") + p.dateline + p.credit; mute && told != "" {
					t.Errorf("%+v: a mute page tells %q", o, told)
				}
			}
		}
	}
}

func checkHistory(t *testing.T, st Story) {
	for i, text := range st.Texts {
		if slices.ContainsFunc(text.Parents, func(p int) bool { return p >= i }) {
			t.Errorf("text %d has parents %v", i, text.Parents)
		}
		if text.Page >= 0 && st.Pages[text.Page].Text != i {
			t.Errorf("text %d is on page %d, which shows text %d", i, text.Page, st.Pages[text.Page].Text)
		}
	}
	for _, p := range st.Pages {
		if len(p.Sentences) < 2 {
			t.Errorf("page %s has %d sentences", p.ID, len(p.Sentences))
		}
		for _, s := range p.Sentences {
			if !strings.Contains(p.Body, s.Words) || strings.ContainsAny(s.Words, "[]{}|") || s.Origin > p.Text {
				t.Errorf("page %s: sentence %+v", p.ID, s)
			}
		}
	}
}
