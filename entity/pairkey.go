package entity

// pairKeys returns keys for comparing names over a whole case, where thousands share a surname: the coarse sounds of each two neighbouring words, and of the first
// and the last. A name of one word has the keys that it has everywhere.
func (n Name) pairKeys() []string {
	var words []string
	for i, t := range n.tokens {
		if i < longestName && t.weight > particleWeight && !t.initial {
			words = append(words, coarse(t.phones))
		}
	}
	if len(words) < 2 {
		return n.Keys()
	}
	var out []string
	for i := range words[1:] {
		out = append(out, words[i]+"|"+words[i+1])
	}
	if len(words) > 2 {
		out = append(out, words[0]+"|"+words[len(words)-1])
	}
	return out
}
