package story

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// each calls a function for 0 to n-1, on all processors and in no order. Every goroutine makes its
// own function with start, so that it may keep buffers.
func each(n int, start func() func(int)) {
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		all.Go(func() {
			do := start()
			for i := next.Add(1) - 1; i < int64(n); i = next.Add(1) - 1 {
				do(int(i))
			}
		})
	}
	all.Wait()
}
