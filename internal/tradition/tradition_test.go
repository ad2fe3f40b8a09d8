package tradition

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// TestStories checks what those who measure with stories rely on: a seed makes one story, its history
// is no circle, captured texts and pages name each other, and a mute story has the same words and
// tells nothing else.
func TestStories(t *testing.T) {
	for seed := range uint64(60) {
		o := Options{Seed: seed, Witnesses: 4 + int(seed)%17}
		st := New(o)
		if d := cmp.Diff(st.Pages, New(o).Pages, cmp.AllowUnexported(Page{}, Sentence{})); d != "" {
			t.Fatalf("%+v: made twice (-first +second):\n%s", o, d)
		}
		o.Mute = true
		mute := New(o)
		for _, one := range []Story{st, mute} {
			if len(one.Pages) != o.Witnesses {
				t.Errorf("%+v: %d pages", o, len(one.Pages))
			}
			checkHistory(t, one)
		}
		for i, p := range mute.Pages {
			if told := p.URL + p.Date + p.Byline + p.Canonical + strings.Join(p.Links, "") + p.dateline + p.credit; told != "" {
				t.Errorf("%+v: a mute page tells %q", o, told)
			}
			if d := cmp.Diff(st.Pages[i].Sentences, p.Sentences, cmp.AllowUnexported(Sentence{})); d != "" {
				t.Errorf("%+v: mute page %d has other words (-told +mute):\n%s", o, i, d)
			}
		}
		if d := cmp.Diff(st.Texts, mute.Texts, cmpopts.IgnoreUnexported(Text{})); d != "" {
			t.Errorf("%+v: a mute story has another history (-told +mute):\n%s", o, d)
		}
	}
}

func checkHistory(t *testing.T, st Story) {
	t.Helper()
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
		at := 0
		for _, s := range p.Sentences {
			i := strings.Index(p.Body[at:], s.Words)
			if i < 0 || strings.ContainsAny(s.Words, "[]{}|<>\x00") || strings.Contains(s.Words, "  ") || s.Origin > p.Text {
				t.Fatalf("page %s: sentence %+v after byte %d of %q", p.ID, s, at, p.Body)
			}
			at += i + len(s.Words)
		}
	}
}

// TestPlans checks that the sentences leave editors room, so that two who reword one independently
// seldom meet, and that they name no slot that nothing fills.
func TestPlans(t *testing.T) {
	filled := fill(rand.New(rand.NewPCG(1, 2)))
	for _, s := range schemas {
		free, options := 0, 0 // choices that an editor is free to make
		for _, c := range s.choices {
			if c.options < 2 {
				t.Errorf("%v: a choice of one", s.slots)
			}
			if !c.quoted {
				free, options = free+1, options+c.options
			}
		}
		need := map[part]int{headline: 1, lead: 4, detail: 4, speech: 2, background: 4, own: 1}[s.part]
		if free < need || s.part != own && 2*options < 5*free { // in one's own matter phrases change places
			t.Errorf("a sentence of [%s] about %v leaves an editor %d choices with %d options", s.part, s.slots, free, options)
		}
		for _, slot := range s.slots {
			if _, ok := filled[slot]; !ok && len(words[slot]) == 0 {
				t.Errorf("slot {%s} of [%s] is filled by nothing", slot, s.part)
			}
		}
	}
}

// TestPlansThatAreNoPlans checks that an error in sentences.txt does not go unseen.
func TestPlansThatAreNoPlans(t *testing.T) {
	for _, line := range []string{"a [b|c", "a {b", "a <b", "a b] c", "a [b|<c] d>", "[1:a|b] c [1:d|e|f]"} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%q was read", line)
				}
			}()
			readSchema(detail, line)
		}()
	}
}

// TestEdits checks that every edit of the package comment happens.
func TestEdits(t *testing.T) {
	const stories = 150
	seen := map[string]int{}
	for seed := range uint64(stories) {
		o := Options{Seed: 500 + seed, Witnesses: 12}
		for edit := range editsOf(New(o)) {
			seen[edit]++
		}
	}
	for _, edit := range []string{
		"another headline", "dateline dropped", "cut from the end", "sentence dropped", "paragraph moved", "reworded", "split", "joined",
		"clause cut", "house usage", "slip", "slip mended", "drift", "two texts made one", "own addition", "archive", "credit lost", "lost witness",
		"agency lost", "agency kept", "long delay", "no date", "wrong clock",
	} {
		if n := seen[edit]; n < stories/25 {
			t.Errorf("%s: in %d of %d stories", edit, n, stories)
		}
	}
}

// editsOf names the edits of a story.
func editsOf(st Story) map[string]bool {
	out := map[string]bool{}
	for i, text := range st.Texts {
		if text.Agency {
			out["agency lost"], out["agency kept"] = out["agency lost"] || text.Page < 0, out["agency kept"] || text.Page >= 0
		}
		out["lost witness"] = out["lost witness"] || text.Page < 0
		if len(text.Parents) > 0 {
			editsOfCopy(out, i, text, st.Texts[text.Parents[0]])
		}
		if text.Page >= 0 {
			editsOfPage(out, text, st.Pages[text.Page])
		}
	}
	maps.DeleteFunc(out, func(_ string, happened bool) bool { return !happened })
	return out
}

