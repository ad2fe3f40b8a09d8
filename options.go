package hearsay

import (
	"hearsay/page"
	"hearsay/reuse"
	"hearsay/story"
)

// Options steer a run. The zero value means the defaults.
type Options struct {
	Page  page.Options
	Reuse reuse.Options
	Story story.Options
	// KeepFurniture keeps the texts of records byte for byte, and leaves out the removal of what recurs
	// across the pages of an outlet: all offsets into the texts of the input stay right.
	KeepFurniture bool
	// Progress, if set, is called from time to time during long work: which step, how much of it is
	// done, and of how much (0 if unknown). It is never called by two goroutines at a time.
	Progress func(step string, done, total int)
}

func (o Options) progress(step string, done, total int) {
	if o.Progress != nil {
		o.Progress(step, done, total)
	}
}
