package article

import (
	"fmt"
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Some systems encode a text for a page that encodes it once more, or hand the mark-up of a page on as
// text. What readers then see is “l&#039;&eacute;cole” for “l'école”.

// decodeReferences returns s with the character references put right that readers would see as such: in a
// plain text all, in mark-up those that are encoded twice. A reference is believed to be an accident only if it has its
// semicolon and touches a word, or stands beside others in a line or element where one does: a page that explains
// references sets them apart, or in code, where nothing is changed. It looks no further than the line or the
// element. held tells whether there is anything of the kind, put right or not.
func decodeReferences(s string, markup bool) (m repaired, held bool) {
	m.text = s
	first := "&"
	if markup {
		first = "&amp;"
	}
	if !mayHold(s, first) {
		return m, false
	}
	d := referenceDecoder{s: s, markup: markup, first: first}
	d.run()
	if len(d.repairs) > 0 {
		d.out.WriteString(s[d.done:])
		m.text, m.passes = d.out.String(), [][]repair{d.repairs}
		r := d.repairs[0]
		m.was, m.is = html.UnescapeString(s[r.from:r.from+int(r.size)]), m.text[r.at:r.at+int(r.width)]
		if !markup {
			m.was = s[r.from : r.from+int(r.size)]
		}
	}
	return m, true
}

// mayHold reports whether s holds something of the form of such a reference. Most pages do not, and are not
// looked at any further.
func mayHold(s, first string) bool {
	for at := 0; ; {
		i := strings.Index(s[at:], first)
		if i < 0 {
			return false
		}
		at += i
		if _, n := wrongReference(s[at:], first); n > 0 {
			return true
		}
		at += len(first)
	}
}

// wrongReference returns the character that a reference at the beginning of s stands for and its length in
// bytes, 0 if there is none. It begins with first, and may be encoded up to three times more.
func wrongReference(s, first string) (r rune, size int) {
	const again = "amp;"
	if !strings.HasPrefix(s, first) {
		return 0, 0
	}
	n := len(first)
	for range maxPasses {
		if next := s[n:]; !strings.HasPrefix(next, again) || referenceLen("&"+next[len(again):min(len(next), maxReference)]) < 3 {
			break
		}
		n += len(again)
	}
	rest := s[n:min(len(s), n+maxReference)]
	end := strings.IndexByte(rest, ';')
	if end < 2 {
		return 0, 0
	}
	name := "&" + rest[:end+1]
	if referenceLen(name) != len(name) {
		return 0, 0
	}
	is := html.UnescapeString(name)
	r, width := utf8.DecodeRuneInString(is)
	if width != len(is) || r < ' ' || r == utf8.RuneError {
		return 0, 0
	}
	return r, n + end + 1
}

// A wrongPlace is a reference that waits for the end of its line or element.
type wrongPlace struct {
	r        rune
	from, to int
}

// A referenceDecoder goes through a text once.
type referenceDecoder struct {
	s       string
	markup  bool
	first   string
	waiting []wrongPlace
	out     strings.Builder
	done    int // bytes of s that are written
	repairs []repair
}

func (d *referenceDecoder) run() {
	for at := 0; at < len(d.s); {
		switch c := d.s[at]; {
		case c == '<' && d.markup:
			d.settle()
			at = d.skip(at)
		case c == '\n' && !d.markup:
			d.settle()
			at++
		case c == '&':
			r, size := wrongReference(d.s[at:], d.first)
			if size == 0 {
				at++
				continue
			}
			d.waiting = append(d.waiting, wrongPlace{r, at, at + size})
			at += size
		default:
			at++
		}
		if len(d.waiting) >= maxWaiting {
			d.settle()
		}
	}
	d.settle()
}

// literal holds the elements whose content is code or no text at all.
var literal = map[string]bool{"script": true, "style": true, "textarea": true, "xmp": true, "code": true, "pre": true, "kbd": true, "samp": true}

// skip returns where the text goes on behind the tag, the comment or the code that begins at byte at.
func (d *referenceDecoder) skip(at int) int {
	s := d.s[at:]
	end := strings.IndexByte(s, '>')
	if strings.HasPrefix(s, "<!--") {
		if end = strings.Index(s, "-->"); end >= 0 {
			end += 2
		}
	}
	if end < 0 {
		return len(d.s)
	}
	n := 1
	for n < len(s) && isAlphanumeric(s[n]) {
		n++
	}
	name := strings.ToLower(s[1:n])
	if !literal[name] {
		return at + end + 1
	}
	return at + end + closingTag(s[end:], name)
}

// closingTag returns where the end tag of an element stands in s, the length of s if there is none.
func closingTag(s, name string) int {
	for at := 0; ; {
		i := strings.Index(s[at:], "</")
		if i < 0 {
			return len(s)
		}
		at += i
		if len(s)-at >= len(name)+2 && strings.EqualFold(s[at+2:at+2+len(name)], name) {
			return at
		}
		at += 2
	}
}

// settle decides about the references that wait.
func (d *referenceDecoder) settle() {
	sure := false
	for i := 0; i < len(d.waiting) && !sure; {
		end := i + 1
		for end < len(d.waiting) && d.waiting[end].from == d.waiting[end-1].to {
			end++
		}
		sure = d.inWord(d.waiting[i:end])
		i = end
	}
	for _, p := range d.waiting {
		if sure && !(d.markup && strings.ContainsRune("<>&", p.r)) {
			d.write(p)
		}
	}
	d.waiting = d.waiting[:0]
}

// inWord reports whether references that touch each other stand in or beside a word. Signs of mark-up
// say nothing, they are what code is made of; but “&” between two letters is no code.
func (d *referenceDecoder) inWord(run []wrongPlace) bool {
	before, _ := utf8.DecodeLastRuneInString(d.s[:run[0].from])
	after, _ := utf8.DecodeRuneInString(d.s[run[len(run)-1].to:])
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	for _, p := range run {
		switch p.r {
		case '<', '>':
		case '&':
			if unicode.IsLetter(before) && unicode.IsLetter(after) {
				return true
			}
		default:
			if word(before) || word(after) {
				return true
			}
		}
	}
	return false
}

func (d *referenceDecoder) write(p wrongPlace) {
	d.out.WriteString(d.s[d.done:p.from])
	d.repairs = append(d.repairs, repair{d.out.Len(), p.from, int32(utf8.RuneLen(p.r)), int32(p.to - p.from)})
	d.out.WriteRune(p.r)
	d.done = p.to
}

// putReferencesBack gives the pieces of a body that was read from a text with decoded references their places
// in the original, and warns of what is shown otherwise than captured.
func (m repaired) putReferencesBack(b *body) {
	if len(m.passes) == 0 {
		return
	}
	for i := range b.pieces {
		if q := &b.pieces[i]; q.from >= 0 {
			q.from, q.to = m.original(q.from, q.to)
		}
	}
	b.warnings = append(b.warnings, m.referenceWarning(""))
}

func (m repaired) referenceWarning(where string) string {
	n := len(m.passes[0])
	noun := "character references"
	if n == 1 {
		noun = "character reference"
	}
	return fmt.Sprintf("%d %s%s left encoded on the page (as in “%s” for “%s”) and shown decoded", n, noun, where, m.was, m.is)
}

// decodeNames puts the title, the outlet and the byline right, which may come from attributes and scripts.
func (a *Article) decodeNames() {
	names := []*string{&a.Title, &a.Outlet}
	for i := range a.Byline {
		names = append(names, &a.Byline[i])
	}
	for _, name := range names {
		if m, _ := decodeReferences(*name, false); len(m.passes) > 0 {
			a.Warnings = append(a.Warnings, m.referenceWarning(fmt.Sprintf(" of “%s”", cutName(*name))))
			*name = m.text
		}
	}
}
