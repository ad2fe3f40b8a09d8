package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"hearsay"
)

// WriteCase writes c as JSON, the same bytes as Write makes of NewCase(c). Articles, pairs and stories
// become records one after the other, so that no more than one of them is held at a time: the record
// of a case can be many times larger than its pages.
func WriteCase(w io.Writer, c *hearsay.Case) error {
	o := newObjectWriter(w)
	o.field("schema", CaseSchema)
	o.field("run", newRun(c.Run))
	o.list("articles", len(c.Articles), func(i int) any { return c.Articles[i].Record() })
	o.list("annotations", len(c.Annotations), func(i int) any { return newCaseAnnotation(c, i) })
	o.list("entities", len(c.Cast.Entities), func(i int) any { return newCastEntity(c.Articles, c.Cast.Entities[i]) })
	o.list("pairs", len(c.Pairs), func(i int) any { return NewPair(c.Articles, c.Pairs[i]) })
	o.list("stories", len(c.Stories), func(i int) any { return newCaseStory(c, c.Stories[i]) })
	o.list("duplicates", len(c.Duplicates), func(i int) any { return newDuplicate(c.Articles, c.Duplicates[i]) })
	o.list("skipped", len(c.Skipped), func(i int) any { return newSkip(c.Skipped[i]) })
	if err := o.end(); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	return nil
}

// An objectWriter writes one JSON object field by field. After an error it writes nothing more.
type objectWriter struct {
	w      *bufio.Writer // keeps its first error
	buffer bytes.Buffer  // of the value being written
	enc    *json.Encoder // into buffer
	opened bool
	err    error
}

func newObjectWriter(w io.Writer) *objectWriter {
	o := &objectWriter{w: bufio.NewWriterSize(w, 1<<16)}
	o.enc = json.NewEncoder(&o.buffer)
	o.enc.SetEscapeHTML(false)
	return o
}

// name begins a field. Names are plain ASCII, which needs no escapes.
func (o *objectWriter) name(name string) {
	if o.opened {
		o.raw(`,"`)
	} else {
		o.raw(`{"`)
	}
	o.opened = true
	o.raw(name)
	o.raw(`":`)
}

// field writes a field and its value.
func (o *objectWriter) field(name string, v any) {
	o.name(name)
	o.value(v)
}

// list writes a field whose value is the array of n values, each of which is made when its turn comes.
func (o *objectWriter) list(name string, n int, at func(i int) any) {
	o.name(name)
	o.raw("[")
	for i := 0; i < n && o.err == nil; i++ {
		if i > 0 {
			o.raw(",")
		}
		o.value(at(i))
	}
	o.raw("]")
}

func (o *objectWriter) value(v any) {
	if o.err != nil {
		return
	}
	o.buffer.Reset()
	if o.err = o.enc.Encode(v); o.err == nil {
		_, o.err = o.w.Write(bytes.TrimSuffix(o.buffer.Bytes(), []byte("\n")))
	}
}

func (o *objectWriter) raw(s string) {
	if o.err == nil {
		_, o.err = o.w.WriteString(s)
	}
}

// end closes the object and its line.
func (o *objectWriter) end() error {
	o.raw("}\n")
	if o.err != nil {
		return o.err
	}
	return o.w.Flush()
}

// WriteFile makes a file of what write writes, under another name first, so that a run that breaks off
// leaves the file as it was and nobody ever reads half of one. What an error leaves is removed.
func WriteFile(path string, write func(io.Writer) error) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), ".hearsay-*")
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(tmp, 1<<16)
	err = write(w)
	if err == nil {
		err = w.Flush()
	}
	if err == nil {
		err = tmp.Chmod(0o644)
	}
	err = errors.Join(err, tmp.Close())
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(tmp.Name()))
	}
	return nil
}
