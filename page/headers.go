package page

import (
	"fmt"
	"slices"
	"strings"
)

// headers are the named fields of a WARC record or an HTTP response, in order.
type headers [][2]string

// get returns the first value of a field; case does not matter.
func (h headers) get(name string) string {
	for _, field := range h {
		if strings.EqualFold(field[0], name) {
			return field[1]
		}
	}
	return ""
}

// add adds a line of a header. A line that begins with white space continues the one before; one
// without a colon is malformed.
func (h headers) add(line string) (headers, bool) {
	if strings.HasPrefix(line, " ") || strings.HasPrefix(line, "\t") {
		if len(h) > 0 {
			h[len(h)-1][1] += " " + strings.ToValidUTF8(strings.TrimSpace(line), "\uFFFD")
		}
		return h, len(h) > 0
	}
	name, value, ok := strings.Cut(line, ":")
	if name = strings.TrimSpace(name); !ok || name == "" {
		return h, false
	}
	return append(h, [2]string{name, strings.ToValidUTF8(strings.TrimSpace(value), "\uFFFD")}), true
}

// all returns the values of all fields of a name as one list.
func (h headers) all(name string) string {
	var values []string
	for _, field := range h {
		if strings.EqualFold(field[0], name) {
			values = append(values, field[1])
		}
	}
	return strings.Join(values, ",")
}

// readHeaders reads the header of a WARC record with its version line and the blank line at its end.
func readHeaders(t *tape) (headers, error) {
	var h headers
	left := int64(maxHeader)
	for first := true; ; first = false {
		line, err := t.line(left)
		left -= int64(len(line))
		switch text := strings.TrimRight(string(line), "\r\n"); {
		case err == errLineTooLong:
			return nil, errHeader
		case err != nil:
			return nil, err
		case first:
		case text == "":
			return h, nil
		case warcVersion(line): // a header that breaks off before another record
			t.unread(line)
			return nil, errCutHeader
		default:
			var ok bool
			if h, ok = h.add(text); !ok {
				return nil, errHeader
			}
		}
	}
}

// mediaType returns the media type and the character set of a Content-Type.
func mediaType(value string) (media, charset string) {
	media, rest, _ := strings.Cut(value, ";")
	for parameter := range strings.SplitSeq(rest, ";") {
		name, value, _ := strings.Cut(parameter, "=")
		if strings.EqualFold(strings.TrimSpace(name), "charset") && charset == "" {
			charset = strings.Trim(strings.TrimSpace(value), `"'`)
		}
	}
	return strings.ToLower(strings.TrimSpace(media)), charset
}

// A tally counts things by what they are.
type tally map[string]int

func (t tally) sum() int {
	n := 0
	for _, count := range t {
		n += count
	}
	return n
}

// String lists the counts, the largest first.
func (t tally) String() string {
	names := make([]string, 0, len(t))
	for name := range t {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		if t[a] != t[b] {
			return t[b] - t[a]
		}
		return strings.Compare(a, b)
	})
	var out []string
	for _, name := range names[:min(len(names), maxTallied)] {
		out = append(out, fmt.Sprintf("%d × %s", t[name], name))
	}
	if more := len(names) - maxTallied; more > 0 {
		out = append(out, fmt.Sprintf("and %d other kinds", more))
	}
	return strings.Join(out, ", ")
}

// maxTallied is how many kinds a tally lists.
const maxTallied = 12
