// Package browsertests opens real reports in a real browser. It is a module of its own, so that the
// browser's driver is no dependency of Hearsay.
package browsertests

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// demoReport is the report of the demonstration corpus, made once by the command itself.
var demoReport string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "hearsay-browser")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := 1
	build := exec.Command("go", "run", "./cmd/hearsay", "demo", "-o", dir)
	build.Dir = ".."
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "make the demo report: %v\n%s", err, out)
	} else {
		demoReport = filepath.Join(dir, "report.html")
		code = m.Run()
	}
	os.RemoveAll(dir)
	os.Exit(code)
}

// browser starts a headless browser with an empty profile and returns a context of one tab.
func browser(t *testing.T) context.Context {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "google-chrome", "chromium-browser"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		t.Skip("no Chromium was found; install the package chromium to run the browser tests")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	return ctx
}

func fileURL(path string) string {
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}).String()
}

// open opens a file in the tab and returns what the browser asked for and complained about.
func open(t *testing.T, ctx context.Context, path string, before ...chromedp.Action) *[]string {
	t.Helper()
	var seen []string
	chromedp.ListenTarget(ctx, func(e any) {
		switch e := e.(type) {
		case *network.EventRequestWillBeSent:
			if !strings.HasPrefix(e.Request.URL, "file:") && !strings.HasPrefix(e.Request.URL, "data:") {
				seen = append(seen, "requested "+e.Request.URL)
			}
		case *runtime.EventExceptionThrown:
			seen = append(seen, "script failed: "+e.ExceptionDetails.Text)
		case *runtime.EventConsoleAPICalled:
			seen = append(seen, fmt.Sprintf("console %s", e.Type))
		case *page.EventJavascriptDialogOpening:
			seen = append(seen, "dialog "+e.Message)
		}
	})
	actions := append([]chromedp.Action{network.Enable(), runtime.Enable()}, before...)
	actions = append(actions, chromedp.Navigate(fileURL(path)), chromedp.WaitReady("main"))
	if err := chromedp.Run(ctx, actions...); err != nil {
		t.Fatal(err)
	}
	return &seen
}

func evaluate[T any](t *testing.T, ctx context.Context, js string) T {
	t.Helper()
	var v T
	if err := chromedp.Run(ctx, chromedp.Evaluate(js, &v)); err != nil {
		t.Fatalf("%s: %v", js, err)
	}
	return v
}

func TestOpensWithoutNetwork(t *testing.T) {
	ctx := browser(t)
	seen := open(t, ctx, demoReport)
	if len(*seen) > 0 {
		t.Errorf("opening the report: %v", *seen)
	}
	if n := evaluate[int](t, ctx, `performance.getEntriesByType("resource").length`); n != 0 {
		t.Errorf("the report loaded %d resources", n)
	}
	if title := evaluate[string](t, ctx, `document.title`); title == "" {
		t.Error("the report has no title")
	}
}

// TestLinks checks that every link inside the report leads to something.
func TestLinks(t *testing.T) {
	ctx := browser(t)
	open(t, ctx, demoReport)
	dead := evaluate[[]string](t, ctx, `[...new Set([...document.querySelectorAll('a[href^="#"]')].map(a => a.getAttribute("href")))]
		.filter(h => h.length > 1 && !document.getElementById(decodeURIComponent(h.slice(1))))`)
	if len(dead) > 0 {
		t.Errorf("%d links lead nowhere: %v", len(dead), dead[:min(5, len(dead))])
	}
	if n := evaluate[int](t, ctx, `document.querySelectorAll('a[href^="#"]').length`); n < 50 {
		t.Errorf("only %d links inside the report", n)
	}
	double := evaluate[int](t, ctx, `(() => { const ids = [...document.querySelectorAll("[id]")].map(e => e.id); return ids.length - new Set(ids).size })()`)
	if double > 0 {
		t.Errorf("%d ids stand twice", double)
	}
}

// TestWidths checks that nothing makes the page scroll sideways, on a phone and on a desk.
func TestWidths(t *testing.T) {
	for _, width := range []int64{360, 768, 1280} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			ctx := browser(t)
			open(t, ctx, demoReport, emulation.SetDeviceMetricsOverride(width, 900, 1, width < 500))
			evaluate[int](t, ctx, `(() => { document.querySelectorAll("details").forEach(d => d.open = true); return 0 })()`)
			over := evaluate[int](t, ctx, `document.documentElement.scrollWidth - document.documentElement.clientWidth`)
			if over > 0 {
				widest := evaluate[[]string](t, ctx, `[...document.querySelectorAll("main *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
					.slice(0, 5).map(e => e.tagName + "." + e.className + " " + (e.textContent || "").trim().slice(0, 40))`)
				t.Errorf("the page is %d px wider than the window: %v", over, widest)
			}
		})
	}
}

