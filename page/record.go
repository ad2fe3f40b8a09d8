package page

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// lines reads JSON lines. A line that is broken or too long is reported, and reading goes on behind it.
func (f *file) lines(t *tape) {
	defer f.endTroubles()
	filled := 0
	for n := 1; !f.stopped(); n++ {
		name := fmt.Sprintf("line %d", n)
		line, err := t.line(f.MaxPage)
		if err == errLineTooLong && n == 1 && !namedLines(f.name()) { // rather one value that is all of the file
			t.unread(line)
			f.values(t)
			return
		}
		if err == errLineTooLong {
			f.tooLarge(name)
			filled++
			line, err = nil, t.dropLine()
		}
		if fatal(err) {
			f.failed(name, err)
			return
		}
		line = bytes.TrimSpace(bytes.TrimPrefix(line, utf8Mark)) // files that were joined keep the mark of each
		if len(line) > 0 {
			f.line(name, line)
			filled++
		}
		if err == io.EOF {
			break
		}
	}
	if filled == 0 {
		f.skip("", "the file holds no records")
	}
}

func namedLines(path string) bool {
	extension := extensionOf(path)
	return extension == ".jsonl" || extension == ".ndjson"
}

// line reads what a line holds: an object, or several written one after another.
func (f *file) line(name string, data []byte) {
	if !joined(data) {
		f.object(name, data, name+" ")
		return
	}
	s := jsonScanner{data: data}
	for n := 1; s.at < len(data) && !f.stopped(); n++ {
		item := fmt.Sprintf("%s item %d", name, n)
		object, err := s.element()
		if err != nil {
			f.trouble(item, "%v", err)
			return
		}
		if object.end == len(data) && n == 1 { // the braces stood inside a text
			item = name
		}
		f.object(item, data[object.start:object.end], item+" ")
	}
}

// joined reports whether an object may be followed by another in the same line.
func joined(data []byte) bool {
	for at := 0; ; at++ {
		end := bytes.IndexByte(data[at:], '}')
		if end < 0 {
			return false
		}
		at += end
		if rest := bytes.TrimLeft(data[at+1:], " \t\r"); len(rest) > 0 && rest[0] == '{' {
			return data[0] == '{'
		}
	}
}

// object reads a JSON object that is a record, or that holds a list of records without being one. name
// is the name of the record in the file, and items what precedes “item 2” in the names of a list; an
// empty items says that lists do not count.
func (f *file) object(name string, data []byte, items string) {
	if data[0] != '{' {
		f.trouble(name, "not an object with fields, but %s", describe(data))
		return
	}
	found, err := f.find(data)
	switch {
	case err != nil:
		f.trouble(name, "%v", err)
	case found.isRecord():
		f.record(name, data, found)
	case items != "" && len(found.lists) > 0:
		n := 0
		f.wrapped(data, found.lists, items, &n)
	default:
		f.trouble(name, "%s", found.lack)
	}
}

// wrapped reads the lists of objects inside an object that is no record itself, such as the answer of
// a search service. It counts their items in n.
func (f *file) wrapped(data []byte, lists []part, items string, n *int) {
	for _, list := range lists {
		s := jsonScanner{data: data[:list.end], at: list.start}
		// The object was checked already, so that its lists cannot be broken.
		_ = s.elements(func(item part) {
			if *n++; !f.stopped() {
				f.object(fmt.Sprintf("%sitem %d", items, *n), data[item.start:item.end], "")
			}
		})
	}
}

// A found is what was found in a record before anything is decoded.
type found struct {
	fields [fieldCount]struct {
		set   bool
		rank  int
		value part
	}
	lists []part // of objects, under names that stand for nothing
	lack  string // why it is no record, if it is none
}

// emptyText says that a record names a text and has none.
const emptyText = "its text is empty"

// isRecord reports whether the object has a text of its own.
func (f *found) isRecord() bool { return f.fields[fieldText].set || f.fields[fieldHTML].set }

// find looks for the fields of a record.
func (f *file) find(data []byte) (*found, error) {
	found := &found{lack: "no text; if it stands under another name, say --field text=NAME"}
	s := jsonScanner{data: data}
	err := s.members(func(name, value part) {
		at, known := f.names.lookup(jsonString(data[name.start+1 : name.end-1]))
		content := data[value.start:value.end]
		list := content[0] == '[' && bytes.HasPrefix(bytes.TrimLeft(content[1:], " \t\r\n"), []byte("{"))
		if list && (!known || at.field == fieldText || at.field == fieldHTML) {
			found.lists = append(found.lists, value)
			return
		}
		slot := &found.fields[at.field]
		says := known && !blank(content) && (content[0] == '"' || len(stringsOf(data, value)) > 0)
		switch {
		case says && (!slot.set || at.rank < slot.rank):
			slot.set, slot.rank, slot.value = true, at.rank, value
		case known && at.field == fieldText:
			found.lack = emptyText
		}
	})
	if err == nil {
		err = s.end()
	}
	return found, err
}

