package page

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// A table is the reading of a file of comma-, semicolon- or tab-separated values.
type table struct {
	*file
	rows rowScanner
	// columns holds for each field the columns that may give it, the preferred one first.
	columns [fieldCount][]int
}

// table reads CSV or TSV. The first row that is not empty names the columns.
func (f *file) table(t *tape, l layout) {
	defer f.endTroubles()
	t.lineEnd = l.lineEnd
	tab := &table{file: f, rows: rowScanner{layout: l}}
	n, ok := tab.first(t)
	if !ok {
		return
	}
	tab.header()
	if len(tab.columns[fieldText]) == 0 && len(tab.columns[fieldHTML]) == 0 {
		f.skip("", "a table without a column for the text; row %d names %s: say --field text=NAME", n, tab.named())
		return
	}
	filled := 0
	for n++; !f.stopped(); n++ {
		name := fmt.Sprintf("row %d", n)
		err := tab.rows.next(t, f.MaxPage)
		switch {
		case err == io.EOF && filled == 0:
			f.skip("", "the table has no rows below its header")
			return
		case err == nil && len(bytes.TrimSpace(tab.rows.raw)) > 0:
			tab.row(name)
			filled++
		case err != nil:
			if filled++; !f.rowFailed(name, err) {
				return
			}
			if t.rewound > f.MaxFile {
				f.failed(name, errFileTooLarge)
				return
			}
		}
	}
}

// first reads the header and returns the number of its row. The line that announces the delimiter is
// not counted, as spreadsheets do not show it.
func (t *table) first(from *tape) (n int, ok bool) {
	announced := t.rows.announced
	for n = 1; ; n++ {
		switch err := t.rows.next(from, t.MaxPage); {
		case err == io.EOF:
			t.skip("", "the table has no rows")
			return n, false
		case err != nil:
			t.rowFailed(fmt.Sprintf("row %d", n), err)
			return n, false
		case announced && announcedDelimiter(t.rows.raw) != 0:
			announced = false
			n--
		case len(bytes.TrimSpace(t.rows.raw)) > 0:
			return n, true
		}
	}
}

// header finds the columns of the fields.
func (t *table) header() {
	t.rows.columns = len(t.rows.cells)
	ranks := make([]int, len(t.rows.cells))
	for i, c := range t.rows.cells {
		at, ok := t.names.lookup(strings.TrimSpace(c.decode(t.rows.raw)))
		if !ok {
			continue
		}
		ranks[i] = at.rank
		columns := append(t.columns[at.field], i)
		for k := len(columns) - 1; k > 0 && ranks[columns[k]] < ranks[columns[k-1]]; k-- {
			columns[k], columns[k-1] = columns[k-1], columns[k]
		}
		t.columns[at.field] = columns
	}
}

// named lists the first names of the header for a message.
func (t *table) named() string {
	var names []string
	for _, c := range t.rows.cells[:min(len(t.rows.cells), 8)] {
		name := []rune(c.decode(t.rows.raw))
		names = append(names, fmt.Sprintf("%q", string(name[:min(len(name), 40)])))
	}
	return strings.Join(names, ", ")
}

// row yields the page of one row.
func (t *table) row(name string) {
	p := &Page{Raw: bytes.Clone(t.rows.raw), Fields: &Fields{}}
	for at := range fieldCount {
		c, ok := t.cell(at)
		if !ok {
			continue
		}
		p.Fields.set(at, []string{c.decode(p.Raw)})
		if at == fieldHTML || at == fieldText {
			p.parts, p.syntax = []part{c.part}, verbatim
			if c.quoted {
				p.syntax = cellSyntax
			}
		}
	}
	if t.rows.cut {
		p.warn("the last cell is not closed by a quotation mark")
	}
	t.recordPage(name, p)
}

// cell returns the first cell of the row that gives a field.
func (t *table) cell(at field) (cell, bool) {
	for _, column := range t.columns[at] {
		if column >= len(t.rows.cells) {
			continue
		}
		if c := t.rows.cells[column]; len(bytes.TrimSpace(t.rows.raw[c.start:c.end])) > 0 {
			return c, true
		}
	}
	return cell{}, false
}

// rowFailed reports a row that could not be read, and whether reading can go on behind it.
func (f *file) rowFailed(name string, err error) bool {
	switch {
	case err == errRowTooLong:
		f.trouble(name, "longer than %s, perhaps because a quotation mark is not closed: its first line is left out; "+
			"if the row is really so long, raise the limit with --max-page", sizeOf(f.MaxPage))
		return true
	case err == errNotClosed:
		f.trouble(name, "a quotation mark is opened and never closed: its first line is left out")
		return true
	case fatal(err):
		f.failed(name, err)
	}
	return false
}
