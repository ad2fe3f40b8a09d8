package page

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/htmlindex"
)

// encoded returns s in a character set.
func encoded(t testing.TB, s, name string) []byte {
	t.Helper()
	e, err := htmlindex.Get(name)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatalf("%s cannot hold %q: %v", name, s, err)
	}
	return raw
}

// samples are sentences that occur in no page, in the languages of the character sets.
var samples = map[string]string{
	"windows-1252": "Le ferry « Étoile » n’est pas parti à cause de la tempête, a déclaré la capitainerie. Les passagers ont été hébergés à l’hôtel. ",
	"windows-1250": "Prom „Gwiazda” nie wypłynął z powodu burzy, powiedział rzecznik portu. Pasażerowie zostali umieszczeni w hotelach, bo żaden rejs się nie odbył. ",
	"windows-1251": "Паром не вышел в море из-за шторма, сообщил представитель порта. Пассажиров разместили в гостиницах, потому что рейсы отменены. ",
	"koi8-r":       "Паром не вышел в море из-за шторма, сообщил представитель порта. Пассажиров разместили в гостиницах, потому что рейсы отменены. ",
	"windows-1256": "قال المتحدث باسم الميناء إن العبارة لم تبحر بسبب العاصفة، وتم نقل الركاب إلى الفنادق لأن الرحلات ألغيت. ",
	"windows-1253": "Το πλοίο δεν απέπλευσε λόγω της καταιγίδας, δήλωσε ο εκπρόσωπος του λιμανιού. Οι επιβάτες μεταφέρθηκαν σε ξενοδοχεία. ",
	"windows-1255": "המעבורת לא הפליגה בגלל הסערה, אמר דובר הנמל. הנוסעים הועברו לבתי מלון כי ההפלגות בוטלו. ",
	"shift_jis":    "嵐のためフェリーは出航しなかったと港の広報担当者は述べた。乗客はホテルに移動した。運航は中止されている。",
	"euc-jp":       "嵐のためフェリーは出航しなかったと港の広報担当者は述べた。乗客はホテルに移動した。運航は中止されている。",
	"iso-2022-jp":  "嵐のためフェリーは出航しなかったと港の広報担当者は述べた。乗客はホテルに移動した。運航は中止されている。",
	"euc-kr":       "폭풍 때문에 페리가 출항하지 못했다고 항구 대변인이 말했다. 승객들은 호텔로 옮겨졌고 운항은 취소되었다. ",
	"gb18030":      "港口发言人说，由于风暴，渡轮没有启航。乘客被安置在酒店，因为航班已经取消。这是中国的一个大的问题。",
	"big5":         "港口發言人說，由於風暴，渡輪沒有啟航。乘客被安置在酒店，因為航班已經取消。這是台灣的一個大的問題。",
	"utf-16le":     "The ferry did not sail, “because of the storm”, said the harbour. قال المتحدث 😀. ",
	"utf-16be":     "The ferry did not sail, “because of the storm”, said the harbour. قال المتحدث 😀. ",
	"utf-8":        "The ferry did not sail, “because of the storm”, said the harbour. قال المتحدث 😀. ",
}

func htmlOf(head, body string) string {
	return "<!DOCTYPE html><html><head>" + head + "<title>x</title></head><body><p>" + body + "</p></body></html>"
}

