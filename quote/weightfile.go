package quote

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"io"
)

const weightsMagic = "hearsay quote weights 1\n"

// write writes the weights: a line that names the format, then, gzipped, the transitions (32 bits each, little endian) and the
// emissions (8 bits each).
func (w *weights) write(out io.Writer) error {
	if _, err := io.WriteString(out, weightsMagic); err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	z, err := gzip.NewWriterLevel(out, gzip.BestCompression)
	if err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	if err := binary.Write(z, binary.LittleEndian, &w.transition); err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	if err := binary.Write(z, binary.LittleEndian, w.emit); err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	return nil
}

// readWeights reads what write wrote.
func readWeights(data []byte) (*weights, error) {
	data, ok := bytes.CutPrefix(data, []byte(weightsMagic))
	if !ok {
		return nil, fmt.Errorf("read weights: they do not begin with %q; rebuild them with cmd/trainquotes", weightsMagic)
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("read weights: %w", err)
	}
	w := &weights{emit: make([]int8, buckets*width)}
	if err := binary.Read(z, binary.LittleEndian, &w.transition); err != nil {
		return nil, fmt.Errorf("read weights: transitions: %w", err)
	}
	raw := make([]byte, buckets*width)
	if _, err := io.ReadFull(z, raw); err != nil {
		return nil, fmt.Errorf("read weights: emissions: %w", err)
	}
	for i, b := range raw {
		w.emit[i] = int8(b)
	}
	return w, nil
}
