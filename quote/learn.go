package quote

import (
	"math"
	"math/rand/v2"
)

// A sample is a sequence with its right labels.
type sample struct {
	*sequence
	gold []label
}

// A learner is an averaged structured perceptron (Collins 2002) during training.
type learner struct {
	emit, emitSum   []float32
	emitAt          []int32
	trans, transSum [contexts * int(labels) * int(labels)]float64
	transAt         [contexts * int(labels) * int(labels)]int32
	now             int32
}

func newLearner() *learner {
	return &learner{emit: make([]float32, buckets*width), emitSum: make([]float32, buckets*width), emitAt: make([]int32, buckets*width)}
}

func transIndex(context uint8, x, y label) int {
	return (int(context)*int(labels)+int(x))*int(labels) + int(y)
}

func (l *learner) bumpEmit(k int, by float32) {
	l.emitSum[k] += float32(l.now-l.emitAt[k]) * l.emit[k]
	l.emitAt[k] = l.now
	l.emit[k] += by
}

func (l *learner) bumpTrans(k int, by float64) {
	l.transSum[k] += float64(l.now-l.transAt[k]) * l.trans[k]
	l.transAt[k] = l.now
	l.trans[k] += by
}

// decode is weights.decode with the weights as they are now.
func (l *learner) decode(q *sequence, back [][labels]label, out []label) {
	n := len(q.words)
	per := len(q.features) / n
	var score, next [labels]float64
	for i := range n {
		var emit [width]float32
		for _, f := range q.features[i*per : (i+1)*per] {
			row := l.emit[int(f)*width : int(f)*width+width]
			for y := range emit {
				emit[y] += row[y]
			}
		}
		for y := outside; y < labels; y++ {
			best, from := math.Inf(-1), outside
			for x := outside; x < labels; x++ {
				if i == 0 && x != outside || !y.follows(x) {
					continue
				}
				if v := score[x] + l.trans[transIndex(q.context[i], x, y)]; v > best {
					best, from = v, x
				}
			}
			next[y], back[i][y] = best+float64(emit[y]), from
		}
		score = next
	}
	last := outside
	for y := range score {
		if score[y] > score[last] {
			last = label(y)
		}
	}
	for i := n - 1; i >= 0; i-- {
		out[i] = last
		last = back[i][last]
	}
}

// learn takes one step on a sample. It reports whether the guess was right.
func (l *learner) learn(s sample, back [][labels]label, guess []label) bool {
	l.now++
	l.decode(s.sequence, back, guess)
	per := len(s.features) / len(s.words)
	right := true
	before, goldBefore := outside, outside
	for i, y := range guess {
		g := s.gold[i]
		if y != g {
			right = false
			for _, f := range s.features[i*per : (i+1)*per] {
				l.bumpEmit(int(f)*width+int(g), 1)
				l.bumpEmit(int(f)*width+int(y), -1)
			}
		}
		if y != g || before != goldBefore {
			l.bumpTrans(transIndex(s.context[i], goldBefore, g), 1)
			l.bumpTrans(transIndex(s.context[i], before, y), -1)
		}
		before, goldBefore = y, g
	}
	return right
}

// train runs the perceptron over the samples several times and returns the averaged weights.
func train(samples []sample, epochs int, seed uint64) ([]float32, []float64) {
	l := newLearner()
	longest := 0
	for _, s := range samples {
		longest = max(longest, len(s.words))
	}
	back, guess := make([][labels]label, longest), make([]label, longest)
	order := make([]int, len(samples))
	for i := range order {
		order[i] = i
	}
	random := rand.New(rand.NewPCG(seed, 1))
	for range epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, k := range order {
			if n := len(samples[k].words); n > 0 {
				l.learn(samples[k], back, guess[:n])
			}
		}
	}
	for k := range l.emit {
		l.bumpEmit(k, 0)
		l.emitSum[k] /= float32(l.now)
	}
	trans := make([]float64, len(l.trans))
	for k := range l.trans {
		l.bumpTrans(k, 0)
		trans[k] = l.transSum[k] / float64(l.now)
	}
	return l.emitSum, trans
}

// caution is what it costs to begin a span, on the scale of the learnt weights: a perceptron that learns from few articles sees spans where there are
// none, and what is doubtful is better left out. Set by cross-validation on quote/training, where precision then equals recall.
const caution = 72.0

// quantise turns averaged weights into the form that is shipped: 8 bits each, scaled so that hardly any is cut off.
func quantise(emit []float32, trans []float64) *weights {
	var sizes [4096]int
	top := float32(0)
	for _, v := range emit {
		top = max(top, float32(math.Abs(float64(v))))
	}
	total := 0
	for _, v := range emit {
		if v != 0 {
			sizes[int(float32(math.Abs(float64(v)))/top*4095)]++
			total++
		}
	}
	cut, kept := top, 0
	for k := range sizes {
		if kept += sizes[k]; float64(kept) > 0.9995*float64(total) {
			cut = top * float32(k+1) / 4095
			break
		}
	}
	w := &weights{emit: make([]int8, len(emit))}
	scale := 127 / cut
	for k, v := range emit {
		w.emit[k] = int8(max(-127, min(127, math.Round(float64(v*scale)))))
	}
	for c := range w.transition {
		for x := outside; x < labels; x++ {
			for y := outside; y < labels; y++ {
				v := trans[transIndex(uint8(c), x, y)]
				if y.begins() {
					v -= caution * seeds
				}
				w.transition[c][x][y] = int32(math.Round(v * float64(scale)))
			}
		}
	}
	return w
}
