package story

import (
	"cmp"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"hearsay/article"
	"hearsay/reuse"
	"hearsay/text"
)

func TestPileOfOneStory(t *testing.T) {
	for _, n := range []int{2, 5, 24} {
		articles := ferry.pile("ferry", n, at(2024, 3, 5))
		if got := Find(articles, nil, Options{}); len(got) != 1 {
			t.Errorf("%d articles on one story make %d stories: %q", n, len(got), groups(articles, got))
		}
	}
}

func TestPileOfTwoSimilarStories(t *testing.T) {
	articles := slices.Concat(ferry.pile("ferry", 14, at(2024, 3, 5)), barge.pile("barge", 10, at(2024, 3, 6)))
	got := groups(articles, Find(articles, nil, Options{}))
	if len(got) != 2 || strings.Contains(got[0], "barge") || strings.Contains(got[1], "ferry") {
		t.Errorf("want the 14 on the ferry and the 10 on the barge apart, got %q", got)
	}
}

func TestWithoutTitlesAndDates(t *testing.T) {
	articles := slices.Concat(ferry.pile("ferry", 9, at(2024, 3, 5)), barge.pile("barge", 9, at(2024, 3, 6)))
	for _, a := range articles {
		a.Title, a.Outlet, a.Published = "", "", nil
	}
	stories := Find(articles, nil, Options{})
	if len(stories) != 2 || len(stories[0].Members) != 9 || len(stories[1].Members) != 9 {
		t.Fatalf("want two stories of nine, got %q", groups(articles, stories))
	}
	if s := stories[0]; s.Title != "" || !s.From.IsZero() || !s.To.IsZero() {
		t.Errorf("a story of articles without title and date has title %q, from %v to %v", s.Title, s.From, s.To)
	}
}

func TestOtherScripts(t *testing.T) {
	articles := []*article.Article{
		{ID: "ar-bridge-1", Doc: text.NewDoc("أعلنت بلدية مدينة نورهافن إغلاق جسر الصنوبر أمام حركة السير بعد اكتشاف تشققات في الأعمدة الجنوبية، وقال المهندس سامر الحلواني إن أعمال الترميم ستستمر ستة أسابيع.")},
		{ID: "ar-bridge-2", Doc: text.NewDoc("قال المهندس سامر الحلواني إن جسر الصنوبر في نورهافن أغلق بسبب تشققات ظهرت في أعمدته، وإن الترميم يحتاج إلى ستة أسابيع على الأقل.")},
		{ID: "ar-bridge-3", Doc: text.NewDoc("تشققات في أعمدة جسر الصنوبر تدفع بلدية نورهافن إلى إغلاقه، والسائقون يشكون من الازدحام على الطرق البديلة.")},
		{ID: "ar-orchestra-1", Doc: text.NewDoc("افتتحت أوركسترا الوادي موسمها الجديد بحفل في قصر الثقافة، وقادت العازفة ليلى مراد برنامجا من المقطوعات الكلاسيكية أمام جمهور كبير.")},
		{ID: "ar-orchestra-2", Doc: text.NewDoc("جمهور كبير حضر حفل أوركسترا الوادي في قصر الثقافة، وعزفت ليلى مراد مقطوعات كلاسيكية في افتتاح الموسم.")},
		{ID: "zh-bridge-1", Doc: text.NewDoc("青松大桥因南侧桥墩出现裂缝,市政府宣布封闭交通。工程师林海波表示,修复工程预计需要六周。")},
		{ID: "zh-bridge-2", Doc: text.NewDoc("工程师林海波说,青松大桥的桥墩出现裂缝,修复工程需要六周时间,司机抱怨绕行道路拥堵。")},
		{ID: "zh-panda-1", Doc: text.NewDoc("动物园新来的大熊猫团团首次亮相,吸引了上千名游客。饲养员介绍,它每天吃二十公斤竹子。")},
		{ID: "zh-panda-2", Doc: text.NewDoc("上千名游客来到动物园看大熊猫团团,饲养员介绍它的饮食,每天要吃二十公斤竹子。")},
	}
	want := []string{"ar-bridge-1 ar-bridge-2 ar-bridge-3", "ar-orchestra-1 ar-orchestra-2", "zh-bridge-1 zh-bridge-2", "zh-panda-1 zh-panda-2"}
	got := groups(articles, Find(articles, nil, Options{}))
	slices.Sort(got)
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("stories (-want +got):\n%s", diff)
	}
}

