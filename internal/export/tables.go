package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"hearsay"
	"hearsay/article"
)

// byteOrderMark makes Excel read a CSV file as UTF-8.
const byteOrderMark = "\ufeff"

// A table is one CSV file. Its rows are made as they are written.
type table struct {
	name   string
	header []string
	rows   func(add func(cells ...string))
}

// WriteTables writes the tables of c as CSV files into dir, which must exist, and returns their
// names. The files are UTF-8 with a byte order mark, RFC 4180; cells that a spreadsheet would take
// for a formula get a leading apostrophe.
func WriteTables(dir string, c *hearsay.Case) ([]string, error) {
	var names []string
	for _, tableOf := range []func(*hearsay.Case) table{articles, stories, pairs, passages, edges, origins, statements, quotes, utterances, entities, skipped} {
		t := tableOf(c)
		name := t.name + ".csv"
		if err := t.write(filepath.Join(dir, name)); err != nil {
			return names, fmt.Errorf("write table %s: %w", name, err)
		}
		names = append(names, name)
	}
	return names, nil
}

// write writes a table into a file.
func (t table) write(path string) error {
	return WriteFile(path, func(f io.Writer) error {
		if _, err := io.WriteString(f, byteOrderMark); err != nil {
			return err
		}
		w := csv.NewWriter(f)
		w.UseCRLF = true
		add := func(cells ...string) {
			for i, cell := range cells {
				cells[i] = guard(cell)
			}
			w.Write(cells) // an error stays for Error
		}
		add(t.header...)
		t.rows(add)
		w.Flush()
		return w.Error()
	})
}

// negative is a number below zero, which begins like a formula and is none.
var negative = regexp.MustCompile(`^-[0-9]+(\.[0-9]+)?$`)

// guard keeps a spreadsheet from running a cell as a formula.
func guard(cell string) string {
	if negative.MatchString(cell) {
		return cell
	}
	trimmed := strings.TrimLeft(cell, " \t\r\n\u00a0")
	if cell != "" && (strings.ContainsRune("\t\r\n", rune(cell[0])) || trimmed != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(trimmed)[0])) {
		return "'" + cell
	}
	return cell
}

func articles(c *hearsay.Case) table {
	t := table{name: "articles", header: []string{"id", "story", "outlet", "domain", "title", "url", "canonical", "published_from", "published_to",
		"published_grade", "published_evidence", "not_before", "modified_from", "byline", "credits", "language", "words", "path", "record", "sha256", "captured", "warnings"}}
	t.rows = func(add func(cells ...string)) {
		storyOf := map[int]string{}
		for _, s := range c.Stories {
			for _, m := range s.Members {
				storyOf[m.Article] = s.ID
			}
		}
		for i, a := range c.Articles {
			from, to, grade, evidence := dateCells(a.Published)
			bound, _, _, _ := dateCells(a.NotBefore)
			modified, _, _, _ := dateCells(a.Modified)
			var credits []string
			for _, x := range a.Credits {
				credits = append(credits, fmt.Sprintf("%s: %s", x.Kind, x.Agency))
			}
			add(a.ID, storyOf[i], a.Outlet, a.Domain, a.Title, a.URL, a.Canonical, from, to, grade, evidence, bound, modified,
				strings.Join(a.Byline, "; "), strings.Join(credits, "; "), a.Language.Code, strconv.Itoa(len(a.Doc.Tokens())),
				a.Source.Path, a.Source.Record, a.SHA256, formatTime(a.Captured), strings.Join(a.Warnings, "; "))
		}
	}
	return t
}

func dateCells(d *article.Date) (from, to, grade, evidence string) {
	if d == nil {
		return "", "", "", ""
	}
	var kinds []string
	for _, e := range d.Evidence {
		kinds = append(kinds, e.Kind+" "+e.Value)
	}
	return formatTime(d.From), formatTime(d.To), string(d.Grade), strings.Join(kinds, "; ")
}

func stories(c *hearsay.Case) table {
	t := table{name: "stories", header: []string{"id", "title", "from", "to", "pages", "families", "origins_at_least", "origins_at_most"}}
	t.rows = func(add func(cells ...string)) {
		for _, s := range c.Stories {
			add(s.ID, s.Title, formatTime(s.From), formatTime(s.To), strconv.Itoa(len(s.Members)),
				strconv.Itoa(len(s.Families)), strconv.Itoa(s.Origins.AtLeast), strconv.Itoa(s.Origins.AtMost))
		}
	}
	return t
}

func pairs(c *hearsay.Case) table {
	t := table{name: "pairs", header: []string{"a", "b", "a_outlet", "b_outlet", "relation", "shared_of_a", "shared_of_b", "passages", "same_words"}}
	t.rows = func(add func(cells ...string)) {
		for _, p := range c.Pairs {
			a, b := c.Articles[p.A], c.Articles[p.B]
			same := 0
			for _, x := range p.Passages {
				if !x.Formula {
					same += x.SameWords
				}
			}
			add(a.ID, b.ID, a.Name(), b.Name(), string(p.Relation), decimal(p.SharedOfA), decimal(p.SharedOfB),
				strconv.Itoa(len(p.Passages)), strconv.Itoa(same))
		}
	}
	return t
}