func editsOfPage(out map[string]bool, text Text, p Page) {
	out["no date"] = out["no date"] || p.Date == ""
	if len(p.Date) > len("2006-01-02") {
		out["wrong clock"] = out["wrong clock"] || p.Date != text.at.Format("2006-01-02T15:04:05Z07:00")
	}
	for k, s := range p.Sentences {
		out["split"] = out["split"] || strings.Contains(s.Words, ". By evening") || strings.Contains(s.Words, ". Meanwhile") || strings.Contains(s.Words, ". There was no")
		out["joined"] = out["joined"] || k > 0 && strings.TrimSpace(s.before) != ""
	}
	out["house usage"] = out["house usage"] || styleOf(text.House).american && strings.Contains(p.Body, "meters")
}

func editsOfCopy(out map[string]bool, i int, text, from Text) {
	if text.title != from.title {
		out["another headline"] = true
	}
	out["dateline dropped"] = out["dateline dropped"] || from.dateline != "" && text.dateline == ""
	out["two texts made one"] = out["two texts made one"] || len(text.Parents) > 1
	out["credit lost"] = out["credit lost"] || len(text.credits) < len(from.credits)
	out["long delay"] = out["long delay"] || text.at.Sub(from.at).Hours() > 24
	var at []int // where the sentences of the copy stand in its model
	for _, s := range text.body {
		k := slices.IndexFunc(from.body, func(o sentence) bool { return o.schema == s.schema && o.origin == s.origin && cmp.Equal(x(o), x(s)) })
		if k < 0 {
			part := schemas[s.schema].part
			out["own addition"] = out["own addition"] || s.origin == i && part == own
			out["archive"] = out["archive"] || s.origin == i && part == background
			continue
		}
		at = append(at, k)
		before := from.body[k]
		out["reworded"] = out["reworded"] || !slices.Equal(before.choices, s.choices)
		out["clause cut"] = out["clause cut"] || !slices.Equal(before.cut, s.cut)
		for right := range s.slips {
			out["slip"] = out["slip"] || before.slips[right] == ""
		}
		for right := range before.slips {
			out["slip mended"] = out["slip mended"] || s.slips[right] == ""
		}
		out["drift"] = out["drift"] || !cmp.Equal(before.changed, s.changed)
	}
	out["paragraph moved"] = out["paragraph moved"] || !slices.IsSorted(at)
	out["cut from the end"] = out["cut from the end"] || len(at) > 0 && slices.Max(at) < len(from.body)-2
	out["sentence dropped"] = out["sentence dropped"] || len(at) > 0 && len(at) < slices.Max(at)+1
}

// x returns what a sentence of one's own was filled with, which tells it from others of its schema.
func x(s sentence) map[string]string {
	out := map[string]string{}
	for slot, value := range s.changed {
		if strings.HasPrefix(slot, "x_") {
			out[slot] = value
		}
	}
	return out
}

// TestStyle checks that a house sets every text in one usage.
func TestStyle(t *testing.T) {
	british := style{percent: "per cent", open: "‘", close: "’"}
	american := style{american: true, ize: true, digits: true, bareDay: true, capitalTitle: true, percent: "%", open: `"`, close: `"`}
	for _, c := range []struct{ draft, british, american string }{
		{"the mayor said on Monday: “we organised 7 lorries”", "The mayor said on Monday: ‘We organised 7 lorries’.", `The Mayor said Monday: "We organized 7 trucks."`},
		{"only 5 per cent of three stalls, two metres wide, opened", "Only 5 per cent of three stalls, two metres wide, opened.", "Only 5% of 3 stalls, 2 meters wide, opened."},
	} {
		h := newHand(nil, british)
		if got := h.set(c.draft, false, false); got != c.british {
			t.Errorf("British: %q, want %q", got, c.british)
		}
		h.style = american
		if got := h.set(c.draft, false, false); got != c.american {
			t.Errorf("American: %q, want %q", got, c.american)
		}
	}
	if got := newHand(nil, british).set("the water rose", true, true); got != "the water rose" {
		t.Errorf("in the middle of a sentence: %q", got)
	}
	if got := newHand(nil, style{percent: "per cent", inWords: true}).set("7 of 17 boats", false, false); got != "seven of 17 boats." {
		t.Errorf("figures in words: %q", got)
	}
}

// TestNames checks that a text names a person in full once.
func TestNames(t *testing.T) {
	slots := map[string]string{"person1": "Ilse Thorne", "person2": "Goran Osei"}
	for courtesy, want := range map[string]string{"": "Thorne Osei", "Mr": "Ms Thorne Mr Osei", "Mr.": "Ms. Thorne Mr. Osei"} {
		h := newHand(slots, style{courtesy: courtesy})
		first := h.name("person1", "Ilse Thorne") + " " + h.name("person2", "Goran Osei")
		if again := h.name("person1", "Ilse Thorne") + " " + h.name("person2", "Goran Osei"); first != "Ilse Thorne Goran Osei" || again != want {
			t.Errorf("courtesy %q: %q, then %q, want %q", courtesy, first, again, want)
		}
	}
}
