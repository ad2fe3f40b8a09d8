package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"hearsay/internal/golden"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"hearsay": main})
}

// TestScript runs the scenarios in testdata/script: each is one text file with its input files
// inside. Beside the usual commands there are
//
//	exits CODE COMMAND ...  run a command that must end with that code; stdout and stderr as for exec
//	gzip FILE               compress FILE into FILE.gz
//	cut FILE N              keep the first N bytes of FILE
//	fill FILE N TEXT        write TEXT into FILE again and again until it has N bytes
//	bytes FILE QUOTED       write a Go string literal into FILE
//	rename FILE QUOTED      move FILE to a name given as a Go string literal
//
// $ARCHIVES is the folder of web archives that other programs made.
func TestScript(t *testing.T) {
	archives, err := filepath.Abs("../../page/testdata")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		Setup:         func(e *testscript.Env) error { e.Setenv("ARCHIVES", archives); return nil },
		UpdateScripts: *golden.Update,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "gzip": gzipFile, "cut": cutFile, "fill": fillFile, "bytes": bytesFile, "rename": renameFile,
		},
	})
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND ...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

func gzipFile(ts *testscript.TestScript, neg bool, args []string) {
	data := ts.ReadFile(args[0])
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := w.Write([]byte(data))
	ts.Check(err)
	ts.Check(w.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0])+".gz", b.Bytes(), 0o666))
}

func cutFile(ts *testscript.TestScript, neg bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[0]), int64(n)))
}

func fillFile(ts *testscript.TestScript, neg bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	data := strings.Repeat(args[2], n/len(args[2])+1)[:n]
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(data), 0o666))
}

func bytesFile(ts *testscript.TestScript, neg bool, args []string) {
	data, err := strconv.Unquote(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(data), 0o666))
}

func renameFile(ts *testscript.TestScript, neg bool, args []string) {
	name, err := strconv.Unquote(args[1])
	ts.Check(err)
	ts.Check(os.Rename(ts.MkAbs(args[0]), ts.MkAbs(name)))
}
