package tradition

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// grow adds copies until enough texts are there to lose some, and returns those that were captured.
func (m *maker) grow() []int {
	lost := lostLeast + lostSpan*m.Float64()
	closed := m.Float64() < wireClosed
	n := max(m.o.Witnesses+1, int(float64(m.o.Witnesses)/(1-lost)))
	for len(m.texts) < n {
		m.copyOne()
	}
	order := m.Perm(len(m.texts))
	if closed {
		agency := func(text int) bool { return m.texts[text].Agency }
		order = slices.Concat(slices.DeleteFunc(slices.Clone(order), agency), slices.DeleteFunc(order, func(text int) bool { return !agency(text) }))
	}
	return order[:m.o.Witnesses]
}

// copyOne adds a text that is made from one or two others, or now and then an own report.
func (m *maker) copyOne() {
	if m.Float64() < ownReports {
		t := Text{House: m.outlet(), Page: -1, at: m.start.Add(m.delay())}
		t.body, t.title = m.report(len(m.texts), true), m.headline(t.House)
		m.texts = append(m.texts, t)
		return
	}
	parent := m.parent(-1)
	from := m.texts[parent]
	t := Text{House: m.outlet(), Parents: []int{parent}, Page: -1, at: from.at.Add(m.delay()), title: from.title}
	t.body = edit(m.Rand, from.body, m.slots)
	if m.Float64() < newHeadline {
		t.title = m.headline(t.House)
	}
	m.credit(&t, parent)
	if m.Float64() < merges {
		m.merge(&t)
	}
	if m.Float64() < addsOwn {
		m.addOwn(&t)
	}
	if m.Float64() < addsArchive {
		m.addArchive(&t)
	}
	m.texts = append(m.texts, t)
}

// parent chooses a text to take from: agencies are taken from most, and no text twice.
func (m *maker) parent(except int) int {
	total := 0
	weight := func(i int) int {
		switch {
		case i == except:
			return 0
		case m.texts[i].Agency:
			return 4
		}
		return 1
	}
	for i := range m.texts {
		total += weight(i)
	}
	x := m.IntN(total)
	for i := range m.texts {
		if x -= weight(i); x < 0 {
			return i
		}
	}
	return 0
}

// delay is how long a copy takes: minutes for some, two days for others.
func (m *maker) delay() time.Duration {
	return time.Duration(pick(m.Rand, []int{6 + m.IntN(40), 40 + m.IntN(300), 300 + m.IntN(2500)}, 0.35, 0.45, 0.2)) * time.Minute
}

// credit decides which sources a copy names: those that its model hands on, and the model itself.
func (m *maker) credit(t *Text, parent int) {
	from := m.texts[parent]
	for _, name := range from.credits {
		if m.Float64() < handsOnCredit {
			t.credits = append(t.credits, name)
		}
	}
	chance := creditsOutlet
	if from.Agency {
		chance = creditsAgency
	}
	if m.Float64() < chance {
		t.credits = append(t.credits, from.House)
	}
	if from.dateline != "" && m.Float64() < keepsDateline {
		t.dateline = from.dateline
	}
}

// merge takes a stretch of a second text as well.
func (m *maker) merge(t *Text) {
	if len(m.texts) < 2 {
		return
	}
	second := m.parent(t.Parents[0])
	from := m.texts[second]
	k := min(len(from.body), 3+m.IntN(3))
	has := map[[2]int]bool{} // what one writer wrote by one plan is the same sentence, as a rule
	for _, s := range t.body {
		has[[2]int{s.schema, s.origin}] = true
	}
	taken := 0
	for _, s := range edit(m.Rand, from.body[:k], m.slots) {
		if !has[[2]int{s.schema, s.origin}] {
			t.body = append(t.body, s)
			taken++
		}
	}
	if taken > 0 {
		t.Parents = append(t.Parents, second)
		if from.at.After(t.at) {
			t.at = from.at.Add(m.delay())
		}
	}
}

// addOwn adds what the outlet found out itself.
func (m *maker) addOwn(t *Text) {
	for range 1 + m.IntN(3) {
		t.body = slices.Insert(t.body, 1+m.IntN(len(t.body)), m.seen(len(m.texts)))
	}
}

// addArchive adds a closing paragraph of background from the outlet's own archive.
func (m *maker) addArchive(t *Text) {
	added := m.schema(background, 1+m.IntN(2), len(m.texts))
	for i := range added {
		added[i].starts = i == 0
	}
	t.body = append(t.body, added...)
}

// capture makes pages of the texts that are kept.
func (m *maker) capture(kept []int) Story {
	for i, at := range kept {
		m.texts[at].Page = i
	}
	var st Story
	for i, at := range kept {
		st.Pages = append(st.Pages, m.page(i, at))
	}
	st.Texts = m.texts
	return st
}

func (m *maker) page(i, at int) Page {
	t := m.texts[at]
	p := Page{Text: at, ID: fmt.Sprintf("w%02d", i), Outlet: t.House, Title: t.title}
	p.Sentences = newHand(m.slots, styleOf(t.House)).text(t.body)
	if !m.o.Mute {
		m.marks(&p, t)
	}
	p.Body = body(p)
	return p
}

// marks puts on a page what tells the direction beside its words.
func (m *maker) marks(p *Page, t Text) {
	p.URL = address(t.House, p.ID)
	switch {
	case m.Float64() < noDate:
	case m.Float64() < dayOnly:
		p.Date = t.at.Format(time.DateOnly)
	default:
		at := t.at
		if m.Float64() < wrongClock {
			at = at.Add(time.Duration(m.IntN(48)-24) * time.Hour)
		}
		p.Date = at.Format(time.RFC3339)
	}
	if t.dateline != "" {
		p.dateline = fmt.Sprintf("%s (%s) – ", strings.ToUpper(m.slots["place"]), t.dateline)
	}
	if len(t.credits) > 0 {
		p.credit = []string{"Source: %s", "(%s)", "With reporting by %s"}[m.IntN(3)]
		p.credit = fmt.Sprintf(p.credit, strings.Join(slices.Compact(t.credits), ", "))
	}
	if len(t.Parents) == 0 && !t.Agency {
		p.Byline = writer(p.Text)
		if m.Float64() < ownDateline {
			p.dateline = strings.ToUpper(m.slots["place"]) + " – "
		}
	}
	for _, parent := range t.Parents {
		from := m.texts[parent]
		if from.Page >= 0 && m.Float64() < linksSource {
			p.Links = append(p.Links, address(from.House, fmt.Sprintf("w%02d", from.Page)))
		}
		if from.Page >= 0 && m.Float64() < canonicalOfOther {
			p.Canonical = address(from.House, fmt.Sprintf("w%02d", from.Page))
		}
	}
}

// writer returns the name of the person who wrote a text: no two of a story have the same.
func writer(text int) string {
	given, family := words["given"], words["family"]
	return given[(4*text+2)%len(given)] + " " + family[(7*text+text/len(given))%len(family)]
}

func address(house, id string) string {
	return "https://" + strings.ToLower(strings.ReplaceAll(house, " ", "-")) + ".example/news/" + id
}

// body sets the sentences of a page in paragraphs.
func body(p Page) string {
	var b strings.Builder
	b.WriteString(p.dateline)
	for _, s := range p.Sentences {
		b.WriteString(s.before + s.Words)
	}
	if p.credit != "" {
		b.WriteString("\n\n" + p.credit)
	}
	return b.String()
}