func TestDark(t *testing.T) {
	ctx := browser(t)
	open(t, ctx, demoReport, emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "light"}}))
	light := evaluate[string](t, ctx, `getComputedStyle(document.body).backgroundColor + getComputedStyle(document.body).color`)
	if err := chromedp.Run(ctx, emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}})); err != nil {
		t.Fatal(err)
	}
	dark := evaluate[string](t, ctx, `getComputedStyle(document.body).backgroundColor + getComputedStyle(document.body).color`)
	if light == dark {
		t.Errorf("light and dark look the same: %s", light)
	}
}

// TestKeyboard checks that j and k go through the evidence and that links can be reached by Tab.
func TestKeyboard(t *testing.T) {
	ctx := browser(t)
	open(t, ctx, demoReport)
	if err := chromedp.Run(ctx, chromedp.KeyEvent("j")); err != nil {
		t.Fatal(err)
	}
	first := evaluate[string](t, ctx, `document.activeElement.outerHTML.slice(0, 200)`)
	if err := chromedp.Run(ctx, chromedp.KeyEvent("j")); err != nil {
		t.Fatal(err)
	}
	second := evaluate[string](t, ctx, `document.activeElement.outerHTML.slice(0, 200)`)
	if strings.HasPrefix(first, "<body") || first == second {
		t.Errorf("j did not move: %q then %q", first, second)
	}
	if err := chromedp.Run(ctx, chromedp.KeyEvent("k")); err != nil {
		t.Fatal(err)
	}
	if back := evaluate[string](t, ctx, `document.activeElement.outerHTML.slice(0, 200)`); back != first {
		t.Errorf("k did not go back: %q", back)
	}
}

// TestReasonsOpenAtTheLine checks that a line of the picture shows its reasons where it is drawn, by the
// mouse and by the keyboard, and that closing them leads back to it.
func TestReasonsOpenAtTheLine(t *testing.T) {
	ctx := browser(t)
	open(t, ctx, demoReport)
	evaluate[int](t, ctx, `(location.hash = document.querySelector(".view.story").id, 0)`)
	const line = `document.querySelector(".view.story svg.lanes a.edge")`
	evaluate[int](t, ctx, line+`.focus() ?? 0`)
	if err := chromedp.Run(ctx, chromedp.KeyEvent("\r")); err != nil {
		t.Fatal(err)
	}
	const shown = `document.querySelector("dialog.reasons[open]")?.innerText ?? ""`
	text := evaluate[string](t, ctx, shown)
	if !strings.Contains(text, "What speaks for it") || !strings.Contains(text, evaluate[string](t, ctx, line+`.getAttribute("aria-label")`)) {
		t.Errorf("Enter on a line shows %q", text)
	}
	if err := chromedp.Run(ctx, chromedp.KeyEvent("\u001b")); err != nil {
		t.Fatal(err)
	}
	if text := evaluate[string](t, ctx, shown); text != "" {
		t.Errorf("Escape leaves %q", text)
	}
	if !evaluate[bool](t, ctx, `document.activeElement === `+line) {
		t.Error("closing the reasons does not lead back to the line")
	}
	before := evaluate[string](t, ctx, `location.hash`)
	evaluate[int](t, ctx, line+`.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true})) ? 1 : 0`)
	if text := evaluate[string](t, ctx, shown); !strings.Contains(text, "What speaks for it") || before != evaluate[string](t, ctx, `location.hash`) {
		t.Errorf("a click on a line shows %q", text)
	}
	if double := evaluate[int](t, ctx, `(() => { const ids = [...document.querySelectorAll("[id]")].map(e => e.id); return ids.length - new Set(ids).size })()`); double > 0 {
		t.Errorf("with the reasons open, %d ids stand twice", double)
	}
}

// TestReasonsOpenWithoutScripts checks that the link of a line leads to open reasons with scripts off.
func TestReasonsOpenWithoutScripts(t *testing.T) {
	ctx := browser(t)
	open(t, ctx, demoReport)
	href := evaluate[string](t, ctx, `document.querySelector(".view.story svg.lanes a.edge").getAttribute("href")`)
	without := browser(t)
	open(t, without, demoReport, emulation.SetScriptExecutionDisabled(true))
	if err := chromedp.Run(without, chromedp.Navigate(fileURL(demoReport)+href), emulation.SetScriptExecutionDisabled(false)); err != nil {
		t.Fatal(err)
	}
	if text := evaluate[string](t, without, `document.querySelector("details:target").innerText`); !strings.Contains(text, "What speaks for it") {
		t.Errorf("the address %s shows %q", href, text)
	}
}