func decimal(x float64) string { return strconv.FormatFloat(round(x), 'f', -1, 64) }

func passages(c *hearsay.Case) table {
	t := table{name: "passages", header: []string{"a", "a_start", "a_end", "a_exact", "b", "b_start", "b_end", "b_exact", "words", "same_words", "longest_run", "formula", "moved", "reworded", "mass"}}
	t.rows = func(add func(cells ...string)) {
		for _, p := range c.Pairs {
			for _, x := range p.Passages {
				a, b := newRef(c.Articles, p.A, x.A), newRef(c.Articles, p.B, x.B)
				add(a.Article, strconv.Itoa(a.Start), strconv.Itoa(a.End), a.Exact,
					b.Article, strconv.Itoa(b.Start), strconv.Itoa(b.End), b.Exact, strconv.Itoa(x.Words), strconv.Itoa(x.SameWords),
					strconv.Itoa(x.LongestRun), strconv.FormatBool(x.Formula), strconv.FormatBool(x.Moved), strconv.FormatBool(x.Reworded), decimal(x.Mass))
			}
		}
	}
	return t
}

func edges(c *hearsay.Case) table {
	t := table{name: "lineage", header: []string{"story", "from", "from_name", "to", "to_name", "directed", "grade", "for_or_against", "clue", "reason", "exact", "odds"}}
	t.rows = func(add func(cells ...string)) {
		for _, s := range c.Stories {
			node := func(i int) (id, name string) {
				n := s.Lineage.Nodes[i]
				if n.Article < 0 {
					return "", n.Missing + " (not in this collection)"
				}
				return c.Articles[n.Article].ID, c.Articles[n.Article].Name()
			}
			for _, e := range s.Lineage.Edges {
				from, fromName := node(e.From)
				to, toName := node(e.To)
				odds := ""
				if x := oddsOf(s.Lineage, e); x != nil {
					odds = decimal(*x)
				}
				for _, clue := range e.Clues {
					side, exact := "for", ""
					if clue.Against {
						side = "against"
					}
					if clue.Ref != nil {
						exact = c.Articles[clue.Ref.Article].Doc.Text(clue.Ref.Span)
					}
					add(s.ID, from, fromName, to, toName, strconv.FormatBool(e.Directed), string(e.Grade),
						side, string(clue.Kind), clue.Text, exact, odds)
				}
			}
		}
	}
	return t
}

func origins(c *hearsay.Case) table {
	t := table{name: "origins", header: []string{"story", "statement", "at_least", "at_most", "rule", "reason", "articles"}}
	t.rows = func(add func(cells ...string)) {
		merges := func(story, statement string, iv Origins) {
			for _, m := range iv.Merges {
				add(story, statement, strconv.Itoa(iv.AtLeast), strconv.Itoa(iv.AtMost), string(m.Rule), m.Reason, strings.Join(m.Articles, " "))
			}
		}
		for _, s := range c.Stories {
			merges(s.ID, "", newOrigins(c.Articles, s.Origins))
			for _, x := range s.Statements {
				merges(s.ID, x.ID, newOrigins(c.Articles, x.Origins))
			}
		}
	}
	return t
}

func statements(c *hearsay.Case) table {
	t := table{name: "statements", header: []string{"story", "statement", "text", "pages", "origins_at_least", "origins_at_most", "article", "outlet", "start", "end", "exact"}}
	t.rows = func(add func(cells ...string)) {
		for _, s := range c.Stories {
			for _, x := range s.Statements {
				pages := strconv.Itoa(len(x.Articles()))
				for _, r := range x.Reports {
					ref := newRef(c.Articles, r.Article, r.Span)
					add(s.ID, x.ID, x.Text, pages, strconv.Itoa(x.Origins.AtLeast), strconv.Itoa(x.Origins.AtMost),
						ref.Article, c.Articles[r.Article].Name(), strconv.Itoa(ref.Start), strconv.Itoa(ref.End), ref.Exact)
				}
			}
		}
	}
	return t
}

func skipped(c *hearsay.Case) table {
	t := table{name: "skipped", header: []string{"path", "record", "what", "reason"}}
	t.rows = func(add func(cells ...string)) {
		for _, s := range c.Skipped {
			what := "could not be read"
			if s.Beside {
				what = "no page of its own"
			}
			add(s.Source.Path, s.Source.Record, what, s.Reason)
		}
		for _, d := range c.Duplicates {
			add(d.Source.Path, d.Source.Record, "duplicate", "the same bytes as article "+c.Articles[d.Of].ID)
		}
	}
	return t
}
