package reuse

import (
	"cmp"
	"encoding/binary"
)

// A fingerprint is what an Index keeps of an article, print for short: the highest 48 bits of the hash of a shingle
// that winnowing keeps. Among a billion prints, one in 300,000 is taken for another by accident.
type fingerprint struct {
	hash   uint64 // printBits of it
	source uint32
}

const (
	printBits = 48
	// leafBits is how many buckets a leaf has, as a power of two; a bucket has at most bucketPrints on
	// average, so a leaf is a step of about 2,000 prints.
	leafBits     = 8
	bucketPrints = 8
	// keptFirst and keptLast are how many of the articles of a print a segment keeps: the first that
	// are all paired with each other, and the last, which are paired with what follows.
	keptFirst, keptLast = allPairs, neighbours
)

func comparePrints(a, b fingerprint) int {
	return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.source, b.source))
}

// A segment is a sorted set of prints that does not change. It takes about 7 bytes a print: in a bucket
// the hashes are differences and the sources are counted from the first of the segment.
type segment struct {
	bits   uint     // how many bits of a hash tell its bucket
	base   uint32   // the lowest source
	prints int      // how many it has so far
	pages  [][]leaf // leaves in order, pageLeaves of them in each page
	size   int64    // bytes of the leaves
}

// newSegment returns an empty segment for so many prints, or fewer.
func newSegment(prints int, base uint32) *segment {
	s := &segment{bits: leafBits, base: base}
	for bucketPrints<<s.bits < prints {
		s.bits++
	}
	return s
}

// leaves returns how many leaves the segment has when it is complete.
func (s *segment) leaves() int { return 1 << (s.bits - leafBits) }

// leafSpan returns how many hashes a leaf covers.
func (s *segment) leafSpan() uint64 { return 1 << (printBits - s.bits + leafBits) }

func (s *segment) leaf(i int) *leaf { return &s.pages[i/pageLeaves][i%pageLeaves] }

// appendLeaf appends the next leaf: number i, with its prints, sorted. It returns scratch, which it
// uses, for the next call.
func (s *segment) appendLeaf(i int, prints []fingerprint, scratch []byte) []byte {
	if i%pageLeaves == 0 {
		s.pages = append(s.pages, make([]leaf, min(pageLeaves, s.leaves()-i)))
	}
	s.prints += len(prints)
	scratch = scratch[:0]
	var ends [1 << leafBits]int
	for bucket := range ends {
		start := (uint64(i)<<leafBits + uint64(bucket)) << (printBits - s.bits)
		n := 0
		for n < len(prints) && prints[n].hash-start < 1<<(printBits-s.bits) {
			n++
		}
		scratch = s.appendBucket(scratch, start, prints[:n])
		prints = prints[n:]
		ends[bucket] = len(scratch)
	}
	l := newLeaf(&ends, scratch)
	s.size += int64(len(l))
	*s.leaf(i) = l
	return scratch
}

func (s *segment) appendBucket(dst []byte, start uint64, prints []fingerprint) []byte {
	last := fingerprint{start, s.base}
	for i, p := range prints {
		dst = binary.AppendUvarint(dst, p.hash-last.hash)
		if i > 0 && p.hash == last.hash {
			dst = binary.AppendUvarint(dst, uint64(p.source-last.source))
		} else {
			dst = binary.AppendUvarint(dst, uint64(p.source-s.base))
		}
		last = p
	}
	return dst
}

// bucket returns the bytes of a bucket and the hash at which it begins.
func (s *segment) bucket(number uint64) (data []byte, start uint64) {
	l := *s.leaf(int(number >> leafBits))
	return l.bucket(int(number & (1<<leafBits - 1))), number << (printBits - s.bits)
}

// A match says that an article of the index has a print of the new one.
type match struct {
	print  uint32 // number among the prints of the new article
	source uint32
}

// A lookup is scratch memory of appendMatches.
type lookup struct {
	buckets [][]byte
	touched byte
}

// appendMatches appends the matches of hashes, ascending, of which the first has the number given.
//
// Nearly every bucket is far from the processor. So all of them are touched first, in a loop whose
// steps do not wait for each other, and read then: half the time of doing both at once.
func (s *segment) appendMatches(dst []match, hashes []uint64, first int, l *lookup) []match {
	l.buckets = l.buckets[:0]
	for _, hash := range hashes {
		data, _ := s.bucket(hash >> (printBits - s.bits))
		if len(data) > 0 {
			l.touched += data[0]
		}
		l.buckets = append(l.buckets, data)
	}
	for i, hash := range hashes {
		start := hash >> (printBits - s.bits) << (printBits - s.bits)
		last, begun := fingerprint{start, s.base}, false
		for data := l.buckets[i]; len(data) > 0; begun = true {
			last, data = nextPrint(data, last, begun, s.base)
			if last.hash > hash {
				break
			}
			if last.hash == hash {
				dst = append(dst, match{uint32(first + i), last.source})
			}
		}
	}
	return dst
}

// nextPrint decodes the print that follows last in a bucket; begun says that last is one itself.
func nextPrint(data []byte, last fingerprint, begun bool, base uint32) (fingerprint, []byte) {
	delta, data := nextNumber(data)
	source, data := nextNumber(data)
	from := base
	if begun && delta == 0 {
		from = last.source
	}
	return fingerprint{last.hash + delta, from + uint32(source)}, data
}

// nextNumber is binary.Uvarint for numbers that are known to be good.
func nextNumber(data []byte) (uint64, []byte) {
	var n uint64
	for i, b := range data {
		n |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			return n, data[i+1:]
		}
	}
	return n, nil
}

// appendPrints appends the prints with a hash from low up to high, sorted.
func (s *segment) appendPrints(dst []fingerprint, low, high uint64) []fingerprint {
	shift := printBits - s.bits
	for number := low >> shift; number <= (high-1)>>shift; number++ {
		data, start := s.bucket(number)
		last, begun := fingerprint{start, s.base}, false
		for len(data) > 0 {
			last, data = nextPrint(data, last, begun, s.base)
			begun = true
			if last.hash >= high {
				break
			}
			if last.hash >= low {
				dst = append(dst, last)
			}
		}
	}
	return dst
}
