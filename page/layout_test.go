package page

import (
	"strings"
	"testing"
)

// TestReadTableLayouts reads tables as spreadsheets and old programs write them.
func TestReadTableLayouts(t *testing.T) {
	dir := files(t, map[string]string{
		"a.csv": "sep=;\r\nTITLE;TEXT\r\nOne;\"Words; and more,\r\nin two lines.\"\r\nTwo;Other words\r\n",
		"b.csv": "\xef\xbb\xbf\"sep=|\"\ntitle|text\nOne|Words, here\n",
		"c":     "sep=\t\nid\tBODY\n1\tWords\n",
		"d.csv": "title,text\rOne,Words\rTwo,\"Two\rlines\"\r",
		"e.csv": "\r\n\n  \ntitle,text\nOne,Words\n",
		"f.csv": "text,Text,text\n,Second,third\nfirst,,third\n",
		"g.csv": "\xff\xfe" + string(encoded(t, "sep=;\r\nURL;Text\r\nhttps://harbour.example/1;Déjà\r\n", "utf-16le")),
		"h.csv": "sep=;\n",
		"i.txt": "sep=;\nThis is a text about the line sep=; of tables.\n",
		"j.txt": "A text with the line ends\rof an old computer.\r",
		"k":     "title,text\rOne,Words\rTwo,More words\r",
		"l.csv": "title,text\n\n\nOne,Words\n",
	})
	compare(t, []string{
		"record a.csv row 2: Words; and more,\r\nin two lines.", "record a.csv row 3: Other words",
		"record b.csv row 2: Words, here",
		"record c row 2: Words",
		"record d.csv row 2: Words", "record d.csv row 3: Two\rlines",
		"record e.csv row 5: Words",
		"record f.csv row 2: Second", "record f.csv row 3: first",
		"record g.csv row 2: Déjà",
		"skip h.csv: the table has no rows",
		"text i.txt: sep=;\nThis is a text about the line sep=; of tables.",
		"text j.txt: A text with the line ends\rof an old computer.",
		"record k row 2: Words", "record k row 3: More words",
		"record l.csv row 4: Words",
	}, told(t, Options{}, dir))
}

// TestReadBehindWhiteSpace reads files that begin with megabytes of line ends.
func TestReadBehindWhiteSpace(t *testing.T) {
	blank := strings.Repeat("\n", 5<<20)
	dir := files(t, map[string]string{
		"a.txt": blank + "The harbour was closed.", "b.html": strings.Repeat(" \r\n", 1<<20) + "<html><body><p>x</p></body></html>",
		"c": blank[:bufferSize] + `{"text":"A record."}`, "d.warc": blank[:100000] + response(1, "One."), "e.txt": blank,
		"f.csv": blank[:bufferSize-5] + "title,text\nOne,Words\n",
	})
	got := told(t, Options{}, dir)
	compare(t, []string{
		"text a.txt: The harbour was closed.", "html b.html: <html><body><p>x</p></body></html>", "record c line 65537: A record.",
		"html d.warc offset 100000: " + htmlOf("", "One."), "skip e.txt: the file is empty", "record f.csv row 65533: Words",
	}, got)
}

func TestReadJoinedJSON(t *testing.T) {
	dir := files(t, map[string]string{
		"a.jsonl": `{"text":"One."}{"text":"Two."}` + "\n\xef\xbb\xbf" + `{"text":"Three."}` + "\n" + `{"text":"A brace }{ inside."}` + "\n" +
			`{"text":"Four."}{broken` + "\n" + `{"text":"Five."},` + "\n" + `{"text":"Six."} {"x":1} {"text":"Seven."}`,
		"b.json": "\xef\xbb\xbf[\n" + `{"text":"One."},` + "\n" + `{"text":"Two."},` + "\n]",
		"c":      `{"text":"One."}` + "\r" + `{"text":"Two."}` + "\r",
	})
	compare(t, []string{
		"record a.jsonl line 1 item 1: One.", "record a.jsonl line 1 item 2: Two.", "record a.jsonl line 2: Three.", "record a.jsonl line 3: A brace }{ inside.",
		"record a.jsonl line 4 item 1: Four.", "skip a.jsonl line 4 item 2: not valid JSON at byte 18: a name or a text in quotation marks is missing",
		"skip a.jsonl line 5: not valid JSON at byte 17: something follows after the end",
		"record a.jsonl line 6 item 1: Six.", "skip a.jsonl line 6 item 2: no text; if it stands under another name, say --field text=NAME",
		"record a.jsonl line 6 item 3: Seven.",
		"record b.json item 1: One.", "record b.json item 2: Two.",
		"record c line 1 item 1: One.", "record c line 1 item 2: Two.",
	}, told(t, Options{}, dir))
}