func TestMembersAndBounds(t *testing.T) {
	articles := slices.Concat(ferry.pile("ferry", 6, at(2024, 3, 5)), barge.pile("barge", 3, at(2024, 3, 6)))
	articles[4].Published = nil
	stories := Find(articles, nil, Options{})
	s := stories[0]
	if got, want := groups(articles, stories)[0], "ferry-00 ferry-01 ferry-02 ferry-03 ferry-05 ferry-04"; got != want {
		t.Errorf("members are %q, want %q: by time, unknown last", got, want)
	}
	if want := at(2024, 3, 5).Add(200 * time.Minute); !s.From.Equal(at(2024, 3, 5)) || !s.To.Equal(want) {
		t.Errorf("story from %v to %v", s.From, s.To)
	}
	if !slices.Contains(ferry.titles, s.Title) {
		t.Errorf("title %q is none of an article", s.Title)
	}
	for _, m := range s.Members {
		if !slices.Contains(m.Terms, "Selwick") && !slices.Contains(m.Terms, "Tolle") {
			t.Errorf("terms of %s are %q, none of the story's names", articles[m.Article].ID, m.Terms)
		}
		for _, term := range m.Terms {
			if term == "the" || term == "said" || term == "on" {
				t.Errorf("terms of %s hold %q", articles[m.Article].ID, term)
			}
		}
		if m.Score < defaultThreshold || m.Score > 1 {
			t.Errorf("score of %s is %v", articles[m.Article].ID, m.Score)
		}
	}
}

func TestRunnerUp(t *testing.T) {
	articles := slices.Concat(ferry.pile("ferry", 5, at(2024, 3, 5)), barge.pile("barge", 5, at(2024, 3, 6)))
	between := &article.Article{ID: "between", Title: "Two ferry crashes in two days: the Maren Tolle and the Stella Quint",
		Published: on(at(2024, 3, 7)), Doc: text.NewDoc(ferry.facts[0][1] + " " + ferry.facts[2][0] + " " + ferry.facts[3][0] + "\n\n" +
			barge.facts[0][1] + " " + barge.facts[1][0] + " " + barge.facts[3][0])}
	articles = append(articles, between)
	stories := Find(articles, nil, Options{})
	if len(stories) != 2 {
		t.Fatalf("want two stories, got %q", groups(articles, stories))
	}
	for i, s := range stories {
		for _, m := range s.Members {
			if articles[m.Article] == between {
				if m.RunnerUp != stories[1-i].ID || m.RunnerUpScore <= 0 || m.RunnerUpScore >= m.Score+smallMargin {
					t.Errorf("the article on both has score %.2f and runner-up %q with %.2f", m.Score, m.RunnerUp, m.RunnerUpScore)
				}
				if want := m.Score-m.RunnerUpScore < smallMargin; m.Uncertain != want {
					t.Errorf("uncertain is %v with scores %.3f and %.3f", m.Uncertain, m.Score, m.RunnerUpScore)
				}
			}
		}
	}
}

func TestFamilies(t *testing.T) {
	articles := append(ferry.pile("ferry", 5, at(2024, 3, 5)), barge.pile("barge", 2, at(2024, 3, 5))...)
	pairs := []reuse.Pair{
		{A: 0, B: 3, Relation: reuse.NearCopy, SharedOfA: 0.9, SharedOfB: 0.95},
		{A: 5, B: 6, Relation: reuse.Identical, SharedOfA: 1, SharedOfB: 1},
		{A: 1, B: 2, Relation: reuse.Partial, SharedOfA: 0.4, SharedOfB: 0.5},
	}
	stories := Find(articles, pairs, Options{})
	if len(stories) != 2 {
		t.Fatalf("want two stories, got %q", groups(articles, stories))
	}
	if diff := gocmp.Diff([][]int{{0, 3}}, stories[0].Families); diff != "" {
		t.Errorf("families of the first story (-want +got):\n%s", diff)
	}
	if diff := gocmp.Diff([][]int{{5, 6}}, stories[1].Families); diff != "" {
		t.Errorf("families of the second story (-want +got):\n%s", diff)
	}
	for _, m := range stories[1].Members {
		if m.Score != 1 || len(m.Terms) == 0 {
			t.Errorf("a member of a story of one family has score %v and terms %q", m.Score, m.Terms)
		}
	}
}

// TestOrder checks that neither the order of the input nor the number of processors changes what is
// found.
func TestOrder(t *testing.T) {
	articles := slices.Concat(ferry.pile("ferry", 14, at(2024, 3, 5)), barge.pile("barge", 10, at(2024, 3, 5)))
	pairs := []reuse.Pair{
		{A: 0, B: 3, Relation: reuse.NearCopy, SharedOfA: 0.9, SharedOfB: 0.95},
		{A: 3, B: 6, Relation: reuse.NearCopy, SharedOfA: 0.9, SharedOfB: 0.95},
		{A: 14, B: 17, Relation: reuse.Identical, SharedOfA: 1, SharedOfB: 1},
	}
	want := Find(articles, pairs, Options{})
	rng := rand.New(rand.NewPCG(1, 2))
	for range 10 {
		before := runtime.GOMAXPROCS(1 + rng.IntN(4))
		perm := rng.Perm(len(articles))
		shuffled, place := make([]*article.Article, len(articles)), make([]int, len(articles))
		for i, from := range perm {
			shuffled[i] = articles[from]
			place[from] = i
		}
		moved := slices.Clone(pairs)
		for i := range moved {
			p := &moved[i]
			p.A, p.B = place[p.A], place[p.B]
			if p.A > p.B {
				p.A, p.B = p.B, p.A
				p.SharedOfA, p.SharedOfB = p.SharedOfB, p.SharedOfA
			}
		}
		got := Find(shuffled, moved, Options{})
		runtime.GOMAXPROCS(before)
		for i := range got {
			for k := range got[i].Members {
				got[i].Members[k].Article = perm[got[i].Members[k].Article]
			}
			for _, f := range got[i].Families {
				for k := range f {
					f[k] = perm[f[k]]
				}
				slices.Sort(f)
			}
		}
		if diff := gocmp.Diff(want, got); diff != "" {
			t.Fatalf("another order gives other stories (-want +got):\n%s", diff)
		}
	}
}

