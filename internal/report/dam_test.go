package report

import (
	"strings"
	"testing"
	"time"

	"hearsay"
	"hearsay/article"
	"hearsay/lineage"
	"hearsay/origin"
	"hearsay/page"
)

const (
	damLead  = `KESTREL BAY, 3 March (Nordwire) – Engineers opened two gates of the Orsa dam before dawn on Wednesday after the lake behind it rose by four metres in a single night, the river authority said.`
	damHomes = `About 2,500 people in the lower valley were told to leave their homes, and a school in Kestrel Bay was turned into a shelter.`
	damQuote = `“We will not wait for the water to decide,” said Ilse Varnholt, who heads the authority. “The wall is sound, but the spilway has never carried this much.”`
	damRail  = `Trains between Kestrel Bay and Sund were stopped at 05:40; buses replaced them on the upper road.`
	damPast  = `The dam was finished in 1968 and was last emptied for repairs nine years ago.`
	damOwn   = `At the shelter, a bakery truck stood with its doors open and volunteers handed out rolls. Marte Ouist, 71, had brought two dogs and a radio. “They knocked at four,” she said. “I had my coat on before they had finished the sentence.”`
	damWind  = `The weather service expects the rain to end on Thursday evening.`
)

// dam is a case with one story of eleven pages and what belongs around it: copies, a rewrite, an own
// report, Arabic copies, an undated page, a missing source, pages of another story, inputs that
// could not be read.
func dam(t testing.TB) *hearsay.Case {
	b := newBuilder(t)
	wire := strings.Join([]string{damLead, damHomes, damQuote, damRail, damPast, damWind}, "\n\n")
	nordwire := b.add("Nordwire", "2026-03-03T05:58", "en", "Engineers open gates of Orsa dam as lake rises four metres", wire)
	harbour := b.add("Harbour Daily", "2026-03-03T06:20", "en", "Orsa dam gates opened, 2,500 told to leave", strings.Replace(wire, "(Nordwire) ", "", 1))
	siteB := b.add("Site B", "2026-03-03T07:05", "en", "Dam opened: 3,500 flee",
		strings.Join([]string{strings.Replace(damHomes, "2,500", "3,500", 1), strings.Replace(damLead, "KESTREL BAY, 3 March (Nordwire) – ", "", 1), damQuote, "Our readers sent pictures of the flooded\u200b car park; you can find them in the gallery below."}, "\n\n"))
	portal := b.add("Portal Ost", "2026-03-03T09:41", "en", "3,500 in shelters after dam alarm", strings.Join([]string{strings.Replace(damHomes, "2,500", "3,500", 1), damQuote}, "\n\n"))
	courier := b.add("The Sund and Kestrel Bay Evening Courier with Shipping News", "2026-03-03T08:30", "en", "A night at the shelter", damOwn+"\n\n"+damWind+"\n\nThe mayor of Sund said that the town had not been asked before the gates were opened.")
	late := b.add("Courier Weekend", "2026-03-04", "en", "A night at the shelter (from our archive)", damOwn+"\n\n"+damWind)
	qanatText := "فتح مهندسون بوابتين من سد أورسا قبل فجر الأربعاء بعد أن ارتفع منسوب البحيرة أربعة أمتار في ليلة واحدة، حسب هيئة النهر.\n\nوطُلب من نحو 2500 شخص في الوادي الأسفل مغادرة منازلهم."
	qanat := b.add("قناة الميناء", "2026-03-03T10:15", "ar", "فتح بوابات سد أورسا", qanatText)
	sahil := b.add("ساحل نيوز", "2026-03-03T11:02", "ar", "سد أورسا: إخلاء الوادي", strings.Replace(qanatText, "2500 شخص", "3500 شخص", 1)+"\n\nوقالت إدارة المدرسة إن الدروس ستستأنف يوم الاثنين.")
	undated := b.add("kestrel-notes", "", "en", "Orsa, what we know", damQuote+"\n\nI walked up to the wall myself on Tuesday and saw nothing unusual.\n\nقالت إدارة الميناء إن المياه لم تصل إلى السوق.")
	sund := b.add("Radio Sund", "2026-03-03T12:00", "en", "Mayor of Sund: nobody asked us", "Radio Sund has learnt that the mayor wrote to the river authority in February. The letter, seen by this station, asks for an earlier and slower release of water.")
	ferry := b.add("Ferry Times", "2026-03-05T08:00", "en", "Ferry fares to rise in May", "Fares on the bay ferries will rise by six per cent in May. The dam was finished in 1968 and was last emptied for repairs nine years ago.")

	b.whole(nordwire, harbour)
	b.share(nordwire, siteB, damLead[strings.Index(damLead, "Engineers"):]+"\n\n"+damHomes[:0], damLead[strings.Index(damLead, "Engineers"):])
	b.share(nordwire, siteB, damQuote, damQuote)
	b.share(nordwire, siteB, damHomes, strings.Replace(damHomes, "2,500", "3,500", 1)).Moved = true
	b.share(harbour, siteB, damLead[strings.Index(damLead, "Engineers"):], damLead[strings.Index(damLead, "Engineers"):])
	b.share(harbour, siteB, damQuote, damQuote)
	b.share(siteB, portal, strings.Replace(damHomes, "2,500", "3,500", 1), strings.Replace(damHomes, "2,500", "3,500", 1))
	b.share(siteB, portal, damQuote, damQuote)
	b.share(nordwire, portal, damQuote, damQuote)
	b.share(nordwire, portal, damHomes, strings.Replace(damHomes, "2,500", "3,500", 1))
	b.share(harbour, portal, damQuote, damQuote)
	b.share(courier, late, damOwn+"\n\n"+damWind, damOwn+"\n\n"+damWind)
	b.share(nordwire, courier, damWind, damWind).Formula = true
	b.whole(qanat, sahil)
	b.share(nordwire, undated, damQuote, damQuote)
	b.share(nordwire, ferry, damPast, damPast)
	b.finish()

	st := b.story("Engineers open gates of Orsa dam as lake rises four metres", [][]int{{nordwire, harbour}},
		nordwire, harbour, siteB, courier, portal, qanat, sahil, sund, late, undated)
	typo := b.find(siteB, "spilway")
	b.edge(st, nordwire, harbour, true, article.Strong,
		lineage.Clue{Kind: lineage.SharedWording, Text: "99 % of the words of Harbour Daily stand in Nordwire", Weight: 2.5},
		lineage.Clue{Kind: lineage.EarlierDate, Text: "Nordwire was published 22 minutes before Harbour Daily", Weight: 1.2},
		lineage.Clue{Kind: lineage.Dateline, Text: "the agency's dateline stands in Nordwire only", Weight: 1, Ref: &article.Ref{Article: nordwire, Span: b.find(nordwire, "KESTREL BAY, 3 March (Nordwire)")}})
	b.edge(st, nordwire, siteB, true, article.Likely,
		lineage.Clue{Kind: lineage.SharedWording, Text: "both write “spilway”", Weight: 2, Ref: &article.Ref{Article: siteB, Span: typo}},
		lineage.Clue{Kind: lineage.EarlierDate, Text: "Nordwire was published 67 minutes before Site B", Weight: 1.2},
		lineage.Clue{Kind: lineage.ContraryReading, Text: "Site B has a paragraph that Nordwire lacks", Weight: 0.4, Against: true, Ref: &article.Ref{Article: siteB, Span: b.find(siteB, "Our readers sent pictures")}})
	b.edge(st, siteB, portal, true, article.Likely, lineage.Clue{Kind: lineage.SharedWording, Text: "both have 3,500 where the others have 2,500", Weight: 1.8, Ref: &article.Ref{Article: portal, Span: b.find(portal, "3,500")}})
	b.edge(st, courier, late, true, article.Strong, lineage.Clue{Kind: lineage.Canonical, Text: "Courier Weekend gives the Courier's address as its own", Weight: 4})
	b.edge(st, qanat, sahil, true, article.Likely, lineage.Clue{Kind: lineage.EarlierDate, Text: "published 47 minutes earlier", Weight: 1})
	b.edge(st, nordwire, undated, false, article.Unclear, lineage.Clue{Kind: lineage.SharedWording, Text: "one quotation is shared", Weight: 1})
	b.credits(st, "Bay Press Pool", qanat, article.Likely, lineage.Clue{Kind: lineage.CreditLine, Text: "credits the Bay Press Pool", Weight: 2, Ref: &article.Ref{Article: qanat, Span: b.find(qanat, "حسب هيئة النهر")}})
	b.said(st, 1, 1, map[int]string{nordwire: damHomes, harbour: damHomes, siteB: strings.Replace(damHomes, "2,500", "3,500", 1), portal: strings.Replace(damHomes, "2,500", "3,500", 1)})
	b.said(st, 1, 2, map[int]string{nordwire: damWind, courier: damWind, late: damWind})
	b.said(st, 2, 3, map[int]string{nordwire: damQuote, siteB: damQuote, portal: damQuote})
	b.said(st, 1, 1, map[int]string{qanat: "وطُلب من نحو 2500 شخص في الوادي الأسفل مغادرة منازلهم.", sahil: "وطُلب من نحو 3500 شخص في الوادي الأسفل مغادرة منازلهم."})
	st.Origins = b.counted([]origin.Merge{
		{Rule: origin.SameText, Reason: "Harbour Daily has the same text as Nordwire", Articles: []int{nordwire, harbour}},
		{Rule: origin.DerivedPassage, Reason: "Site B and Portal Ost hold passages of Nordwire", Articles: []int{nordwire, siteB, portal}},
		{Rule: origin.DerivedPassage, Reason: "Courier Weekend took over the report of the Courier", Articles: []int{courier, late}},
		{Rule: origin.NamedBasis, Reason: "both rest on the Bay Press Pool", Articles: []int{qanat, sahil}},
		{Rule: origin.UnnamedBasis, Reason: "kestrel-notes is the diary of an editor of Radio Sund", Articles: []int{sund, undated}},
	}, []int{nordwire, harbour, siteB, courier, portal, qanat, sahil, sund, late, undated}, map[int]origin.Ground{
		nordwire: {Kind: origin.PageOf, Source: "Nordwire", Counts: true}, harbour: {Kind: origin.Credits, Source: "Nordwire", Counts: true},
		courier: {Kind: origin.OwnSigns, Counts: true}, qanat: {Kind: origin.Credits, Source: "Bay Press Pool", Counts: true},
	})
	st.Members[9].Uncertain = true
	b.story("Ferry fares to rise in May", nil, ferry)

	a := b.c.Articles[siteB]
	credit := b.find(siteB, "the river authority said")
	a.Credits = []article.Credit{{Kind: article.Information, Agency: "river authority", Exact: "the river authority said", Span: &credit}, {Kind: article.Photo, Agency: "Bay Press", Exact: "Photo: Bay Press"}}
	a.Byline = []string{"Site B staff"}
	a.Removed = []article.Removed{{Exact: "Subscribe to our newsletter", Reason: "stands on several pages of this outlet"}, {Exact: "Read also: Ten dams you must see", Reason: "link list"}}
	lookAlike := b.find(siteB, "spilway")
	a.Traces = []article.Trace{{Kind: article.LookAlike, Span: lookAlike, Exact: "spilway", Codes: "U+0456 CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I"},
		{Kind: article.Invisible, Span: b.find(siteB, "\u200b"), Exact: "\u200b", Codes: "U+200B ZERO WIDTH SPACE"}}
	b.c.Articles[undated].Paragraphs[2].Language = "ar"
	day := time.Date(2026, 3, 3, 0, 0, 0, 0, time.UTC)
	b.c.Articles[undated].NotBefore = &article.Date{From: day, To: day.AddDate(0, 0, 1), Grade: article.Unclear, Evidence: []article.DateEvidence{{Kind: "mentioned in the text", Value: "3 March 2026", Agrees: true}}}
	a.Warnings = []string{"two places of the page name different days"}
	a.Published.Evidence = append(a.Published.Evidence, article.DateEvidence{Kind: "URL", Value: "/2026/03/02/", Agrees: false})
	b.c.Skipped = []page.Skip{{Source: page.Source{Path: "pages/broken.warc.gz", Record: "offset 4711"}, Reason: "the record ends in the middle"}, {Source: page.Source{Path: "pages/photo.jpg"}, Reason: "a picture holds no text"}}
	b.c.Duplicates = []hearsay.Duplicate{{Source: page.Source{Path: "pages/copy of nordwire.html"}, Of: nordwire}}
	return b.c
}
