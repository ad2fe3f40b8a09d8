package page

import "bytes"

// zipMagic begins a ZIP archive that holds something, and so a WACZ.
const zipMagic = "PK\x03\x04"

var (
	gzipMagic = []byte{0x1f, 0x8b, 0x08}
	utf8Mark  = []byte{0xef, 0xbb, 0xbf}
)

// magics are the first bytes of files that are often found among pages and are none. The words finish
// the sentence “not a text: looks like …”.
var magics = []struct {
	at    int
	bytes string
	looks string
}{
	{0, "\x89PNG\r\n\x1a\n", "a PNG picture"},
	{0, "\xff\xd8\xff", "a JPEG picture"},
	{0, "GIF87a", "a GIF picture"},
	{0, "GIF89a", "a GIF picture"},
	{8, "WEBP", "a WebP picture"},
	{4, "ftypavif", "an AVIF picture"},
	{4, "ftypheic", "a HEIC picture"},
	{4, "ftyp", "an MP4 film"},
	{0, "BM\x00\x00", "a BMP picture"},
	{0, "II*\x00", "a TIFF picture"},
	{0, "MM\x00*", "a TIFF picture"},
	{0, "\x00\x00\x01\x00", "an icon"},
	{0, "%PDF-", "a PDF; save its text or the web page instead"},
	{0, "%!PS", "a PostScript document"},
	{0, "{\\rtf", "an RTF document; save it as text"},
	{0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document; save it as text"},
	{0, zipMagic, "a ZIP archive"},
	{0, "PK\x05\x06", "an empty ZIP archive"},
	{257, "ustar", "a tar archive; unpack it first"},
	{0, string(gzipMagic), "a file compressed with gzip"},
	{0, "BZh", "a file compressed with bzip2; unpack it first"},
	{0, "\xfd7zXZ\x00", "a file compressed with xz; unpack it first"},
	{0, "\x28\xb5\x2f\xfd", "a file compressed with zstd; unpack it first"},
	{0, "7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it first"},
	{0, "Rar!\x1a\x07", "a RAR archive; unpack it first"},
	{0, "ID3", "a sound file"},
	{0, "OggS", "a sound file"},
	{0, "fLaC", "a sound file"},
	{8, "WAVE", "a sound file"},
	{8, "AVI ", "a film"},
	{0, "\x1aE\xdf\xa3", "a film"},
	{0, "wOFF", "a font"},
	{0, "wOF2", "a font"},
	{0, "\x00\x01\x00\x00\x00", "a font"},
	{0, "OTTO\x00", "a font"},
	{0, "SQLite format 3\x00", "an SQLite database"},
	{0, "\x7fELF", "a program"},
	{0, "MZ\x90\x00", "a program"},
	{0, "bplist0", "a web archive of Safari or a property list; save the page as HTML"},
	{0, "\xff\xfe\x00\x00", "text in UTF-32; save it as UTF-8"},
	{0, "\x00\x00\xfe\xff", "text in UTF-32; save it as UTF-8"},
}

// magic says what the first bytes of a file look like, or nothing.
func magic(head []byte) string {
	for _, m := range magics {
		if len(head) < m.at || !bytes.HasPrefix(head[m.at:], []byte(m.bytes)) {
			continue
		}
		if m.at == 8 && !bytes.HasPrefix(head, []byte("RIFF")) {
			continue
		}
		return m.looks
	}
	return ""
}