func TestNothing(t *testing.T) {
	if got := Find(nil, nil, Options{}); len(got) != 0 {
		t.Errorf("no articles make %d stories", len(got))
	}
	empty := []*article.Article{{ID: "a", Doc: text.NewDoc("")}, {ID: "b", Doc: text.NewDoc("…")}}
	if got := Find(empty, nil, Options{}); len(got) != 2 {
		t.Errorf("two articles without words make %d stories, want one each", len(got))
	}
}

func TestFarApart(t *testing.T) {
	day := at(2024, 3, 5)
	unitOn := func(published time.Time, days ...time.Time) *unit {
		u := &unit{published: published}
		for _, d := range days {
			u.days = append(u.days, dayOf(d))
		}
		slices.Sort(u.days)
		return u
	}
	for _, test := range []struct {
		name string
		a, b *unit
		want bool
	}{
		{"a week", unitOn(day), unitOn(day.AddDate(0, 0, 7)), false},
		{"two months", unitOn(day), unitOn(day.AddDate(0, 2, 0)), true},
		{"names the day of the other", unitOn(day), unitOn(day.AddDate(1, 0, 0), day.AddDate(0, 0, -1)), false},
		{"names another day", unitOn(day), unitOn(day.AddDate(1, 0, 0), day.AddDate(0, 0, -9)), true},
		{"both name a day", unitOn(day, at(2019, 1, 1), at(2020, 1, 1)), unitOn(day.AddDate(1, 0, 0), at(2020, 1, 1)), false},
		{"without a date", unitOn(day), unitOn(time.Time{}), false},
	} {
		if got := far(test.a, test.b); got != test.want {
			t.Errorf("%s: far is %v", test.name, got)
		}
		if got := far(test.b, test.a); got != test.want {
			t.Errorf("%s, swapped: far is %v", test.name, got)
		}
	}
}

// FuzzFind checks on any texts that every article is in exactly one story and that the order of
// stories and members is as promised.
func FuzzFind(f *testing.F) {
	f.Add("Ferry hits pier on 5 March 2024\nMayor Achterberg spoke.\x00Ferry hits pier\nMayor Achterberg spoke on May 3.", uint8(3))
	f.Add("青松大桥\n封闭交通\x00青松\x00\xff\xfe\x00أعلنت بلدية", uint8(0))
	f.Fuzz(func(t *testing.T, s string, relations uint8) {
		var articles []*article.Article
		for part := range strings.SplitSeq(s, "\x00") {
			title, body, _ := strings.Cut(part, "\n")
			articles = append(articles, &article.Article{ID: part, Title: title, Doc: text.NewDoc(body)})
		}
		if len(articles) > 40 {
			return
		}
		var pairs []reuse.Pair
		for i := range len(articles) - 1 {
			relation := []reuse.Relation{reuse.Identical, reuse.NearCopy, reuse.Contained, reuse.Partial}[relations>>(i%4*2)&3]
			pairs = append(pairs, reuse.Pair{A: i, B: i + 1, Relation: relation, SharedOfA: 0.9, SharedOfB: 0.7})
		}
		stories := Find(articles, pairs, Options{})
		seen := map[int]bool{}
		for i, s := range stories {
			if i > 0 && cmp.Or(cmp.Compare(len(s.Members), len(stories[i-1].Members)), cmp.Compare(stories[i-1].ID, s.ID)) > 0 {
				t.Errorf("story %d is out of order", i)
			}
			for _, m := range s.Members {
				if seen[m.Article] {
					t.Errorf("article %d is in two places", m.Article)
				}
				seen[m.Article] = true
				if m.Score < 0 || m.Score > 1.0001 || len(m.Terms) > maxTerms {
					t.Errorf("article %d has score %v and %d terms", m.Article, m.Score, len(m.Terms))
				}
			}
		}
		if len(seen) != len(articles) {
			t.Errorf("%d of %d articles are in a story", len(seen), len(articles))
		}
	})
}