// TestWithoutScripts checks that everything can be read with scripts off.
func TestWithoutScripts(t *testing.T) {
	ctx := browser(t)
	open(t, ctx, demoReport)
	with := evaluate[int](t, ctx, `document.body.innerText.length`)
	without := browser(t)
	open(t, without, demoReport, emulation.SetScriptExecutionDisabled(true))
	var body string
	if err := chromedp.Run(without, emulation.SetScriptExecutionDisabled(false), chromedp.Evaluate(`document.body.innerText`, &body)); err != nil {
		t.Fatal(err)
	}
	if len(body) < with*9/10 {
		t.Errorf("without scripts the report shows %d characters, with them %d", len(body), with)
	}
}

func TestRightToLeft(t *testing.T) {
	ctx := browser(t)
	open(t, ctx, demoReport)
	n := evaluate[int](t, ctx, `[...document.querySelectorAll('[lang="ar"]')].filter(e => getComputedStyle(e).direction === "rtl").length`)
	if n == 0 {
		t.Error("no Arabic text is set from right to left")
	}
	wrong := evaluate[int](t, ctx, `[...document.querySelectorAll('[lang="ar"]')].filter(e => getComputedStyle(e).direction !== "rtl").length`)
	if wrong > 0 {
		t.Errorf("%d Arabic elements are set from left to right", wrong)
	}
}

func TestPrints(t *testing.T) {
	ctx := browser(t)
	open(t, ctx, demoReport)
	var pdf []byte
	err := chromedp.Run(ctx, chromedp.ActionFunc(func(ctx context.Context) error {
		var err error
		pdf, _, err = page.PrintToPDF().WithPrintBackground(true).Do(ctx)
		return err
	}))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(string(pdf), "%PDF") || len(pdf) < 20_000 {
		t.Errorf("the print has %d bytes", len(pdf))
	}
}

// TestHostile checks in the browser that nothing from a page acts in a report.
func TestHostile(t *testing.T) {
	dir := t.TempDir()
	evil := `<script>window.acted=1</script><img src=x onerror=window.acted=1>"'></title></script><svg onload=window.acted=1>`
	lines := ""
	for i := range 3 {
		lines += fmt.Sprintf(`{"url":"javascript:window.acted=%d","title":%q,"outlet":%q,"text":%q}`+"\n", i, evil, evil,
			evil+" The mayor of Altfurt said on Monday that the old bridge would stay closed until the repair of its eastern pier was finished. "+evil)
	}
	pages := filepath.Join(dir, "pages.jsonl")
	if err := os.WriteFile(pages, []byte(lines), 0o666); err != nil {
		t.Fatal(err)
	}
	run := exec.Command("go", "run", "./cmd/hearsay", "report", pages, "-o", filepath.Join(dir, "out"))
	run.Dir = ".."
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	ctx := browser(t)
	seen := open(t, ctx, filepath.Join(dir, "out", "report.html"))
	if len(*seen) > 0 {
		t.Errorf("opening the report: %v", *seen)
	}
	if evaluate[bool](t, ctx, `"acted" in window || document.querySelector("main img, main script:not([type]), a[href^=javascript]") !== null`) {
		t.Error("something from a page acted in the report")
	}
	if !evaluate[bool](t, ctx, `document.body.innerText.includes("<script>window.acted=1</script>")`) {
		t.Error("the hostile words are not shown as words")
	}
}

// TestAxe runs the accessibility rules of axe-core (WCAG 2.2 A and AA, best practice) over one view of
// each kind. HEARSAY_AXE names axe.min.js of the npm package axe-core.
func TestAxe(t *testing.T) {
	path := os.Getenv("HEARSAY_AXE")
	if path == "" {
		t.Skip("HEARSAY_AXE is not set; it names axe.min.js of the npm package axe-core")
	}
	axe, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range []string{"overview", "story", "pair", "article", "method"} {
		t.Run(kind, func(t *testing.T) {
			ctx := browser(t)
			open(t, ctx, demoReport)
			evaluate[int](t, ctx, `(location.hash = document.querySelector(".view.`+kind+`").id, 0)`)
			evaluate[int](t, ctx, `([...document.querySelectorAll(".view.`+kind+` details")].slice(0, 20).forEach(d => d.open = true), 0)`)
			evaluate[int](t, ctx, string(axe)+";1")
			var violations []string
			err := chromedp.Run(ctx, chromedp.Evaluate(`axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]})
				.then(r => r.violations.map(v => v.id + ": " + v.help + ", " + v.nodes.length + " times, as in " + v.nodes[0].html.slice(0, 160)))`,
				&violations, func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
			if err != nil {
				t.Fatal(err)
			}
			for _, v := range violations {
				t.Error(v)
			}
		})
	}
}
