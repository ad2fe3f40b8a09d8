package quote

import (
	_ "embed"
	"sync"
)

// The weights of the English tagger, made by cmd/trainquotes from quote/training and nothing else.
//
//go:embed data/en.weights
var englishWeights []byte

// shipped are the built-in weights.
var shipped = sync.OnceValue(func() *weights {
	w, err := readWeights(englishWeights)
	if err != nil {
		panic("quote: read the built-in weights: " + err.Error()) // they are part of the binary
	}
	return w
})
