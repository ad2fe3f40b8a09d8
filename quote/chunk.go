package quote

// A chunk is a span that the tagger found in a paragraph: words[from:to].
type chunk struct {
	role     role
	from, to int
}

// chunks returns the spans that the labels mark, in order.
func chunks(ls []label) []chunk {
	var out []chunk
	for i := 0; i < len(ls); i++ {
		if !ls[i].begins() {
			continue
		}
		j := i + 1
		for j < len(ls) && ls[j] == ls[i]+1 {
			j++
		}
		out = append(out, chunk{ls[i].role(), i, j})
		i = j - 1
	}
	return out
}