func TestCharset(t *testing.T) {
	french := samples["windows-1252"]
	utf8Text, utf8Bad := samples["utf-8"], strings.Repeat(samples["utf-8"], 5)+"\xff\xfe"
	late := "<script>" + strings.Repeat("var x = 1;\n", 900) + "</script>"
	for _, c := range []struct {
		name     string
		raw      []byte
		declared string
		want     charset
	}{
		{"plain ASCII", []byte(htmlOf("", "The ferry.")), "", charset{"utf-8", "valid UTF-8"}},
		{"UTF-8 beyond 1,024 bytes", []byte(htmlOf(late, utf8Text)), "", charset{"utf-8", "valid UTF-8"}},
		{"UTF-8 with a lying meta", []byte(htmlOf(`<meta charset="iso-8859-1">`, utf8Text)), "", charset{"utf-8", "valid UTF-8"}},
		{"UTF-8 with a lying header", []byte(htmlOf("", utf8Text)), "ISO-8859-1", charset{"utf-8", "valid UTF-8"}},
		{"UTF-8 with a header", []byte(htmlOf("", utf8Text)), "UTF-8", charset{"utf-8", "HTTP header"}},
		{"UTF-8 with a mark", []byte("\xef\xbb\xbf" + htmlOf("", utf8Text)), "windows-1251", charset{"utf-8", "byte order mark"}},
		{"UTF-8 with damage", []byte(htmlOf("", utf8Bad)), "", charset{"utf-8", "mostly valid UTF-8"}},
		{"UTF-8 with damage and a meta", []byte(htmlOf(`<meta charset=windows-1252>`, utf8Bad)), "", charset{"utf-8", "mostly valid UTF-8"}},
		{"UTF-8 with much damage", []byte(htmlOf(`<meta charset=utf-8>`, "é é é\xe9 \xe9")), "", charset{"utf-8", "meta"}},
		{"UTF-8 cut inside a letter", []byte("Le ferry « Étoile » est arriv\xc3"), "", charset{"utf-8", "valid UTF-8"}},
		{"a header", encoded(t, htmlOf("", french), "windows-1252"), "iso-8859-1", charset{"windows-1252", "HTTP header"}},
		{"a header that does not decode", encoded(t, htmlOf("<meta charset=windows-1252>", french), "windows-1252"), "utf-8", charset{"windows-1252", "meta"}},
		{"an unknown header", encoded(t, htmlOf("<meta charset=windows-1252>", french), "windows-1252"), "none", charset{"windows-1252", "meta"}},
		{"a late meta", encoded(t, htmlOf(late+`<META http-equiv="Content-Type" content="text/html; charset=windows-1251">`, samples["windows-1251"]), "windows-1251"), "", charset{"windows-1251", "meta"}},
		{"an XML declaration", encoded(t, `<?xml version="1.0" encoding="ISO-8859-2"?>`+htmlOf("", "Pasażerowie zostali"), "iso-8859-2"), "", charset{"iso-8859-2", "meta"}},
		{"a meta that says UTF-16", encoded(t, htmlOf("<meta charset=utf-16>", french), "windows-1252"), "", charset{"windows-1252", "statistics"}},
		{"Japanese by a header", encoded(t, htmlOf("", samples["iso-2022-jp"]), "iso-2022-jp"), "iso-2022-jp", charset{"iso-2022-jp", "HTTP header"}},
		{"UTF-16 with a mark", append([]byte("\xff\xfe"), encoded(t, htmlOf("", utf8Text), "utf-16le")...), "utf-8", charset{"utf-16le", "byte order mark"}},
		{"UTF-16 without a mark", encoded(t, htmlOf("", utf8Text), "utf-16be"), "utf-8", charset{"utf-16be", "zero bytes"}},
		{"one letter", []byte("caf\xe9"), "", charset{"windows-1252", "default"}},
	} {
		if got := findCharset(c.raw, c.declared, true); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// TestCharsetGuess tells character sets apart when nothing is declared.
func TestCharsetGuess(t *testing.T) {
	for name, sentence := range samples {
		raw := encoded(t, strings.Repeat(sentence, 6), name)
		got := findCharset(raw, "", false)
		if text, _ := decode(raw, got.name); text != strings.Repeat(sentence, 6) {
			t.Errorf("%s is taken for %s (%s)", name, got.name, got.by)
		}
		for range 20 {
			if again := findCharset(raw, "", false); again != got {
				t.Fatalf("%s is taken for %v and for %v", name, got, again)
			}
		}
	}
}

// TestCharsetPlaces reads a page in each character set and checks its places.
func TestCharsetPlaces(t *testing.T) {
	for name, sentence := range samples {
		text := htmlOf(fmt.Sprintf(`<meta charset="%s">`, name), strings.Repeat(sentence, 40))
		for _, broken := range []string{"", "\xff", "\x80\x80", "\x1b(", "\xe9"} {
			raw := encoded(t, text, name)
			raw = append(raw[:len(raw)-30], append([]byte(broken), raw[len(raw)-30:]...)...)
			p := &Page{Format: HTML, Raw: raw, places: new(places)}
			p.decodeBody(name)
			if broken == "" && (p.Body != text || len(p.Warnings) > 0) {
				t.Errorf("%s: read as %s with %q", name, p.Charset, p.Warnings)
			}
			checkPlaces(t, p)
		}
	}
}

func TestCharsetWarnings(t *testing.T) {
	p := &Page{Format: HTML, Raw: []byte(htmlOf("", strings.Repeat(samples["utf-8"], 5)+"\xff."))}
	p.decodeBody("iso-8859-1")
	if p.Charset != "utf-8" || !strings.Contains(p.Body, "\uFFFD.") || len(p.Warnings) != 2 {
		t.Errorf("charset %s, warnings %q", p.Charset, p.Warnings)
	}
	p = &Page{Format: HTML, Raw: []byte(htmlOf("", samples["utf-8"]))}
	p.decodeBody("iso-8859-1")
	if want := `the HTTP header says that the character set is "iso-8859-1", but the page is read as utf-8 (valid UTF-8)`; len(p.Warnings) != 1 || p.Warnings[0] != want {
		t.Errorf("warnings %q", p.Warnings)
	}
}
