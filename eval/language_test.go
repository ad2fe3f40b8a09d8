package eval

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"hearsay/article"
	"hearsay/page"
)

// handRead corrects the gold for pages whose html element names no language or that of its template: read
// by hand. All other pages of the set say what they are written in.
var handRead = map[string]string{
	"au/NineNews_2024_05_02": "en", "cn/People_2024_04_24": "zh", "de/Taz_2023_04_28": "de", "il/IsraelNachrichten_2025_04_16": "de",
	"jp/NikkanGeadai_2025_01_31": "ja", "tr/AnadoluAjansi_2025_04_05": "tr", "tw/TaipeiTimes_2024_10_15": "en", "tz/HabariLeo_2025_01_23": "sw",
	"uk/DailyMail_2024_04_27": "en", "za/Dizindaba_2025_11_16": "xh", "za/EyethuNews_2025_11_25": "zu", "za/Ilanga_2025_12_03": "zu",
	"za/IsolezweLesiXhosa_2025_11_09": "xh", "za/Isolezwe_2025_11_09": "zu",
}

var declaredLanguage = regexp.MustCompile(`(?i)<html[^>]*\slang=["']?([a-z]{2})`)

// TestLanguageFundus measures the language of news pages of 41 countries. The gold is weak: what the
// html element says, corrected by hand where that is missing or the language of a template.
func TestLanguageFundus(t *testing.T) {
	cases := fundusCases(t)
	right, given, alone := 0, 0, 0
	for _, c := range cases {
		for p := range page.Read(context.Background(), []string{c.path}, page.Options{}) {
			name := filepath.ToSlash(strings.TrimSuffix(c.path, ".html.gz"))
			want := ""
			if m := declaredLanguage.FindStringSubmatch(p.Body); m != nil {
				want = strings.ToLower(m[1])
			}
			for key, code := range handRead {
				if strings.HasSuffix(name, "/"+key) {
					want = code
				}
			}
			if want == "nb" {
				want = "no"
			}
			a, err := article.Read(p)
			if err != nil {
				continue
			}
			if a.Language.Code != "und" && a.Language.Grade != article.Unclear {
				given++
			}
			if a.Language.Code == want {
				right++
			} else {
				t.Logf("%s: want %s, got %v", name, want, a.Language)
			}
			if languageOf(t, a.Doc.String()) == want {
				alone++
			} else {
				t.Logf("%s: want %s, got %s from the text alone", name, want, languageOf(t, a.Doc.String()))
			}
		}
	}
	note := fmt.Sprintf("of %d pages", len(cases))
	record(t, "language.fundus.given", ratio(given, len(cases)), note)
	record(t, "language.fundus.right", ratio(right, len(cases)), note)
	record(t, "language.fundus.undeclared", ratio(alone, len(cases)), "right from the text alone, "+note)
}

// readText reads a text as a record that names no language.
func readText(t *testing.T, s string) *article.Article {
	a, err := article.Read(&page.Page{Format: page.Record, Raw: []byte(s), Fields: &page.Fields{Text: s}})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func languageOf(t *testing.T, s string) string { return readText(t, s).Language.Code }

// A languageText is a text whose language is known.
type languageText struct{ Lang, Gold, Text string }

func languageTexts(t *testing.T, name string) []languageText {
	f, err := os.Open(corpus(t, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := io.Reader(f)
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			t.Fatal(err)
		}
	}
	var out []languageText
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<26)
	for sc.Scan() {
		var x languageText
		if err := json.Unmarshal(sc.Bytes(), &x); err != nil {
			t.Fatal(err)
		}
		out = append(out, x)
	}
	return out
}

