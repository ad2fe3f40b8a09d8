package page

import "bytes"

// A layout is how a table is written.
type layout struct {
	delimiter byte
	// lineEnd is '\n', or '\r' in the files of old spreadsheets of the Macintosh.
	lineEnd byte
	// announced says that the first line is “sep=;”, by which Excel is told the delimiter.
	announced bool
}

// looksLikeTable returns the layout if the first line is the header of a table: one usual name is
// enough if the file's name says so, or if the delimiter is announced; else a text or html column and
// one more, and a second line that has the delimiter too.
func looksLikeTable(words []byte, extension string, names fieldNames) (layout, bool) {
	named := extension == ".csv" || extension == ".tsv"
	l := layout{lineEnd: lineEndOf(words)}
	header, next, _ := bytes.Cut(words, []byte{l.lineEnd})
	if delimiter := announcedDelimiter(header); delimiter != 0 {
		l.delimiter, l.announced = delimiter, true
		header, _, _ = bytes.Cut(next, []byte{l.lineEnd})
		known, _, _ := headerNames(header, l, names)
		return l, known > 0 || named
	}
	second, _, _ := bytes.Cut(next, []byte{l.lineEnd})
	most := 0
	for _, delimiter := range []byte(",;\t") {
		known, text, odd := headerNames(header, layout{delimiter: delimiter, lineEnd: l.lineEnd}, names)
		ok := named && known > 0 || text && known > 1 && !odd && bytes.IndexByte(second, delimiter) >= 0
		if ok && known > most {
			l.delimiter, most = delimiter, known
		}
	}
	if most == 0 && named { // no usual name: table says which names it would know
		l.delimiter = guessDelimiter(header, extension)
	}
	return l, most > 0 || named
}

// lineEndOf returns '\r' if that and nothing else ends the lines of what was seen of a file.
func lineEndOf(words []byte) byte {
	if bytes.IndexByte(words, '\n') < 0 && bytes.IndexByte(words, '\r') >= 0 {
		return '\r'
	}
	return '\n'
}

// announcedDelimiter returns the delimiter that the line “sep=;” announces, 0 if it does not.
func announcedDelimiter(line []byte) byte {
	line = bytes.Trim(bytes.TrimRight(line, "\r"), `"`)
	if len(line) != len("sep=;") || !bytes.EqualFold(line[:4], []byte("sep=")) || bytes.IndexByte([]byte(",;\t|:"), line[4]) < 0 {
		return 0
	}
	return line[4]
}

func guessDelimiter(header []byte, extension string) byte {
	best, most := byte(','), 0
	if extension == ".tsv" {
		best = '\t'
	}
	for _, delimiter := range []byte(",;\t") {
		if n := bytes.Count(header, []byte{delimiter}); n > most {
			best, most = delimiter, n
		}
	}
	return best
}

// headerNames counts the cells of a header that are usual names, says whether one of them names the
// text, and whether a cell is empty or too long for a name.
func headerNames(header []byte, l layout, names fieldNames) (known int, text, odd bool) {
	row := rowScanner{layout: l}
	row.feed(header)
	row.finish()
	for _, c := range row.cells {
		name := c.decode(row.raw)
		odd = odd || name == "" || len(name) > 64
		if at, ok := names.lookup(name); ok {
			known++
			text = text || at.field == fieldText || at.field == fieldHTML
		}
	}
	return known, text, odd
}
