package main

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/term"
)

// printable returns s with everything that could steer a terminal (control characters, directional
// marks) written as escapes.
func printable(s string) string {
	clean := func(r rune) bool {
		return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == unicode.ReplacementChar
	}
	if strings.IndexFunc(s, clean) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if clean(r) {
			b.WriteString(strings.Trim(strconv.QuoteRuneToASCII(r), "'"))
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// styled reports whether w is a terminal that shows bold type and wants it.
func styled(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd())) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// bold makes s bold on a terminal.
func bold(w io.Writer, s string) string {
	if !styled(w) {
		return s
	}
	return "\x1b[1m" + s + "\x1b[0m"
}

// A progressLine shows one line about long work on a terminal, renewed a few times a second. On
// anything else it shows nothing.
type progressLine struct {
	w       io.Writer
	started time.Time
	last    time.Time
	shown   bool
}

// newProgress returns the function to hand to hearsay.Options.Progress and one that clears the line
// when the work is done.
func newProgress(w io.Writer) (show func(step string, done, total int), clear func()) {
	if !styled(w) {
		return nil, func() {}
	}
	p := &progressLine{w: w, started: time.Now()}
	return p.show, p.clear
}

func (p *progressLine) show(step string, done, total int) {
	now := time.Now()
	if now.Sub(p.started) < 500*time.Millisecond || now.Sub(p.last) < 100*time.Millisecond {
		return
	}
	p.last, p.shown = now, true
	switch {
	case total > 0 && done > 0:
		fmt.Fprintf(p.w, "\r\x1b[K%s: %d of %d", step, done, total)
	case done > 0:
		fmt.Fprintf(p.w, "\r\x1b[K%s: %d", step, done)
	default:
		fmt.Fprintf(p.w, "\r\x1b[K%s", step)
	}
}

func (p *progressLine) clear() {
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
