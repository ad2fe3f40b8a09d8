package page

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// maxNesting is how deep arrays and objects may lie inside each other, as in encoding/json.
const maxNesting = 10000

// A jsonScanner walks over a JSON value and checks it against RFC 8259. It decodes nothing, so that
// reading a record costs no more than the fields that are used; bytes that are not UTF-8 are let
// through and become U+FFFD when a string is decoded.
type jsonScanner struct {
	data []byte
	at   int
}

func (s *jsonScanner) fail(format string, args ...any) error {
	return fmt.Errorf("not valid JSON at byte %d: %s", s.at+1, fmt.Sprintf(format, args...))
}

func (s *jsonScanner) space() {
	for s.at < len(s.data) {
		switch s.data[s.at] {
		case ' ', '\t', '\n', '\r':
			s.at++
		default:
			return
		}
	}
}

// next returns the byte at the cursor, 0 at the end.
func (s *jsonScanner) next() byte {
	if s.at < len(s.data) {
		return s.data[s.at]
	}
	return 0
}

// str walks over a string; the cursor stands on its first quotation mark.
func (s *jsonScanner) str() error {
	if s.next() != '"' {
		return s.fail("a name or a text in quotation marks is missing")
	}
	start := s.at
	for s.at++; s.at < len(s.data); s.at++ {
		switch c := s.data[s.at]; {
		case c == '"':
			s.at++
			return nil
		case c == '\\':
			if err := s.escape(); err != nil {
				return err
			}
		case c < ' ':
			return s.fail("a control character stands inside a text without being escaped")
		}
	}
	s.at = start
	return s.fail("a text is not closed by a quotation mark")
}

// escape walks over an escape up to its last byte; the cursor stands on the backslash.
func (s *jsonScanner) escape() error {
	s.at++
	c := s.next()
	switch {
	case c == 'u' && s.at+4 < len(s.data) && hex4(s.data[s.at+1:]) >= 0:
		s.at += 4
	case c == 'u' || c == 0 || strings.IndexByte(`"\/bfnrt`, c) < 0:
		return s.fail("a backslash stands before something that cannot be escaped")
	}
	return nil
}

// value walks over a value of any kind. It keeps its own stack, so that deep nesting costs a byte a
// level.
func (s *jsonScanner) value() error {
	var stack []byte // the closing brackets that are due
	for {
		opened, err := s.begin(&stack)
		if err != nil {
			return err
		}
		for !opened { // a value has ended: close what ends with it
			s.space()
			if len(stack) == 0 {
				return nil
			}
			end := stack[len(stack)-1]
			switch s.next() {
			case ',':
				s.at++
				s.space()
				if end == '}' {
					if err := s.key(); err != nil {
						return err
					}
				}
				opened = true
			case end:
				s.at++
				stack = stack[:len(stack)-1]
			default:
				return s.fail("a comma or %q is missing", end)
			}
		}
	}
}

// begin walks over a scalar or an empty array or object, or over the opening of one that has
// something in it; then it reports true, and the cursor stands before a value.
func (s *jsonScanner) begin(stack *[]byte) (opened bool, err error) {
	s.space()
	c := s.next()
	if c != '{' && c != '[' {
		return false, s.scalar()
	}
	end := c + 2 // the closing brackets lie two places behind the opening ones
	if len(*stack) == maxNesting {
		return false, s.fail("nested deeper than %d levels", maxNesting)
	}
	s.at++
	s.space()
	if s.next() == end {
		s.at++
		return false, nil
	}
	*stack = append(*stack, end)
	if c == '{' {
		return true, s.key()
	}
	return true, nil
}

// key walks over a name and the colon behind it.
func (s *jsonScanner) key() error {
	if err := s.str(); err != nil {
		return err
	}
	s.space()
	if s.next() != ':' {
		return s.fail("a colon is missing after a name")
	}
	s.at++
	return nil
}

func (s *jsonScanner) scalar() error {
	c := s.next()
	switch {
	case c == '"':
		return s.str()
	case c == '-' || '0' <= c && c <= '9':
		return s.number()
	}
	for _, word := range []string{"true", "false", "null"} {
		if bytes.HasPrefix(s.data[s.at:], []byte(word)) {
			s.at += len(word)
			return nil
		}
	}
	if s.at >= len(s.data) {
		return s.fail("it ends where a value should be")
	}
	return s.fail("a value cannot begin with %q", rune(c))
}

