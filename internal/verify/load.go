package verify

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/net/html"

	"hearsay/internal/export"
)

// A claim is what a report says about its pages, in the form that can be checked.
type claim struct {
	brief export.Brief
	// texts are the full texts by article id; empty if the report holds none.
	texts map[string]string
	// passages are spans that only a full case holds.
	passages []export.Ref
	// full is the whole case; nil if only a brief was read.
	full *export.Case
	// from is the file that the claim was read from.
	from string
}

// load reads a report: its folder, its hearsay.json, or its HTML file.
func load(path string) (claim, error) {
	info, err := os.Stat(path)
	if err != nil {
		return claim{}, fmt.Errorf("open report: %w", err)
	}
	if info.IsDir() {
		path = filepath.Join(path, "hearsay.json")
	}
	data, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return claim{}, fmt.Errorf("open report: the folder holds no hearsay.json; name the HTML file instead")
	}
	if err != nil {
		return claim{}, fmt.Errorf("open report: %w", err)
	}
	if bytes.HasPrefix(bytes.TrimSpace(data), []byte("{")) {
		return loadCase(path, data)
	}
	return loadHTML(path, data)
}

func loadCase(path string, data []byte) (claim, error) {
	var c export.Case
	if err := json.Unmarshal(data, &c); err != nil {
		return claim{}, fmt.Errorf("read %s: %w", path, err)
	}
	if c.Schema != export.CaseSchema {
		return claim{}, fmt.Errorf("read %s: its schema is %q, not %q: it is no case of Hearsay or of another version", path, c.Schema, export.CaseSchema)
	}
	texts := map[string]string{}
	for _, a := range c.Articles {
		texts[a.ID] = a.Text
	}
	return claim{brief: c.Brief(), texts: texts, passages: c.Passages(), full: &c, from: path}, nil
}

func loadHTML(path string, data []byte) (claim, error) {
	blocks := machineBlocks(data)
	switch len(blocks) {
	case 0:
		return claim{}, fmt.Errorf("read %s: it is neither a report of Hearsay nor a hearsay.json", path)
	case 1:
	default:
		return claim{}, fmt.Errorf("read %s: it holds %d blocks of data where a report has one: it was tampered with", path, len(blocks))
	}
	var b export.Brief
	if err := json.Unmarshal([]byte(blocks[0]), &b); err != nil {
		return claim{}, fmt.Errorf("read %s: the data inside the report is damaged: %w", path, err)
	}
	if b.Schema != export.BriefSchema {
		return claim{}, fmt.Errorf("read %s: the schema of the data inside is %q, not %q", path, b.Schema, export.BriefSchema)
	}
	return claim{brief: b, from: path}, nil
}

// machineBlocks returns the contents of each <script type="application/json" id="hearsay">.
func machineBlocks(data []byte) []string {
	var blocks []string
	z := html.NewTokenizer(bytes.NewReader(data))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return blocks
		case html.StartTagToken:
			t := z.Token()
			if t.Data != "script" || !has(t, "id", "hearsay") || !has(t, "type", "application/json") {
				continue
			}
			block := ""
			if z.Next() == html.TextToken {
				block = strings.TrimSpace(string(z.Raw()))
			}
			blocks = append(blocks, block)
		}
	}
}

func has(t html.Token, key, value string) bool {
	for _, a := range t.Attr {
		if a.Key == key && a.Val == value {
			return true
		}
	}
	return false
}
