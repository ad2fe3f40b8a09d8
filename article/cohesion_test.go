package article

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hearsay/text"
)

// What belongs to the text of a flattened page and what does not. Lines that begin with “+ ” are the text.
func TestMainLines(t *testing.T) {
	const menu = "Harbour Ledger\nCoast\nValley\nMarkets\nLetters\nTides\n"
	for name, page := range map[string]string{
		"live page": menu + `Naru agreement: deputies debate
16.42 EET
Speaker calls the vote
+ The speaker has called the vote. Deputies have eight minutes to reach the chamber, and some are still on the stairs.
Share
16.20 EET
+ Two members of the opposition withdrew their amendment after a promise that the whole lease will be published.
Share
15.10 EET
+ A minister answered questions for half an hour and left by the door that leads to the garden, without a coat.
Share
Load more
Topics`,
		"gallery": menu + `A hundred pianos need a roof
1/3
+ The workshop in Tanner Street closes at the end of the month, and with it the last place that takes old pianos.
Next photo
2/3
+ “I do not sell, I place them”, says the master. Twenty-three instruments are on their way to schools and barns.
Next photo
3/3
+ Whatever remains on Saturday goes for nothing to anybody who comes with four strong arms and a van.
More galleries
Bridges that are no more`,
		"answers": menu + `A bridge is a sentence with two ends
+ Vey Sandall has drawn every crossing of the Naru. Ines Harrow asked her why she did so for thirty years.
+ You have drawn 214 bridges. Which of them was the first?
+ Kelbridge, when I was nine. My father wanted me out of the house, and I stayed on the bank until dark.
+ And the last?
+ There is no last.
+ They know where the light comes from, and they know which stone of the bridge is loose and why it is.
Share
Comment`,
		"verse below a colon": menu + `A poem returns to the bridge
+ A poem that was washed off the bridge of Kelbridge seventy years ago has returned to its wall this week.
+ The verses, which a mason wrote in the autumn of the great flood, read:
+ O river, take my stone
+ and leave a way for mine
+ I built above my fear
+ The librarian found the poem in an account book, between the price of cement and the wages of the bridge.
Most read
A boat in the attic`,
		"table": menu + `What has changed in price
+ The consumer office compared the prices of four goods in twelve shops of the valley since the train came back.
+ Average prices, in crowns
+ Bread, 1 kg 17.80 9.00
+ Milk, 1 l 4.10 4.05
+ Candles, 6 pieces 6.00 6.40
+ The office advises everybody to compare the prices of goods by weight, and to ask the shops for a receipt.
Most read
A boat in the attic`,
		"sign behind the last sentence": menu + `Grain trains run again
+ The first grain train in nine months reached the depot on Thursday, with 940 tonnes of wheat from the south.
+ Two trains a week will run until the end of April, the railway company said on Thursday. EFE
Most read
A boat in the attic`,
		"pull quote": menu + `Fires near the forest
+ The fires reached the eastern edge of the forest when the wind changed, and four villages were emptied by bus.
“The night will decide”
+ “The night will decide”, said the chief of the fire brigade. Nine aircraft and six hundred people are there.
+ It began in a quarry near the village of Arven. Nobody knows why, and the police are looking for witnesses.
Like
Share`,
		"promise below a heading": menu + `Grain trains run again
+ The first grain train in nine months reached the depot on Thursday, with 940 tonnes of wheat from the south.
Newsletter
Five stories that you need before breakfast, in your inbox at six every weekday.
+ The grain was loaded at the southern silos, and the train took eleven hours to the depot because of the fog.
By signing up you agree to our terms and to what follows from them.
+ More trains with wheat will run on Thursday and on Saturday, and the depot looks for people to unload them.
Most read
A boat in the attic`,
		"paragraphs beyond a box": menu + `Grain trains run again to the depot
+ The first grain train in nine months reached the depot on Thursday, with 940 tonnes of wheat from the southern silos.
+ The line was closed last June when a culvert gave way, and the railway found no company that wanted to build another.
Subscribe
Your email address
Which letters do you want?
Morning
Evening
+ The railway says that two grain trains a week will reach the depot until April, and three when the line is repaired.
+ The company that lost the tender for the culvert has asked the railway for its papers, and for those of the silos.
Most read
A boat in the attic`,
	} {
		var lines, want []string
		for line := range strings.Lines(page) {
			line, isText := strings.CutPrefix(strings.TrimSpace(line), "+ ")
			lines = append(lines, line)
			if isText {
				want = append(want, line)
			}
		}
		a := flatPage(t, name, lines)
		if diff := cmp.Diff(want, slices.DeleteFunc(paragraphsOf(a), func(s string) bool { return len(strings.Fields(s)) <= 4 && !slices.Contains(want, s) })); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestHasSign(t *testing.T) {
	for line, want := range map[string]bool{
		"Two trains will run, the company said. EFE": true,
		"Two trains will run. - LOSK":                true,
		"Two trains will run. (Dellmar)":             true,
		"Two trains will run. More":                  false,
		"Two trains will run.":                       false,
		"EFE":                                        false,
	} {
		if got := hasSign(line); got != want {
			t.Errorf("hasSign(%q) = %v", line, got)
		}
	}
}

// Each removed line has its own reason: what recurs around a sentence says nothing about it.
func TestReasonsOfTheirOwn(t *testing.T) {
	const own = "Nine people there have the surname that stands on the lending card, and six of them have telephoned."
	lines := lineBlocks("Give now\n" + own + "\nShare your view")
	verdicts := weigh(lines, []int{3, 0, 3})
	for _, r := range leftOut(lines, nil, verdicts, "") {
		if strings.Contains(r.Exact, own) && r.Reason != isOther || strings.Contains(r.Exact, "\n") {
			t.Errorf("%q was removed because %s", r.Exact, r.Reason)
		}
	}
}

// Two short articles that share more furniture than text are not versions of one.
func TestShortArticlesShareFurniture(t *testing.T) {
	shared := []string{
		"Follow the channel of the Ledger and receive the news of the valley on your telephone before anybody else does.",
		"The Ledger may decide not to publish comments that lack respect for the other readers of this newspaper.",
	}
	one := flatPage(t, "pile/one.txt", ledgerTop, []string{"Mobile library returns to the upper villages"}, []string{
		"The mobile library will return to the six upper villages in May, after three years without a driver.",
		"The library carries two thousand books and a stove to the villages."}, shared, ledgerBottom)
	two := flatPage(t, "pile/two.txt", ledgerTop, []string{"Earthquake wakes sleepers in the western valley"}, []string{
		"A light earthquake woke the sleepers in the western valley before sunrise, and nobody came to any harm.",
		"The earthquake was felt in the western valley for eleven seconds."}, shared, ledgerBottom)
	RemoveFurniture([]*Article{one, two})
	for _, a := range []*Article{one, two} {
		if strings.Contains(a.Doc.String(), "channel") || len(a.Paragraphs) != 2 {
			t.Errorf("kept %q", paragraphsOf(a))
		}
	}
}

// What is derived from the text is that of the text as it is after RemoveFurniture.
func TestChosenAgainIsReadAnew(t *testing.T) {
	box := "Am 3. März 2019 gründeten Leser des Blattes einen Verein\u200b, der seither die Arbeit der Redaktion mit Spenden trägt (dpa)."
	text := func(seed string) []string {
		s := sentences(seed, 6)
		s[4] = "The council of " + seed + " met on 4 May 2023 for the first time, the agency AFP reported, and\u200b the bridge was closed."
		return s
	}
	one := flatPage(t, "pile/one.txt", ledgerTop, titleLine("Arda"), text("Arda")[:3], []string{"The association", box}, text("Arda")[3:], ledgerBottom)
	two := flatPage(t, "pile/two.txt", ledgerTop, titleLine("Benn"), text("Benn")[:3], []string{"The association", box}, text("Benn")[3:], ledgerBottom)
	before := len(one.Traces)
	RemoveFurniture([]*Article{one, two})
	if before != 2 || strings.Contains(one.Doc.String(), "Verein") {
		t.Fatalf("%d traces; kept %q", before, one.Doc)
	}
	fresh := &Article{Doc: one.Doc, Published: one.Published, Captured: one.Captured}
	for _, p := range one.Paragraphs {
		p.Language = ""
		fresh.Paragraphs = append(fresh.Paragraphs, p)
	}
	fresh.readBody("", nil)
	spans := func(a *Article) (out []string) {
		for _, c := range a.Credits {
			if c.Span != nil {
				out = append(out, string(c.Kind)+a.Doc.Text(*c.Span))
			}
		}
		return out
	}
	for what, pair := range map[string][2]any{
		"language":   {fresh.Language, one.Language},
		"traces":     {fresh.Traces, one.Traces},
		"paragraphs": {fresh.Paragraphs, one.Paragraphs},
		"not before": {fresh.NotBefore, one.NotBefore},
		"credits":    {spans(fresh), spans(one)},
	} {
		if diff := cmp.Diff(pair[0], pair[1]); diff != "" {
			t.Errorf("%s (-fresh +chosen again):\n%s", what, diff)
		}
	}
	if len(one.Traces) != 1 {
		t.Errorf("traces %v", one.Traces)
	}
}

func TestForwardedMail(t *testing.T) {
	source := "> The bees flew out in January and found not a single flower in\n> the valley.\n>\n> A third of them is lost.\n"
	var got []string
	for _, b := range lineBlocks(source) {
		got = append(got, b.text)
		from, to := b.source(0, len(b.text))
		if words := text.Fold(strings.ReplaceAll(source[from:to], "\n> ", " ")); words != text.Fold(b.text) {
			t.Errorf("%q stands at %q", b.text, source[from:to])
		}
	}
	want := []string{"The bees flew out in January and found not a single flower in the valley.", "A third of them is lost."}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
