package page

import (
	"encoding/base64"
	"fmt"
	"mime/quotedprintable"
	"strings"
	"testing"
)

// mhtmlOf returns a page as a browser saves it in one file.
func mhtmlOf(top string, parts ...string) string {
	return top + "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--edge\"\r\n\r\n\r\n----edge\r\n" +
		strings.Join(parts, "\r\n----edge\r\n") + "\r\n----edge--\r\n"
}

func quoted(t testing.TB, s string) string {
	t.Helper()
	var b strings.Builder
	w := quotedprintable.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return b.String()
}

func TestReadMHTML(t *testing.T) {
	page := htmlOf("", "Café = “open”. "+strings.Repeat("A long line. ", 20))
	const blink = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://harbour.example/cafe\r\nSubject: =?utf-8?Q?Caf=C3=A9?=\r\nDate: Tue, 3 Mar 2026 10:11:12 +0100\r\n"
	picture := "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo="
	main := "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://harbour.example/part\r\n\r\n" + quoted(t, page)
	frame := "Content-Type: text/html\r\n\r\n<html><body>A frame.</body></html>"
	encoded64 := base64.StdEncoding.EncodeToString(encoded(t, page, "windows-1252"))
	explorer := "Content-Type: text/html;\r\n\tcharset=\"Windows-1252\"\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://harbour.example/part\r\n\r\n" +
		encoded64[:76] + "\r\n" + encoded64[76:]
	dir := files(t, map[string]string{
		"a.mhtml":    mhtmlOf(blink, main, picture, frame),
		"b.mht":      mhtmlOf("From: \"Saved by Internet Explorer\"\r\n", picture, explorer),
		"c.mhtml":    mhtmlOf(blink, main)[:650],
		"d.mhtml":    mhtmlOf(blink, picture),
		"e.mhtml":    blink + "MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nrest",
		"f.mhtml":    mhtmlOf(blink, strings.Replace(main, "quoted-printable", "uuencode", 1)),
		"g.mhtml":    mhtmlOf(blink, "Content-Type: text/html\r\n\r\n \r\n"),
		"h.mhtml":    mhtmlOf(blink, "\r\nA part without a header.", strings.ReplaceAll(main, "\r\n", "\n")),
		"i.mhtml.gz": zipped(mhtmlOf(blink, main)),
		"j.txt":      "He wrote about MIME-Version: 1.0\nand multipart/related messages.\n",
		"k.mhtml":    blink + "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x",
	})
	short := func(p *Page) string {
		body := strings.TrimSuffix(strings.ReplaceAll(p.Body, "\r\n", "\n"), "\n")
		switch {
		case body == page:
			return "whole"
		case len(body) > 60 && strings.HasPrefix(page, body[:60]):
			return "begins as the page"
		}
		return body
	}
	var got []string
	for p, s := range Read(t.Context(), []string{dir}, Options{}) {
		if s != nil {
			got = append(got, "skip "+where(dir, s.Source)+": "+s.Reason)
			continue
		}
		checkPage(t, p)
		got = append(got, strings.TrimSpace(fmt.Sprintf("%s %s %s %s %s %s: %s %s", where(dir, p.Source), p.Format, p.URL, p.Charset,
			p.CapturedBy, p.Captured.Format("01-02 15:04"), short(p), strings.Join(p.Warnings, "; "))))
	}
	const cafe = "html https://harbour.example/cafe utf-8 MHTML Date 03-03 10:11: "
	compare(t, []string{
		"a.mhtml " + cafe + "whole",
		"b.mht html https://harbour.example/part windows-1252  01-01 00:00: whole",
		"c.mhtml " + cafe + "begins as the page the MHTML file is cut off inside the page",
		"skip d.mhtml: a web page saved as MHTML that cannot be read: no part of it is a web page",
		"skip e.mhtml: a web page saved as MHTML whose header names no boundary between its parts; save the page again",
		"f.mhtml " + cafe + "begins as the page the encoding \"uuencode\" of the MHTML part is not known: it is read as it stands",
		"skip g.mhtml: a web page saved as MHTML whose first page is empty",
		"h.mhtml " + cafe + "whole",
		"i.mhtml.gz " + cafe + "whole",
		"j.txt text  utf-8  01-01 00:00: He wrote about MIME-Version: 1.0\nand multipart/related messages.",
		"skip k.mhtml: a web page saved as MHTML that is cut off in its header",
	}, got)

	got = told(t, Options{MaxPage: 300}, dir, dir+"/a.mhtml", dir+"/j.txt")
	if len(got) != 2 || got[0] != "skip a.mhtml: larger than 300 bytes; raise the limit with --max-page" {
		t.Errorf("a large page gives %q", got)
	}
}
