package page

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base32"
	"encoding/hex"
	"hash"
	"strings"
)

// checkDigests warns if a digest of the record fits neither what was transferred nor what it decodes
// to: archives differ in what they take for the payload. It returns the digest of the payload if that
// is not contradicted.
func (p *Page) checkDigests(h headers, block []byte, payloads ...[]byte) (payload string) {
	if digest := h.get("WARC-Block-Digest"); digest != "" && !digestFits(digest, block) {
		p.warn("the record does not have the digest that the archive notes for it (%s)", digest)
	}
	digest := h.get("WARC-Payload-Digest")
	if digest == "" {
		return ""
	}
	for _, payload := range payloads {
		if digestFits(digest, payload) {
			return digest
		}
	}
	p.warn("the page does not have the digest that the archive notes for it (%s)", digest)
	return ""
}

// newHash returns the function that a labelled digest was made with, nil if it is not known.
func newHash(labelled string) hash.Hash {
	algorithm, _, _ := strings.Cut(labelled, ":")
	switch strings.ToLower(strings.TrimSpace(algorithm)) {
	case "sha1", "sha-1":
		return sha1.New()
	case "sha256", "sha-256":
		return sha256.New()
	case "sha512", "sha-512":
		return sha512.New()
	case "md5":
		return md5.New()
	}
	return nil
}

// digestFits reports whether data has a labelled digest. A digest of an unknown kind cannot be checked
// and fits.
func digestFits(labelled string, data []byte) bool {
	h := newHash(labelled)
	if h == nil {
		return true
	}
	h.Write(data)
	return digestIs(labelled, h.Sum(nil))
}

// digestIs reports whether a labelled digest, in base 32 or hexadecimal, is a sum.
func digestIs(labelled string, sum []byte) bool {
	_, value, _ := strings.Cut(labelled, ":")
	value = strings.TrimRight(strings.TrimSpace(value), "=")
	return strings.EqualFold(value, hex.EncodeToString(sum)) ||
		strings.EqualFold(value, base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(sum))
}
