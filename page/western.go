package page

// A page that is declared as windows-1252 or ISO 8859-1 is often in another set: servers and editors
// declare that one without being asked, and every page decodes by it. What comes out then gives itself away
// by its letters.

// settled returns the set that a page is in although it is declared as a Western set of one byte, empty if
// the declaration may be right: with most bytes outside ASCII in runs that no letter of ASCII touches, what is
// written is in another script, and the statistics say which; with “ý”, “þ” and “ð” and hardly any accented
// vowel, what is written is Turkish, which has its own letters in these places. (Icelandic has the three
// letters too, but more accented vowels than any of them.)
func settled(raw []byte, declared string, html bool) string {
	if declared != "windows-1252" && declared != "iso-8859-15" {
		return ""
	}
	sample := raw
	if html {
		sample = withoutTags(raw)
	}
	var c letterCount
	c.count(sample[:min(len(sample), 8*guessSize)])
	switch {
	case c.apart >= leastApart && 10*c.apart >= 7*c.all:
		name := guessCharset(raw, html)
		if name == declared || westernSets[name] {
			return ""
		}
		return name
	case c.turkish >= leastTurkish && 4*c.turkish >= c.letters && c.vowels*20 <= c.turkish:
		return "windows-1254"
	}
	return ""
}

const (
	leastApart   = 20 // bytes in words wholly outside ASCII
	leastTurkish = 12 // “ý”, “þ” and “ð”
)

// westernSets holds the sets whose texts have most of their letters from ASCII; for one of them the
// declaration counts for more than the statistics.
var westernSets = map[string]bool{
	"": true, "windows-1252": true, "iso-8859-15": true, "windows-1250": true, "iso-8859-2": true, "windows-1254": true, "macintosh": true,
	"windows-1257": true, "iso-8859-4": true, "iso-8859-13": true, "windows-1258": true, "iso-8859-3": true, "iso-8859-10": true, "iso-8859-14": true, "iso-8859-16": true,
}

// A letterCount counts the bytes of a text outside ASCII.
type letterCount struct {
	all     int // all of them
	apart   int // in runs of three or more that no letter of ASCII touches
	letters int // those that are letters in a Western set
	turkish int // those of them that Turkish has letters of its own for
	vowels  int // á é í ó ú æ, which Turkish does not have
}

func (c *letterCount) count(s []byte) {
	for i := 0; i < len(s); {
		if s[i] < 0x80 {
			i++
			continue
		}
		end := i
		for end < len(s) && s[end] >= 0x80 {
			c.add(s[end])
			end++
		}
		touches := i > 0 && isLetter(s[i-1]) || end < len(s) && isLetter(s[end])
		if n := end - i; n >= 3 && !touches {
			c.apart += n
		}
		i = end
	}
}

func (c *letterCount) add(b byte) {
	c.all++
	if b >= 0xc0 && b != 0xd7 && b != 0xf7 {
		c.letters++
	}
	switch b {
	case 0xfd, 0xfe, 0xf0, 0xdd, 0xde, 0xd0:
		c.turkish++
	case 0xe1, 0xe9, 0xed, 0xf3, 0xfa, 0xe6:
		c.vowels++
	}
}

func isLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }
