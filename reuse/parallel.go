package reuse

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// each calls work for 0 to n-1 on all processors. newWorker is called once per goroutine and returns
// the function that does the work there, so that each can have its own scratch memory. What work
// writes must depend on i alone, never on the worker.
func each(n int, newWorker func() (work func(i int))) {
	workers := min(runtime.GOMAXPROCS(0), n)
	if workers <= 1 {
		work := newWorker()
		for i := range n {
			work(i)
		}
		return
	}
	var next atomic.Int64
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			work := newWorker()
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				work(i)
			}
		})
	}
	wg.Wait()
}

// alone makes a worker without scratch memory for each.
func alone(work func(i int)) func() func(int) {
	return func() func(int) { return work }
}