// TestLanguageTexts measures the language of texts without any declaration: whole, and their lines of 100
// to 299 characters, for which an abstention is no error.
func TestLanguageTexts(t *testing.T) {
	for _, set := range []struct{ name, path, lang string }{
		{"meantime", "stories/meantime.jsonl", ""},
		{"german", "quotes/german/train.jsonl", "de"},
		{"saudi", "reuse/saudi.jsonl.gz", "ar"},
	} {
		right, all, lineRight, lineGiven, lines := 0, 0, 0, 0, 0
		for i, x := range languageTexts(t, set.path) {
			if set.lang != "" {
				x.Lang = set.lang
			}
			if set.name == "saudi" && i%20 != 0 || strings.TrimSpace(x.Text) == "" {
				continue
			}
			all++
			if got := languageOf(t, x.Text); got == x.Lang {
				right++
			} else {
				t.Logf("%s: want %s, got %s: %.200q", set.name, x.Lang, got, x.Text)
			}
			for line := range strings.Lines(x.Text) {
				if n := len([]rune(strings.TrimSpace(line))); n < 100 || n >= 300 {
					continue
				}
				lines++
				switch got := languageOf(t, line); got {
				case "und":
				case x.Lang:
					lineRight++
					lineGiven++
				default:
					t.Logf("%s: want %s, got %s: %q", set.name, x.Lang, got, line)
					lineGiven++
				}
			}
		}
		record(t, "language."+set.name+".right", ratio(right, all), fmt.Sprintf("of %d texts", all))
		record(t, "language."+set.name+".lines.given", ratio(lineGiven, lines), fmt.Sprintf("of %d lines of 100 to 299 characters", lines))
		record(t, "language."+set.name+".lines.right", ratio(lineRight, lineGiven), fmt.Sprintf("of %d languages given for such lines", lineGiven))
	}
}

// TestLanguageParagraphs mixes texts: after every three paragraphs of one language stands one of another, as
// in a page that quotes a statement in the original. It measures the language of these paragraphs.
func TestLanguageParagraphs(t *testing.T) {
	paragraphs := map[string][]string{}
	for _, x := range languageTexts(t, "stories/meantime.jsonl") {
		paragraphs[x.Lang] = append(paragraphs[x.Lang], inThrees(x.Text)...)
	}
	for i, x := range languageTexts(t, "reuse/saudi.jsonl.gz") {
		if i%100 == 0 {
			paragraphs["ar"] = append(paragraphs["ar"], inThrees(x.Text)...)
		}
	}
	codes := []string{"ar", "en", "es", "it", "nl"}
	found, right, all, pages := 0, 0, 0, 0
	for _, main := range codes {
		for _, other := range codes {
			if main == other {
				continue
			}
			own, foreign := paragraphs[main], paragraphs[other]
			for len(own) >= 6 && len(foreign) >= 2 {
				mixed := []string{own[0], own[1], own[2], foreign[0], own[3], own[4], own[5], foreign[1]}
				own, foreign = own[6:], foreign[2:]
				a := readText(t, strings.Join(mixed, "\n\n"))
				pages++
				for i, q := range a.Paragraphs {
					want := main
					if i%4 == 3 {
						want = other
					}
					if want == a.Language.Code {
						want = ""
					} else {
						all++
					}
					switch q.Language {
					case "":
					case want:
						found++
						right++
					default:
						found++
						t.Logf("%s in %s, paragraph %d: %s %q", other, main, i, q.Language, a.Doc.Text(q.Span))
					}
				}
			}
		}
	}
	note := fmt.Sprintf("paragraphs in another language, in %d mixed texts", pages)
	record(t, "language.paragraphs.precision", ratio(right, found), fmt.Sprintf("of %d found %s", found, note))
	record(t, "language.paragraphs.recall", ratio(right, all), fmt.Sprintf("of %d %s", all, note))
}

// inThrees joins three lines of running text each to a paragraph of at least 150 characters.
func inThrees(s string) []string {
	var out, lines []string
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); len([]rune(line)) >= 40 {
			lines = append(lines, line)
		}
		if len(lines) == 3 {
			out, lines = append(out, strings.Join(lines, " ")), nil
		}
	}
	kept := out[:0]
	for _, p := range out {
		if len([]rune(p)) >= 150 {
			kept = append(kept, p)
		}
	}
	return kept
}

// TestLanguageUnmixed counts paragraphs of real news pages that are said to be in another language than their
// page; the log shows each, to be looked at.
func TestLanguageUnmixed(t *testing.T) {
	found, all := 0, 0
	for _, a := range bodies(t, fundusCases(t)) {
		if a == nil {
			continue
		}
		for _, q := range a.Paragraphs {
			all++
			if q.Language != "" {
				found++
				t.Logf("%s in %s: %q", q.Language, a.Language.Code, a.Doc.Text(q.Span))
			}
		}
	}
	record(t, "language.fundus.foreign", ratio(found, all), fmt.Sprintf("of %d paragraphs said to be in another language than their page", all))
}
