// Package page reads what the user points at: folders, HTML, MHTML, plain text, web archives (WARC and
// WACZ), JSON lines, JSON, CSV, ZIP archives of these, and any of them compressed with gzip or zstd.
//
// A Page is what was captured. It is never changed, and it is named by the SHA-256 of its bytes.
// Input is hostile: sizes are capped, nothing is executed, nothing is fetched, links do not lead out
// of the folder that was named. What cannot be read is reported as a Skip, and reading goes on.
package page

import (
	"time"
)

// Version is the version of the method: it changes when the same bytes may give other pages.
const Version = 2

// Format says how the bytes of a page are to be read.
type Format string

const (
	HTML   Format = "html"   // a web page
	Text   Format = "text"   // text without mark-up, perhaps flattened from a page by a scrape
	Record Format = "record" // one record of JSON lines, a JSON array, CSV or TSV: see Fields
)

// A Page is one captured page.
type Page struct {
	// SHA256 is the hexadecimal SHA-256 of Raw: the identity of the page.
	SHA256 string
	// Source says where Raw was found.
	Source Source
	Format Format
	// URL is the address that the page was captured from, or empty if unknown.
	URL string
	// Captured is when the page was captured, in the zone that the source gives; zero if unknown.
	Captured time.Time
	// CapturedBy says what Captured rests on: “WARC-Date”, “HTTP Date” (of a WARC record without a date
	// of its own), “field captured”, “MHTML Date”, “SingleFile comment”, “option”.
	CapturedBy string

	// Raw holds the bytes as captured, after the compression of the file and the encodings of the
	// transfer were undone, in their original character set. Of an MHTML file it is the part that is the
	// page. For a Record it is the record as it stands in its
	// file: the line, the JSON value, the CSV row. Offsets of evidence point into Raw.
	// A file of records that is not UTF-8 is decoded as a whole before it is cut into records: then Raw
	// is the record in UTF-8, and Charset says what it was decoded from.
	Raw []byte
	// Body is Raw decoded to UTF-8. For a Record it is empty: the text is in Fields.
	Body string
	// Charset is the character set that Raw was decoded from, by its WHATWG name.
	Charset string
	// CharsetBy says why: “byte order mark”, “HTTP header”, “valid UTF-8”, “mostly valid UTF-8”,
	// “zero bytes” (UTF-16 without a mark), “meta”, “statistics”, “default”.
	CharsetBy string

	// Fields holds what a record says about itself; nil unless Format is Record.
	Fields *Fields
	// Warnings say what was odd while reading: a broken digest, a cut body, bytes that the character
	// set does not know.
	Warnings []string

	// syntax and parts say how a Record writes the text that its article is read from, and where.
	syntax syntax
	parts  []part
	// places is filled when Locate or Decode is first called; nil in a Page that Read did not make.
	places *places
}

// A Source says where a page was found.
type Source struct {
	// Path is the path as the user named it or as it was found below a folder that the user named,
	// with forward slashes; “-” is standard input.
	Path string
	// Record names the record inside Path; it is empty if the file is the page.
	//
	//   - “line 12” of JSON lines, counted from 1;
	//   - “item 2” of a JSON array or of the array inside a JSON object, counted from 1;
	//   - “line 12 item 2” if a line of JSON lines holds such an array;
	//   - “line 12 item 2” too if a line holds several objects, one behind the other;
	//   - “row 3” of CSV or TSV, counted from 1 at the top of the file, as spreadsheets do as long as no
	//     cell holds a line end; a line “sep=;” is not counted;
	//   - “offset 4711” of a WARC record: its first byte in the file as stored. In a compressed file
	//     this is the gzip member or the zstd frame that it begins; a record that does not begin one is
	//     “offset 4711+233”, 233 bytes into what the member at 4711 decompresses to;
	//   - “news/a.html” of a ZIP archive: the name of the entry. A record inside an entry has both, as in
	//     “archive/data.warc.gz offset 4711” of a WACZ. Bytes of the name that are not UTF-8 are U+FFFD, and
	//     the second entry of a name is “news/a.html (2)”.
	Record string
}

// Fields are what a record of JSON lines, JSON or CSV says, with the names that doc/formats.md
// lists mapped to these. Missing fields are empty.
type Fields struct {
	ID       string
	URL      string
	Title    string
	Text     string
	HTML     string // a page inside a record; it is read as HTML
	Outlet   string
	Byline   []string
	Date     string // as written in the record, unparsed
	Captured string // as written in the record, unparsed
	Language string
	// Schema is the value of "schema"; “hearsay/article/1” marks a record that Hearsay itself wrote
	// and that internal/record restores in full from Raw.
	Schema string
}

// A Skip is an input that could not be read, with the reason in words for a person.
type Skip struct {
	Source Source
	Reason string
	// Beside marks what makes no page of its own: pictures in an archive, the folder of pictures that a
	// browser saves beside a page, a further capture of a page that is read elsewhere. It is listed, but
	// nothing that could have been evidence is missing.
	Beside bool
}
