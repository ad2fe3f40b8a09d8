package page

import (
	"encoding/binary"
	"fmt"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// packed returns s as one frame of zstd with a checksum.
func packed(s string, options ...zstd.EOption) string {
	w, err := zstd.NewWriter(nil, append([]zstd.EOption{zstd.WithEncoderCRC(true), zstd.WithSingleSegment(len(s)%2 == 0)}, options...)...)
	if err != nil {
		panic(err)
	}
	return string(w.EncodeAll([]byte(s), nil))
}

// skippable returns a frame of zstd that holds no data.
func skippable(kind byte, content string) string {
	return string(binary.LittleEndian.AppendUint32([]byte{kind, 0x2a, 0x4d, 0x18}, uint32(len(content)))) + content
}

func TestReadZstd(t *testing.T) {
	text := strings.Repeat("The ferry did not sail because of the storm. ", 4000)
	whole := packed(text)
	wrong := []byte(packed("The bridge is closed. The bridge is closed."))
	wrong[len(wrong)-1] ^= 1
	window := "\x28\xb5\x2f\xfd\x00\xff" + strings.Repeat("\x00", 20) // 3.75 TiB
	dir := files(t, map[string]string{
		"a.txt.zst":   whole,
		"b.html.zst":  packed("<html><body><p>One.</p>") + skippable(0x50, "a note") + packed("") + packed("<p>Two.</p>") + "\x00\x00",
		"c.jsonl.zst": packed(`{"text":"One."}` + "\n" + `{"text":"Two."}`),
		"d.zst":       whole[:5],
		"e.zst":       packed(zipped("By zstd and gzip.")),
		"f.zst":       window,
		"g.zst":       string(wrong),
		"h.zst":       skippable(0x5d, "no dictionary") + packed("Behind it."),
		"i.zst":       skippable(0x50, "cut off")[:10],
		"j.zst":       packed("The first frame. ") + "garbage",
	})
	compare(t, []string{
		"text a.txt.zst: " + strings.TrimSpace(text),
		"html b.html.zst: <html><body><p>One.</p><p>Two.</p>",
		"record c.jsonl.zst line 1: One.", "record c.jsonl.zst line 2: Two.",
		"skip d.zst: the compressed data is cut off (zstd frame at offset 0); nothing behind it can be read",
		"text e.zst: By zstd and gzip.",
		"skip f.zst: the compressed data needs more than 128 MiB of memory (zstd frame at offset 0); nothing behind it can be read",
		"skip g.zst: the compressed data is damaged (zstd frame at offset 0); nothing behind it can be read",
		"text h.zst: Behind it.",
		"skip i.zst: the compressed data is cut off (zstd frame without data); nothing behind it can be read",
		"text j.zst: The first frame. (cut off after 17 bytes: the compressed data is damaged (zstd frame at offset 30))",
	}, told(t, Options{}, dir))
}

// TestWARCZstd reads an archive of one frame a record, with damage in the middle.
func TestWARCZstd(t *testing.T) {
	frames := make([]string, 4)
	for i := range frames {
		frames[i] = packed(response(i, fmt.Sprintf("Page %d.", i)))
	}
	flip := []byte(frames[1])
	flip[len(flip)/2] ^= 0xff
	frames[1] = string(flip)
	frames[3] = frames[3][:len(frames[3])-30]
	got := toldWARC(t, Options{}, strings.Join(frames, ""))
	compare(t, placed([]string{
		"html offset %0 https://harbour.example/0 utf-8: Page 0.",
		fmt.Sprintf("skip offset %%1: broken record: the compressed data is damaged (zstd frame at offset %d)", len(frames[0])),
		"html offset %2 https://harbour.example/2 utf-8: Page 2.",
		fmt.Sprintf("skip offset %%3: broken record: the compressed data is cut off (zstd frame at offset %d)", len(frames[0]+frames[1]+frames[2])),
	}, frames, nil), got)

	// Several records in one frame.
	both := response(1, "One.") + response(2, "Two.")
	compare(t, placed([]string{
		"html offset %0 https://harbour.example/1 utf-8: One.", "html offset %1 https://harbour.example/2 utf-8: Two.",
	}, []string{response(1, "One."), ""}, func(at int) string { return strings.TrimSuffix(fmt.Sprintf("0+%d", at), "+0") }), toldWARC(t, Options{}, packed(both)))
}

// TestZstdDictionaryMissing reads the archive of testdata without its dictionary.
func TestZstdDictionaryMissing(t *testing.T) {
	c := captured(t, "testdata/dictionary.warc.zst")
	size := 8 + int(binary.LittleEndian.Uint32(c[4:]))
	got := toldWARC(t, Options{}, string(c[size:]))
	if len(got) == 0 || !strings.Contains(got[0], "needs a dictionary that the file does not hold") {
		t.Errorf("got %q", got)
	}
}