func (s *jsonScanner) number() error {
	if s.next() == '-' {
		s.at++
	}
	whole := s.at
	if s.digits() == 0 || s.data[whole] == '0' && s.at > whole+1 {
		return s.fail("a number is malformed")
	}
	if s.next() == '.' {
		s.at++
		if s.digits() == 0 {
			return s.fail("a number is malformed")
		}
	}
	if c := s.next(); c == 'e' || c == 'E' {
		s.at++
		if c := s.next(); c == '+' || c == '-' {
			s.at++
		}
		if s.digits() == 0 {
			return s.fail("a number is malformed")
		}
	}
	return nil
}

func (s *jsonScanner) digits() int {
	from := s.at
	for c := s.next(); '0' <= c && c <= '9'; c = s.next() {
		s.at++
	}
	return s.at - from
}

// members calls visit for each member of an object; name and value are ranges of the data, the name
// with its quotation marks. The cursor stands before the object and is left behind it.
func (s *jsonScanner) members(visit func(name, value part)) error {
	s.space()
	if s.next() != '{' {
		return s.fail("not an object in braces")
	}
	s.at++
	s.space()
	if s.next() == '}' {
		s.at++
		return nil
	}
	for {
		s.space()
		name := part{start: s.at}
		if err := s.str(); err != nil {
			return err
		}
		name.end = s.at
		s.space()
		if s.next() != ':' {
			return s.fail("a colon is missing after a name")
		}
		s.at++
		value, err := s.element()
		if err != nil {
			return err
		}
		visit(name, value)
		switch s.next() {
		case ',':
			s.at++
		case '}':
			s.at++
			return nil
		default:
			return s.fail("a comma or '}' is missing")
		}
	}
}

// elements calls visit for each element of an array, like members.
func (s *jsonScanner) elements(visit func(value part)) error {
	s.at++
	s.space()
	if s.next() == ']' {
		s.at++
		return nil
	}
	for {
		value, err := s.element()
		if err != nil {
			return err
		}
		visit(value)
		switch s.next() {
		case ',':
			s.at++
		case ']':
			s.at++
			return nil
		default:
			return s.fail("a comma or ']' is missing")
		}
	}
}

// element walks over a value and the space around it, and returns its range.
func (s *jsonScanner) element() (part, error) {
	s.space()
	value := part{start: s.at}
	err := s.value()
	value.end = s.at
	for value.end > value.start && strings.IndexByte(" \t\r\n", s.data[value.end-1]) >= 0 {
		value.end--
	}
	return value, err
}

// end fails if anything but white space is left.
func (s *jsonScanner) end() error {
	s.space()
	if s.at < len(s.data) {
		return s.fail("something follows after the end")
	}
	return nil
}

// hex4 returns the value of four hexadecimal digits, or -1.
func hex4(b []byte) rune {
	if len(b) < 4 {
		return -1
	}
	var r rune
	for _, c := range b[:4] {
		switch {
		case '0' <= c && c <= '9':
			c -= '0'
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			c = c | 0x20 - 'a' + 10
		default:
			return -1
		}
		r = r<<4 | rune(c)
	}
	return r
}

// jsonRune decodes the first character of what stands between the quotation marks of a JSON string.
// As in encoding/json, halves of surrogate pairs and bytes that are not UTF-8 are U+FFFD.
func jsonRune(src []byte) (r rune, size int) {
	if src[0] != '\\' || len(src) < 2 {
		return utf8.DecodeRune(src)
	}
	if src[1] != 'u' {
		return rune(jsonEscapes[src[1]]), 2
	}
	r = hex4(src[2:])
	if r < 0 {
		return utf8.RuneError, 2
	}
	if !utf16.IsSurrogate(r) {
		return r, 6
	}
	if len(src) >= 12 && src[6] == '\\' && src[7] == 'u' {
		if pair := utf16.DecodeRune(r, hex4(src[8:])); pair != utf8.RuneError {
			return pair, 12
		}
	}
	return utf8.RuneError, 6
}

var jsonEscapes = [256]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// jsonString decodes what stands between the quotation marks of a JSON string.
func jsonString(src []byte) string {
	escape := bytes.IndexByte(src, '\\')
	if escape < 0 {
		return validUTF8(src)
	}
	out := make([]byte, 0, len(src))
	for ; escape >= 0; escape = bytes.IndexByte(src, '\\') {
		out = appendValid(out, src[:escape])
		r, size := jsonRune(src[escape:])
		out = utf8.AppendRune(out, r)
		src = src[escape+size:]
	}
	return string(appendValid(out, src))
}

// appendValid appends src with each byte that is not UTF-8 as U+FFFD.
func appendValid(dst, src []byte) []byte {
	if utf8.Valid(src) {
		return append(dst, src...)
	}
	for len(src) > 0 {
		r, size := utf8.DecodeRune(src)
		dst = utf8.AppendRune(dst, r)
		src = src[size:]
	}
	return dst
}
