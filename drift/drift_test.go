package drift

import (
	"strings"
	"testing"
	"time"

	"hearsay/article"
	"hearsay/entity"
	"hearsay/quote"
	"hearsay/text"
)

// material makes a collection of English articles with nothing but a day and a body.
func material(bodies ...string) (*Material, []int) {
	m := &Material{}
	var names []entity.Article
	var all []int
	for i, b := range bodies {
		day := time.Date(2024, 3, 10+i, 0, 0, 0, 0, time.UTC)
		a := &article.Article{Doc: text.NewDoc(b), Published: &article.Date{From: day, To: day.AddDate(0, 0, 1), Grade: article.Strong}}
		n := entity.Find(entity.Text{Title: text.NewDoc(""), Body: a.Doc, Language: "en"}, nil)
		m.Articles = append(m.Articles, a)
		m.Quotes = append(m.Quotes, quote.Find(quote.Text{Title: text.NewDoc(""), Body: a.Doc, Language: "en", Names: n}))
		names = append(names, n)
		all = append(all, i)
	}
	m.Names = names
	m.Cast = entity.Merge(names, [][]int{all})
	return m, all
}

func TestFind(t *testing.T) {
	m, all := material(
		"“The northern basin will stay closed until the river falls, and not a day longer,” Farid Naim said in Ansel.",
		"“The northern basin will stay closed until the river falls, and not a day longer,” the harbour master, Farid Naim, told reporters.",
		"Farid Naim was firm. “The northern basin will stay closed until the river falls,” Naim said.",
		"“The northern basin has to stay shut until the river drops, and not one day longer,” said Farid Naim.",
		"“Nobody asked the fishermen what they thought of it,” Salma Haddad said.",
	)
	found := Find(m, all)
	if len(found) != 1 {
		t.Fatalf("%d utterances, want 1: %+v", len(found), found)
	}
	u := found[0]
	if got := len(u.Articles()); got != 4 {
		t.Errorf("it stands in %d articles, want 4", got)
	}
	var relations []string
	for _, v := range u.Variants {
		relations = append(relations, string(v.Relation))
	}
	if got := strings.Join(relations, " "); got != "base cut reworded" {
		t.Errorf("variants: %s, want base cut reworded", got)
	}
	if len(u.Speakers) != 1 || u.Speakers[0].Name != "Farid Naim" || u.Speakers[0].Count != 4 {
		t.Errorf("speakers: %+v", u.Speakers)
	}
	if len(u.Earliest) != 1 || u.Earliest[0].Article != 0 {
		t.Errorf("earliest: %+v, want the first article", u.Earliest)
	}
	if once := Unique(m, all, found); len(once) != 1 || once[0].Article != 4 {
		t.Errorf("quotes in one place only: %+v, want that of the last article", once)
	}
}

// TestFindDispute has the same words in two mouths: they are one utterance with two speakers, not two utterances.
func TestFindDispute(t *testing.T) {
	m, all := material(
		"“We have counted every boat in this harbour twice and none is missing,” Farid Naim said.",
		"“We have counted every boat in this harbour twice and none is missing,” Salma Haddad said.",
	)
	found := Find(m, all)
	if len(found) != 1 || len(found[0].Speakers) != 2 {
		t.Fatalf("got %+v, want one utterance with two speakers", found)
	}
}

// TestFindApart keeps different things that one person said apart, although they share words.
func TestFindApart(t *testing.T) {
	m, all := material(
		"“The bridge will open in May and the ferry will stop,” Farid Naim said.",
		"“The market has been sold to a company nobody knows,” Farid Naim said.",
	)
	if found := Find(m, all); len(found) != 0 {
		t.Fatalf("got %+v, want none", found)
	}
}

// TestAlign checks that the edits of an alignment give back both sides.
func TestAlign(t *testing.T) {
	a, b := appendWords(nil, "the bridge will stay closed until May"), appendWords(nil, "the old bridge stays closed until June")
	edits, same := align(a, b)
	var left, right []string
	for _, e := range edits {
		left, right = append(left, e.A), append(right, e.B)
	}
	join := func(s []string) string { return strings.Join(strings.Fields(strings.Join(s, " ")), " ") }
	if join(left) != "the bridge will stay closed until May" || join(right) != "the old bridge stays closed until June" || same != 4 {
		t.Errorf("%q and %q, %d words the same", join(left), join(right), same)
	}
}
