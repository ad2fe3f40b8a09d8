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
	// KeepFurniture leaves out the removal of what recurs across the pages of an outlet: the texts
	// stay as they were read, and so do all offsets into them.
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
