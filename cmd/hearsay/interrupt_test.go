package main

import (
	"context"
	"errors"
	"testing"
)

// TestInterruptible checks that work which does not end is left behind once the user interrupts.
func TestInterruptible(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	end := make(chan struct{})
	defer close(end)
	if err := interruptible(ctx, func() { cancel(); <-end }); !errors.Is(err, context.Canceled) {
		t.Errorf("interrupted work: %v", err)
	}
	done := false
	if err := interruptible(t.Context(), func() { done = true }); err != nil || !done {
		t.Errorf("whole work: %v, done %t", err, done)
	}
}
