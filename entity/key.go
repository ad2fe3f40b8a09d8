package entity

// Keys returns what two names that can be the same mostly share: the coarse sounds of the consonants of each of their words that
// say something, and of all of them. Only names that share a key need to be compared.
func (n Name) Keys() []string {
	var out []string
	seen := map[string]bool{}
	add := func(k string) {
		if k != "" && !seen[k] {
			seen[k] = true
			out = append(out, k)
		}
	}
	first := ""
	for i, t := range n.tokens {
		if i >= longestName || t.weight <= particleWeight {
			continue
		}
		first += string([]rune(t.word)[:1])
		if !t.initial {
			add(coarse(t.phones))
		}
	}
	if len(n.tokens) > 1 {
		add("." + first)
	} else {
		add("." + n.letters)
	}
	return out
}

// coarse writes phones as few classes of sounds, without vowels, glides and h.
func coarse(phones []phone) string {
	var out []byte
	for _, p := range phones {
		var c byte
		switch {
		case p.vowel || p.spelling == "y" || p.spelling == "w" || p.spelling == "h":
			continue
		case p.set&(soundB|soundP) != 0:
			c = 'b'
		case p.set&(soundF|soundV) != 0:
			c = 'v'
		case p.set&(soundL) != 0:
			c = 'l'
		case p.set&(soundR) != 0:
			c = 'r'
		case p.set&(soundM|soundN) != 0:
			c = 'n'
		case p.set&(soundK|soundQ|soundG|soundKh) != 0 && p.set&soundS == 0:
			c = 'k'
		case p.set != 0:
			c = 't'
		default:
			out = append(out, p.spelling...)
			continue
		}
		if len(out) == 0 || out[len(out)-1] != c {
			out = append(out, c)
		}
	}
	if len(out) == 0 {
		for _, p := range phones {
			out = append(out, p.spelling...)
		}
	}
	return string(out[:min(len(out), 6)])
}
