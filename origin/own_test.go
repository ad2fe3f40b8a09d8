package origin

import (
	"testing"

	"hearsay/article"
	"hearsay/lineage"
	"hearsay/text"
)

func FuzzDateline(f *testing.F) {
	f.Add("HARBOURTON — The bridge", "Mara Quill")
	f.Add("هاربرتاون – أغلق", "%s")
	f.Fuzz(func(t *testing.T, body, name string) {
		a := &article.Article{Outlet: name, Byline: []string{name}, Doc: text.NewDoc(body)}
		speaksOfItself(a)
		if got := lineage.Authors(a); len(got) > 0 && got[0] != name {
			t.Errorf("Authors made %q of %q", got[0], name)
		}
		for _, b := range append(unnamedBases(a, true), unnamedBases(a, false)...) {
			if b.key == "" || b.reason == "" {
				t.Errorf("unnamed basis without words: %+v", b)
			}
		}
	})
}
