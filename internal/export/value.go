package export

import (
	"math"
	"time"
)

// round keeps four digits after the point: more would only be noise in a file that people compare.
func round(x float64) float64 { return math.Round(x*1e4) / 1e4 }

// formatTime writes t in RFC 3339 with its zone, or nothing for the zero time.
func formatTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}
