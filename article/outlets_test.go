package article

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hearsay/text"
)

// An outletCase is an article as Read gives it: domain, outlet, title, title of the window, text.
type outletCase struct{ domain, outlet, title, window, body string }

func TestNameOutlets(t *testing.T) {
	const body = "The ferry sails again."
	for _, c := range []struct {
		name     string
		articles []outletCase
		want     []string // outlet: title
	}{
		{"a sibling names it", []outletCase{
			{"a.example", "Losk Ledger", "Ferry sails", "", body}, {"a.example", "", "Bridge closed", "", body}, {"b.example", "", "Bridge open", "", body},
		}, []string{"Losk Ledger: Ferry sails", "Losk Ledger: Bridge closed", ": Bridge open"}},
		{"forms of one name", []outletCase{
			{"a.example", "Ledger", "A", "", body}, {"a.example", "The Losk Ledger", "B", "", body}, {"a.example", "The Losk Ledger", "C", "", body},
		}, []string{"The Losk Ledger: A", "The Losk Ledger: B", "The Losk Ledger: C"}},
		{"the first of two equally common", []outletCase{
			{"a.example", "LVN", "A", "", body}, {"a.example", "LVN News", "B", "", body},
		}, []string{"LVN: A", "LVN: B"}},
		{"different houses under one roof", []outletCase{
			{"blogs.example", "Ann's Letters", "A", "", body}, {"blogs.example", "Valley Notes", "B", "", body}, {"blogs.example", "", "C", "", body},
		}, []string{"Ann's Letters: A", "Valley Notes: B", ": C"}},
		{"the end of all titles", []outletCase{
			{"a.example", "", "Ferry sails", "Ferry sails | Vadi Postası", body}, {"a.example", "", "Bridge closed – Vadi Postası", "Bridge closed – Vadi Postası", body},
		}, []string{"Vadi Postası: Ferry sails", "Vadi Postası: Bridge closed"}},
		{"Arabic", []outletCase{
			{"a.example", "", "العبارة تعود", "العبارة تعود - صحيفة الوادي", body}, {"a.example", "", "إغلاق الجسر", "إغلاق الجسر - صحيفة الوادي", body},
		}, []string{"صحيفة الوادي: العبارة تعود", "صحيفة الوادي: إغلاق الجسر"}},
		{"a topic", []outletCase{
			{"a.example", "", "Ferry sails", "Ferry sails – Naru Flood", "After the Naru flood the ferry sails."},
			{"a.example", "", "Bridge closed", "Bridge closed – Naru Flood", "The Naru flood took the bridge."},
		}, []string{": Ferry sails", ": Bridge closed"}},
		{"a matter of several houses", []outletCase{
			{"a.example", "", "Ferry sails", "Ferry sails | Matters of Losk", body}, {"a.example", "", "Bridge closed", "Bridge closed | Matters of Losk", body},
			{"b.example", "", "Road open", "Road open | Matters of Losk", body},
		}, []string{": Ferry sails", ": Bridge closed", ": Road open"}},
		{"two captures of one article", []outletCase{
			{"a.example", "", "Ferry sails", "Ferry sails | Ledger", body}, {"a.example", "", "Ferry sails", "Ferry sails | Ledger", body},
		}, []string{": Ferry sails", ": Ferry sails"}},
		{"a section", []outletCase{
			{"a.example", "", "Ferry sails", "Ferry sails | Politics", body}, {"a.example", "", "Bridge closed", "Bridge closed | Politics", body},
		}, []string{": Ferry sails", ": Bridge closed"}},
		{"an archive", []outletCase{
			{"archive.org", "Losk Ledger", "Ferry sails", "", body}, {"archive.org", "", "Bridge closed", "", body},
		}, []string{"Losk Ledger: Ferry sails", ": Bridge closed"}},
	} {
		var articles []*Article
		for _, a := range c.articles {
			articles = append(articles, &Article{Domain: a.domain, Outlet: a.outlet, Title: a.title, titleEnds: titleEnds(a.window), Doc: text.NewDoc(a.body)})
		}
		NameOutlets(articles)
		var got []string
		for _, a := range articles {
			got = append(got, a.Outlet+": "+a.Title)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

// What a record says of itself stays.
func TestNameOutletsKeepsRecords(t *testing.T) {
	record := &Article{Domain: "a.example", Outlet: "Ledger", Title: "Ferry sails | Losk Ledger", Verbatim: true, Doc: text.NewDoc("x")}
	page := func() *Article {
		return &Article{Domain: "a.example", Outlet: "Losk Ledger", Title: "Bridge", Doc: text.NewDoc("x")}
	}
	NameOutlets([]*Article{page(), record, page()})
	if record.Outlet != "Ledger" || record.Title != "Ferry sails | Losk Ledger" {
		t.Errorf("the record became %q: %q", record.Outlet, record.Title)
	}
}

func TestStripOutlet(t *testing.T) {
	for _, c := range []struct{ title, names, want string }{
		{"Ferry sails again | Politics | Losk Ledger", "Losk Ledger", "Ferry sails again"},
		{"Losk Ledger | Ferry sails again", "Losk Ledger", "Ferry sails again"},
		{"Ferry sails again - Ledger.example", "Ledger.example", "Ferry sails again"},
		{"Le bac reprend la mer – Politique – Le Courrier du Val", "Courrier du Val|Le Courrier du Val", "Le bac reprend la mer"},
		{"La barcaza vuelve :: El Heraldo", "El Heraldo", "La barcaza vuelve"},
		{"عودة العبّارة إلى العمل - أخبار - صحيفة الوادي", "صحيفة الوادي", "عودة العبّارة إلى العمل"},
		{"Vapur yeniden sefere çıktı - Son Dakika", "", "Vapur yeniden sefere çıktı"},
		{"渡船复航--时政--谷地网", "谷地网", "渡船复航"},
		{"Brücke – Fähre – Tunnel", "Ledger", "Brücke – Fähre – Tunnel"},
		{"Losk: the ferry sails", "Losk Ledger", "Losk: the ferry sails"}, // a place, not the outlet
		{"Losk Ledger", "Losk Ledger", "Losk Ledger"},
		{strings.Repeat("a | ", 50) + "b", "", strings.Repeat("a | ", 49) + "a"},
	} {
		if got := stripOutlet(c.title, strings.Split(c.names, "|")...); got != c.want {
			t.Errorf("%q without %q: %q, want %q", c.title, c.names, got, c.want)
		}
	}
}
