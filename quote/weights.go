package quote

// buckets is the number of hashed features; a power of two.
const buckets = 1 << 18

const width = 8 // weights a bucket: one a label, the last unused

// weights are the parameters of the tagger.
type weights struct {
	emit       []int8 // buckets * width
	transition [contexts][labels][labels]int32
}

// emission returns the scores of the labels for the word at i.
func (w *weights) emission(q *sequence, i int, out *[width]int32) {
	*out = [width]int32{}
	per := len(q.features) / len(q.words)
	for _, f := range q.features[i*per : (i+1)*per] {
		row := w.emit[int(f)*width : int(f)*width+width : int(f)*width+width]
		for y := range out {
			out[y] += int32(row[y])
		}
	}
}

// beginsAnew reports whether no span goes on at word i: a sentence begins there, outside quotation marks.
func (q *sequence) beginsAnew(i int) bool {
	return i > 0 && q.first[i] == i && q.quote[i] == unquoted && q.quote[i-1] != quoted
}

const impossible = -1 << 29

// decode returns the best labels of the sequence (Viterbi), and for each word how far the best label of
// the word itself lies above the second.
func (w *weights) decode(q *sequence) []label {
	n := len(q.words)
	if n == 0 {
		return nil
	}
	back := make([][labels]label, n)
	var score, next [labels]int32
	var emit [width]int32
	for i := range n {
		w.emission(q, i, &emit)
		t := &w.transition[q.context[i]]
		begins := q.beginsAnew(i)
		for y := outside; y < labels; y++ {
			if begins && y != outside && !y.begins() {
				next[y], back[i][y] = impossible, outside
				continue
			}
			best, from := int32(impossible), outside
			for x := outside; x < labels; x++ {
				if i == 0 && x != outside || !y.follows(x) {
					continue
				}
				if v := score[x] + t[x][y]; v > best {
					best, from = v, x
				}
			}
			next[y], back[i][y] = best+emit[y], from
		}
		score = next
	}
	out := make([]label, n)
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
	return out
}
