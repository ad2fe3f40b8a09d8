package export

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"hearsay"
	"hearsay/article"
)

// byteOrderMark makes Excel read a CSV file as UTF-8.
const byteOrderMark = "\ufeff"

// A table is one CSV file.
type table struct {
	name   string
	header []string
	rows   [][]string
}

// WriteTables writes the tables of c as CSV files into dir, which must exist, and returns their
// names. The files are UTF-8 with a byte order mark, RFC 4180; cells that a spreadsheet would take
// for a formula get a leading apostrophe.
func WriteTables(dir string, c *hearsay.Case) ([]string, error) {
	var names []string
	for _, tableOf := range []func(*hearsay.Case) table{articles, stories, pairs, passages, edges, origins, statements, skipped} {
		t := tableOf(c) // one at a time: of a large case each is large
		name := t.name + ".csv"
		if err := t.write(filepath.Join(dir, name)); err != nil {
			return names, fmt.Errorf("write table %s: %w", name, err)
		}
		names = append(names, name)
	}
	return names, nil
}

func (t table) write(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	if _, err := f.WriteString(byteOrderMark); err != nil {
		return err
	}
	w := csv.NewWriter(f)
	w.UseCRLF = true
	w.Write(t.header)
	for _, row := range t.rows {
		for i, cell := range row {
			row[i] = guard(cell)
		}
		w.Write(row)
	}
	w.Flush()
	if err := w.Error(); err != nil {
		return err
	}
	return f.Close()
}

// guard keeps a spreadsheet from running a cell as a formula.
func guard(cell string) string {
	trimmed := strings.TrimLeft(cell, " \t\r\n\u00a0")
	if cell != "" && (strings.ContainsRune("\t\r\n", rune(cell[0])) || trimmed != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(trimmed)[0])) {
		return "'" + cell
	}
	return cell
}

func articles(c *hearsay.Case) table {
	t := table{name: "articles", header: []string{"id", "story", "outlet", "domain", "title", "url", "canonical", "published_from", "published_to",
		"published_grade", "published_evidence", "not_before", "modified_from", "byline", "credits", "language", "words", "path", "record", "sha256", "captured", "warnings"}}
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
		t.rows = append(t.rows, []string{a.ID, storyOf[i], a.Outlet, a.Domain, a.Title, a.URL, a.Canonical, from, to, grade, evidence, bound, modified,
			strings.Join(a.Byline, "; "), strings.Join(credits, "; "), a.Language.Code, strconv.Itoa(len(a.Doc.Tokens())),
			a.Source.Path, a.Source.Record, a.SHA256, formatTime(a.Captured), strings.Join(a.Warnings, "; ")})
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
	for _, s := range c.Stories {
		t.rows = append(t.rows, []string{s.ID, s.Title, formatTime(s.From), formatTime(s.To), strconv.Itoa(len(s.Members)),
			strconv.Itoa(len(s.Families)), strconv.Itoa(s.Origins.AtLeast), strconv.Itoa(s.Origins.AtMost)})
	}
	return t
}

func pairs(c *hearsay.Case) table {
	t := table{name: "pairs", header: []string{"a", "b", "a_outlet", "b_outlet", "relation", "shared_of_a", "shared_of_b", "passages", "same_words"}}
	for _, p := range c.Pairs {
		a, b := c.Articles[p.A], c.Articles[p.B]
		same := 0
		for _, x := range p.Passages {
			if !x.Formula {
				same += x.SameWords
			}
		}
		t.rows = append(t.rows, []string{a.ID, b.ID, a.Name(), b.Name(), string(p.Relation), share(p.SharedOfA), share(p.SharedOfB),
			strconv.Itoa(len(p.Passages)), strconv.Itoa(same)})
	}
	return t
}

func share(x float64) string { return strconv.FormatFloat(round(x), 'f', -1, 64) }

func passages(c *hearsay.Case) table {
	t := table{name: "passages", header: []string{"a", "a_start", "a_end", "a_exact", "b", "b_start", "b_end", "b_exact", "words", "same_words", "longest_run", "formula", "moved", "reworded"}}
	for _, p := range c.Pairs {
		for _, x := range p.Passages {
			a, b := newRef(c.Articles, p.A, x.A), newRef(c.Articles, p.B, x.B)
			t.rows = append(t.rows, []string{a.Article, strconv.Itoa(a.Start), strconv.Itoa(a.End), a.Exact,
				b.Article, strconv.Itoa(b.Start), strconv.Itoa(b.End), b.Exact, strconv.Itoa(x.Words), strconv.Itoa(x.SameWords),
				strconv.Itoa(x.LongestRun), strconv.FormatBool(x.Formula), strconv.FormatBool(x.Moved), strconv.FormatBool(x.Reworded)})
		}
	}
	return t
}

func edges(c *hearsay.Case) table {
	t := table{name: "lineage", header: []string{"story", "from", "from_name", "to", "to_name", "directed", "grade", "for_or_against", "clue", "reason", "exact"}}
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
			for _, clue := range e.Clues {
				side, exact := "for", ""
				if clue.Against {
					side = "against"
				}
				if clue.Ref != nil {
					exact = c.Articles[clue.Ref.Article].Doc.Text(clue.Ref.Span)
				}
				t.rows = append(t.rows, []string{s.ID, from, fromName, to, toName, strconv.FormatBool(e.Directed), string(e.Grade),
					side, string(clue.Kind), clue.Text, exact})
			}
		}
	}
	return t
}

func origins(c *hearsay.Case) table {
	t := table{name: "origins", header: []string{"story", "statement", "at_least", "at_most", "rule", "reason", "articles"}}
	add := func(story, statement string, iv Origins) {
		for _, m := range iv.Merges {
			t.rows = append(t.rows, []string{story, statement, strconv.Itoa(iv.AtLeast), strconv.Itoa(iv.AtMost), string(m.Rule), m.Reason, strings.Join(m.Articles, " ")})
		}
	}
	for _, s := range c.Stories {
		add(s.ID, "", newOrigins(c.Articles, s.Origins))
		for _, x := range s.Statements {
			add(s.ID, x.ID, newOrigins(c.Articles, x.Origins))
		}
	}
	return t
}

func statements(c *hearsay.Case) table {
	t := table{name: "statements", header: []string{"story", "statement", "text", "pages", "origins_at_least", "origins_at_most", "article", "outlet", "start", "end", "exact"}}
	for _, s := range c.Stories {
		for _, x := range s.Statements {
			pages := strconv.Itoa(len(x.Articles()))
			for _, r := range x.Reports {
				ref := newRef(c.Articles, r.Article, r.Span)
				t.rows = append(t.rows, []string{s.ID, x.ID, x.Text, pages, strconv.Itoa(x.Origins.AtLeast), strconv.Itoa(x.Origins.AtMost),
					ref.Article, c.Articles[r.Article].Name(), strconv.Itoa(ref.Start), strconv.Itoa(ref.End), ref.Exact})
			}
		}
	}
	return t
}

func skipped(c *hearsay.Case) table {
	t := table{name: "skipped", header: []string{"path", "record", "what", "reason"}}
	for _, s := range c.Skipped {
		what := "could not be read"
		if s.Beside {
			what = "no page of its own"
		}
		t.rows = append(t.rows, []string{s.Source.Path, s.Source.Record, what, s.Reason})
	}
	for _, d := range c.Duplicates {
		t.rows = append(t.rows, []string{d.Source.Path, d.Source.Record, "duplicate", "the same bytes as article " + c.Articles[d.Of].ID})
	}
	return t
}
