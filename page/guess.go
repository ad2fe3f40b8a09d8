package page

import (
	"bytes"
	"slices"
	"strings"

	"github.com/gogs/chardet"
)

// guessConfidence is the confidence (of 100) from which a statistical guess is believed. For sets of
// several bytes more is asked, because they are recognised with certainty in any text that is not tiny.
const guessConfidence, guessConfidenceMulti = 20, 40

// guessSize is how much of a page the statistics look at.
const guessSize = 64 << 10

// guessCharset guesses the character set from the frequency of bytes and of triples of them, as ICU
// does; empty if nothing stands out. It is only asked when nothing else tells.
func guessCharset(raw []byte, html bool) string {
	sample := raw
	if html {
		sample = withoutTags(raw)
	}
	if words := foreignWords(sample); len(words) > 0 {
		sample = words // else it is in a set of seven bits such as ISO-2022-JP
	}
	sample = sample[:min(len(sample), guessSize)]
	if len(sample) < 8 {
		return ""
	}
	results, err := chardet.NewTextDetector().DetectAll(sample)
	if err != nil {
		return ""
	}
	// DetectAll runs its recognisers concurrently: only sorting makes its order the same every time.
	slices.SortFunc(results, func(a, b chardet.Result) int {
		if a.Confidence != b.Confidence {
			return b.Confidence - a.Confidence
		}
		return strings.Compare(a.Charset, b.Charset)
	})
	for _, r := range results {
		name := charsetName(r.Charset)
		switch {
		case r.Confidence < guessConfidence:
			return ""
		case !oneByte(name) && name != "iso-2022-jp" && r.Confidence < guessConfidenceMulti:
			continue
		case name == "", name == "utf-8", name == "utf-16le", name == "utf-16be":
			continue // known here already, or not a character set of the web (EBCDIC, UTF-32)
		}
		return name
	}
	return ""
}

// withoutTags returns what stands between the tags of a page, up to the size that the guess needs.
func withoutTags(raw []byte) []byte {
	var out []byte
	for len(raw) > 0 && len(out) < 8*guessSize {
		open := bytes.IndexByte(raw, '<')
		if open < 0 {
			return append(out, raw...)
		}
		out = append(out, raw[:open]...)
		end := bytes.IndexByte(raw[open:], '>')
		if end < 0 {
			return out
		}
		raw = raw[open+end+1:]
	}
	return out
}

// foreignWords returns the words that hold bytes beyond ASCII, up to the size that the guess needs.
// Scripts, styles and borrowed English would drown them. Words end at digits, marks and white space
// below “@”, because those bytes are hardly ever part of a longer character.
func foreignWords(sample []byte) []byte {
	var out []byte
	for len(sample) > 0 && len(out) < guessSize {
		end := bytes.IndexFunc(sample, func(r rune) bool { return r < '@' })
		if end < 0 {
			end = len(sample)
		}
		word := sample[:end]
		if bytes.IndexFunc(word, func(r rune) bool { return r >= 0x80 }) >= 0 {
			out = append(append(out, word...), ' ')
		}
		sample = sample[min(end+1, len(sample)):]
	}
	return out
}