// blank reports whether a JSON value says nothing.
func blank(value []byte) bool {
	switch value[0] {
	case 'n', 't', 'f':
		return true
	case '"':
		return len(bytes.TrimSpace(value[1:len(value)-1])) == 0
	case '[', '{':
		return len(bytes.TrimSpace(value[1:len(value)-1])) == 0
	}
	return false
}

// record yields the page of a JSON record.
func (f *file) record(name string, data []byte, found *found) {
	p := &Page{Raw: bytes.Clone(data), Fields: &Fields{}, syntax: jsonSyntax}
	for i, slot := range found.fields {
		if !slot.set {
			continue
		}
		parts := stringsOf(data, slot.value)
		values := make([]string, len(parts))
		for k, part := range parts {
			values[k] = jsonString(data[part.start:part.end])
		}
		p.Fields.set(field(i), values)
		if field(i) == fieldHTML || field(i) == fieldText && !found.fields[fieldHTML].set {
			p.parts = parts
		}
	}
	f.recordPage(name, p)
}

// recordPage completes the page of a record of any syntax.
func (f *file) recordPage(name string, p *Page) {
	if strings.TrimSpace(p.Fields.Text) == "" && strings.TrimSpace(p.Fields.HTML) == "" {
		f.trouble(name, emptyText)
		return
	}
	p.Source = f.source(name)
	p.Format = Record
	p.Charset, p.CharsetBy = f.charset.name, f.charset.by
	p.URL = p.Fields.URL
	if p.URL == "" && webAddress(p.Fields.ID) {
		p.URL = p.Fields.ID
	}
	if when := p.Fields.Captured; when != "" {
		if t, ok := parseTime(when); ok {
			p.Captured, p.CapturedBy = t, "field captured"
		} else {
			p.warn("the capture time %q is not a date that can be read", when)
		}
	}
	if n := strings.Count(p.content(), "\uFFFD"); n > 0 {
		p.warn("%s in the text not known in its character set and shown as \uFFFD", countOf(n, "character is", "characters are"))
	}
	f.emit(p)
}

func webAddress(s string) bool {
	s = strings.ToLower(s[:min(len(s), len("https://"))])
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

// stringsOf returns where the strings and numbers of a value stand, strings without their quotation
// marks: the value itself, the elements of a list, or of an object the member that names it.
func stringsOf(data []byte, value part) []part {
	switch c := data[value.start]; {
	case c == '"':
		return []part{{value.start + 1, value.end - 1}}
	case c == '-' || '0' <= c && c <= '9':
		return []part{value}
	case c == '{':
		return nameOf(data, value)
	case c == '[':
		var parts []part
		s := jsonScanner{data: data[:value.end], at: value.start}
		_ = s.elements(func(element part) { // checked already
			if data[element.start] != '[' && !blank(data[element.start:element.end]) {
				parts = append(parts, stringsOf(data, element)...)
			}
		})
		return parts
	}
	return nil
}

// nameOf returns the first of the members that name an object: an author or publisher as schema.org
// writes it, a value of JSON-LD, a date or an id as MongoDB exports it.
func nameOf(data []byte, object part) []part {
	names := []string{"name", "@value", "$date", "$oid"}
	var found []part
	s := jsonScanner{data: data[:object.end], at: object.start}
	_ = s.members(func(name, value part) { // checked already
		for i, n := range names {
			content := data[value.start:value.end]
			if string(data[name.start+1:name.end-1]) == n && content[0] == '"' && !blank(content) {
				names = names[:i]
				found = []part{{value.start + 1, value.end - 1}}
				return
			}
		}
	})
	return found
}

// describe says what kind of JSON value something is that should be an object.
func describe(data []byte) string {
	switch c := data[0]; {
	case c == '[':
		return "a list"
	case c == '"':
		return "a text"
	case c == '-' || '0' <= c && c <= '9':
		return "a number"
	}
	return fmt.Sprintf("something that begins with %q", rune(data[0]))
}
