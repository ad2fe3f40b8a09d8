package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"runtime"
)

// linesBlock is how many records one goroutine encodes at a time: enough to be worth a goroutine,
// few enough that what waits to be written stays small.
const linesBlock = 128

// WriteLines writes n records as JSON lines in the order of their index, letters as they are. The
// records are made and encoded in parallel, so record must be safe for use by several goroutines.
func WriteLines(w io.Writer, n int, record func(i int) any) error {
	type encoded struct {
		lines []byte
		err   error
	}
	pending := make(chan chan encoded, 2*runtime.GOMAXPROCS(0))
	stop := make(chan struct{})
	defer close(stop)
	go func() {
		defer close(pending)
		for from := 0; from < n; from += linesBlock {
			done := make(chan encoded, 1)
			select {
			case pending <- done:
			case <-stop:
				return
			}
			go func() {
				lines, err := encodeLines(from, min(from+linesBlock, n), record)
				done <- encoded{lines, err}
			}()
		}
	}()
	bw := bufio.NewWriterSize(w, 1<<16)
	for done := range pending {
		block := <-done
		if block.err != nil {
			return fmt.Errorf("write records: %w", block.err)
		}
		if _, err := bw.Write(block.lines); err != nil {
			return fmt.Errorf("write records: %w", err)
		}
	}
	if err := bw.Flush(); err != nil {
		return fmt.Errorf("write records: %w", err)
	}
	return nil
}

func encodeLines(from, to int, record func(i int) any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	for i := from; i < to; i++ {
		if err := enc.Encode(record(i)); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}
