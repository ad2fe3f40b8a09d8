package hearsay

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"hearsay/page"
)

// TestCollectUniqueIDs checks that records keep their ids as far as these are their own.
func TestCollectUniqueIDs(t *testing.T) {
	var records strings.Builder
	for i, id := range []string{"x", "x-2", "x", "y", "x", "x-2", "x"} {
		fmt.Fprintf(&records, `{"id":%q,"url":"https://a.example/%d","text":"The council met on Tuesday for the %d. time."}`+"\n", id, i, i)
	}
	path := filepath.Join(t.TempDir(), "records.jsonl")
	if err := os.WriteFile(path, []byte(records.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	c, err := Collect(t.Context(), []string{path}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, a := range c.Articles {
		got = append(got, a.ID)
	}
	want := []string{"x", "x-2", "x-3", "y", "x-4", "x-2-2", "x-5"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("ids (-want +got):\n%s", diff)
	}
}

// TestCollectInterrupted checks that an input which never ends does not keep Collect from stopping.
func TestCollectInterrupted(t *testing.T) {
	silent, end := io.Pipe()
	defer end.Close()
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(20*time.Millisecond, cancel)
	failed := make(chan error, 1)
	go func() {
		_, err := Collect(ctx, []string{"-"}, Options{Page: page.Options{Stdin: silent}})
		failed <- err
	}()
	select {
	case err := <-failed:
		if !errors.Is(err, context.Canceled) {
			t.Errorf("Collect after an interrupt: %v", err)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("Collect still waits for its input")
	}
}

// TestCollectKeepsFurniture checks that the texts of records stay byte for byte where offsets count in
// them, and that what recurs is removed elsewhere.
func TestCollectKeepsFurniture(t *testing.T) {
	const label = "Follow the Ledger on the quay"
	path := filepath.Join(t.TempDir(), "in.jsonl")
	var lines strings.Builder
	for _, name := range []string{"Arda", "Brul"} {
		fmt.Fprintf(&lines, `{"id":"%[1]s","url":"https://ledger.example/%[1]s","text":"The council of %[1]s heard %[1]switness speak of %[1]sbridge until %[1]snight.\n\n%[2]s"}`+"\n", name, label)
	}
	if err := os.WriteFile(path, []byte(lines.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, keep := range []bool{true, false} {
		c, err := Collect(t.Context(), []string{path}, Options{KeepFurniture: keep})
		if err != nil || len(c.Articles) != 2 {
			t.Fatalf("%v, %v", c, err)
		}
		for _, a := range c.Articles {
			if got := strings.HasSuffix(a.Doc.String(), label); got != keep || a.Verbatim != keep {
				t.Errorf("keep %v: %q, verbatim %v", keep, a.Doc, a.Verbatim)
			}
		}
	}
}
