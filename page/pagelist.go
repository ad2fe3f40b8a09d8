package page

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
)

// maxListed is how many pages the list of a WACZ may name, and maxListLine how long a line of it may be,
// in bytes.
const maxListed, maxListLine = 1 << 20, 4 << 20

// A pageList is the list of the pages that somebody captured: a WACZ holds what these pages are made of
// as well, and tells them apart in pages/*.jsonl. The nil list wants everything.
type pageList struct {
	pages []string // the addresses as written, each once, in order
	// found says of each address, and of those that they redirect to, whether a record was seen.
	found  map[string]bool
	broken int // lines that cannot be read
	cut    bool
}

// addressKey returns an address as it is compared: without the scheme, which redirects change
// unrecorded, without a fragment, and without a slash at the end.
func addressKey(address string) string {
	address, _, _ = strings.Cut(address, "#")
	if _, rest, ok := strings.Cut(address, "://"); ok {
		address = rest
	}
	host, path, _ := strings.Cut(address, "/")
	return strings.ToLower(host) + "/" + strings.TrimSuffix(path, "/")
}

// add reads a file of the list: JSON lines with a field url. The first line tells about the file and
// has none.
func (l *pageList) add(t *tape) error {
	for {
		line, err := t.line(maxListLine)
		if err == errLineTooLong {
			l.broken++
			line, err = nil, t.dropLine()
		}
		l.line(line)
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		}
	}
}

func (l *pageList) line(line []byte) {
	if line = bytes.TrimSpace(bytes.TrimPrefix(line, utf8Mark)); len(line) == 0 {
		return
	}
	var entry struct {
		URL string `json:"url"`
	}
	if err := json.Unmarshal(line, &entry); err != nil {
		l.broken++
		return
	}
	k := addressKey(entry.URL)
	if _, ok := l.found[k]; ok || entry.URL == "" {
		return
	}
	if len(l.pages) == maxListed {
		l.cut = true
		return
	}
	l.found[k] = false
	l.pages = append(l.pages, entry.URL)
}

// wants reports whether what came from an address is a listed page, and follows redirects: where a
// listed page leads is a listed page too.
func (l *pageList) wants(address string, e entity) bool {
	if l == nil {
		return true
	}
	k := addressKey(address)
	if _, ok := l.found[k]; !ok {
		return false
	}
	l.found[k] = true
	if to := e.location(address); to != "" && len(l.found) < 2*maxListed {
		if k := addressKey(to); !l.found[k] {
			l.found[k] = false
		}
	}
	return true
}

// missing returns the listed pages of which no record was seen.
func (l *pageList) missing() []string {
	var out []string
	for _, address := range l.pages {
		if !l.found[addressKey(address)] {
			out = append(out, address)
		}
	}
	return out
}
