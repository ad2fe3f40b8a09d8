package main

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"hearsay/page"
)

// TestFieldTable checks that doc/formats.md lists the field names that are really read.
func TestFieldTable(t *testing.T) {
	data, err := os.ReadFile("../../doc/formats.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range page.FieldAliases() {
		row := fmt.Sprintf("| %s | `%s` |", a.Field, strings.Join(a.Names, "`, `"))
		if !strings.Contains(string(data), row) {
			t.Errorf("doc/formats.md has no row\n%s", row)
		}
	}
}

// TestREADME checks that README.md shows what the demo command really prints.
func TestREADME(t *testing.T) {
	data, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if printed := runHearsay(t, "", "demo", "-o", "demo-report"); !strings.Contains(string(data), "```\n"+printed+"```\n") {
		t.Errorf("README.md does not show what hearsay demo prints:\n%s", printed)
	}
}
