package page

import (
	"crypto/sha1"
	"encoding/base32"
	"fmt"
	"strings"
	"testing"
)

// captureOf returns a response record of a page with its digest, captured on a day of March 2026.
func captureOf(n, day int, words string) (record, digest string) {
	body := htmlOf("", words)
	sum := sha1.Sum([]byte(body))
	digest = "sha1:" + base32.StdEncoding.EncodeToString(sum[:])
	record = warcOf("response", fmt.Sprintf("https://harbour.example/%d", n), answer("text/html", "", body),
		"WARC-Payload-Digest: "+digest, fmt.Sprintf("WARC-Record-ID: <urn:test:%d>", n))
	return onDay(record, day), digest
}

func onDay(record string, day int) string {
	return strings.Replace(record, "2026-03-01T10", fmt.Sprintf("2026-03-%02dT10", day), 1)
}

// revisitOf returns a revisit record.
func revisitOf(n, day int, profile, block string, extra ...string) string {
	extra = append(extra, "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/"+profile)
	return onDay(warcOf("revisit", fmt.Sprintf("https://harbour.example/%d", n), block, extra...), day)
}

func TestRevisits(t *testing.T) {
	first, digest := captureOf(1, 1, "The ferry is late.")
	const same, unmodified = "identical-payload-digest", "server-not-modified"
	page := answer("text/html", "", "")
	again := func(url, by, place string) string {
		return "the page was captured again on 2026-03-02T10:00:00Z, unchanged (" + by + "): " + url + "; it is read from " + place + ", captured on 2026-03-01T10:00:00Z"
	}
	const one = "https://harbour.example/1"
	for _, c := range []struct{ name, revisit, want string }{
		{"by its digest", revisitOf(1, 2, same, page, "WARC-Payload-Digest: "+digest), again(one, "its digest is the same", "offset 0")},
		{"by its digest in other letters", revisitOf(1, 2, same, "", "WARC-Payload-Digest: "+strings.ToLower(digest)), again(one, "its digest is the same", "offset 0")},
		{"at another address", revisitOf(5, 2, same, page, "WARC-Payload-Digest: "+digest), again("https://harbour.example/5, the same as "+one, "its digest is the same", "offset 0")},
		{"by the record", revisitOf(1, 2, same, "", "WARC-Refers-To: <urn:test:1>"), again(one, "its digest is the same", "offset 0")},
		{"by address and date", revisitOf(1, 2, unmodified, "HTTP/1.1 304 Not Modified\r\n\r\n", "WARC-Refers-To-Target-URI: "+one, "WARC-Refers-To-Date: 2026-03-01T10:00:00.000Z"),
			again(one, "the server said that it had not changed", "offset 0")},
		{"by the address alone", revisitOf(1, 2, unmodified, "HTTP/1.1 304 Not Modified\r\n\r\n"), again(one, "the server said that it had not changed", "offset 0")},
		{"of an unknown page", revisitOf(7, 2, same, page, "WARC-Payload-Digest: sha1:AAAA", "WARC-Refers-To-Date: 2026-02-01T10:00:00Z"),
			"1 record of pages that were captured before and had not changed: their content is in an archive that is not among the inputs; " +
				"the first is https://harbour.example/7, captured on 2026-03-02T10:00:00Z, and before on 2026-02-01T10:00:00Z"},
		{"of a picture", revisitOf(7, 2, same, answer("image/png", "", ""), "WARC-Payload-Digest: sha1:AAAA"),
			"1 record of the archive is no page of text and left out: 1 × revisit of something that is no page"},
		{"of the address alone, without the server's word", revisitOf(1, 2, same, "", "WARC-Payload-Digest: sha1:AAAA"),
			"1 record of something that was captured before and is not among the pages read"},
		{"of a page that came later", strings.Replace(revisitOf(1, 2, same, page, "WARC-Payload-Digest: "+digest), "2026-03-02", "2026-02-02", 1),
			"1 record of pages that were captured before and had not changed: their content is in an archive that is not among the inputs; " +
				"the first is https://harbour.example/1, captured on 2026-02-02T10:00:00Z"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := files(t, map[string]string{"a.warc": first + c.revisit})
			var skips []*Skip
			pages := 0
			for p, s := range Read(t.Context(), []string{dir + "/a.warc"}, Options{}) {
				if p != nil {
					pages++
					continue
				}
				skips = append(skips, s)
			}
			if pages != 1 || len(skips) != 1 || skips[0].Reason != c.want {
				t.Fatalf("%d pages and %d skips, the last %q, want %q", pages, len(skips), skips[len(skips)-1].Reason, c.want)
			}
			if told := strings.Contains(c.want, "captured again"); (skips[0].Source.Record != "") != told {
				t.Errorf("told of %v", skips[0].Source)
			}
			if lost := strings.Contains(c.want, "not among the inputs"); skips[0].Beside == lost {
				t.Errorf("%v: beside is %v", skips[0].Source, skips[0].Beside)
			}
		})
	}
}

// TestRevisitsAcrossArchives reads the archive of the second day before that of the first.
func TestRevisitsAcrossArchives(t *testing.T) {
	first, digest := captureOf(1, 1, "The ferry is late.")
	wrong := strings.Replace(first, "late", "gone", 1) // its digest is that of the other page
	second := revisitOf(1, 2, "identical-payload-digest", answer("text/html", "", ""), "WARC-Payload-Digest: "+digest)
	dir := files(t, map[string]string{"2.warc": second, "1.warc": first, "wrong.warc": wrong})
	for _, order := range [][]string{{"1.warc", "2.warc"}, {"2.warc", "1.warc"}} {
		got := told(t, Options{}, dir, dir+"/"+order[0], dir+"/"+order[1])
		if len(got) != 2 || !strings.Contains(strings.Join(got, ""), "it is read from "+dir+"/1.warc offset 0") {
			t.Errorf("%v: %q", order, got)
		}
	}
	got := told(t, Options{}, dir, dir+"/wrong.warc", dir+"/2.warc")
	if len(got) != 2 || !strings.Contains(got[0], "does not have the digest") || !strings.Contains(got[1], "not among the inputs") {
		t.Errorf("a page with a wrong digest: %q", got)
	}
}

// TestManyRevisits tells of a page that was captured every hour without a line for each.
func TestManyRevisits(t *testing.T) {
	first, digest := captureOf(1, 1, "The ferry is late.")
	again := strings.Repeat(revisitOf(1, 2, "identical-payload-digest", "", "WARC-Payload-Digest: "+digest), 250)
	dir := files(t, map[string]string{"1.warc": first + again, "0.warc": again})
	got := told(t, Options{}, dir, dir+"/1.warc")
	if len(got) != maxNoted+2 || !strings.Contains(got[maxNoted+1], "150 × revisit of a page that is read, unchanged") {
		t.Errorf("%d lines, the last %q", len(got), got[len(got)-1])
	}
	got = told(t, Options{}, dir, dir+"/0.warc", dir+"/1.warc")
	if last := got[len(got)-1]; len(got) != 2*maxNoted+3 || !strings.HasSuffix(last, "0.warc: 150 more records of pages that are read, captured again and unchanged") {
		t.Errorf("%d lines, the last %q", len(got), last)
	}
}
