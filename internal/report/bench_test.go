package report

import "testing"

// BenchmarkWrite measures the report of 323 pages with one story of 320.
func BenchmarkWrite(b *testing.B) {
	c, dir := many(b), b.TempDir()
	for b.Loop() {
		if _, err := Write(dir, c, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
