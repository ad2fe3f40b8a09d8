package entity

// joinedAlike is how alike two words together must sound to one: more than words alone, as there are more ways.
const joinedAlike = 0.85

// longestName is how many words of a name are compared; longer names are cut.
const longestName = 12

// alignWords finds the heaviest alignment of the words of two names in their order; two neighbouring words of one may match one
// of the other.
func alignWords(a, b []nameToken, unwritten bool) []match {
	a, b = a[:min(len(a), longestName)], b[:min(len(b), longestName)]
	n, m := len(a), len(b)
	var best [longestName + 1][longestName + 1]float64
	var step [longestName + 1][longestName + 1]match
	for i := n; i >= 0; i-- {
		for j := m; j >= 0; j-- {
			if i == n || j == m {
				continue
			}
			best[i][j] = best[i+1][j]
			step[i][j] = match{na: 1}
			if best[i][j+1] > best[i][j] {
				best[i][j], step[i][j] = best[i][j+1], match{nb: 1}
			}
			try := func(x match) {
				if x.alike < wordAlike || x.na+x.nb > 2 && x.alike < joinedAlike {
					return
				}
				if v := best[i+x.na][j+x.nb] + x.weight*x.alike; v > best[i][j] {
					best[i][j], step[i][j] = v, x
				}
			}
			try(matchWords(a, b, i, j, unwritten))
			if i+1 < n && !a[i].initial && !a[i+1].initial && a[i].weight+a[i+1].weight > 1 {
				try(match{a: i, b: j, na: 2, nb: 1, alike: alike(append(a[i].phones[:len(a[i].phones):len(a[i].phones)], a[i+1].phones...), b[j].phones, unwritten), weight: b[j].weight * 1.2})
			}
			if j+1 < m && !b[j].initial && !b[j+1].initial && b[j].weight+b[j+1].weight > 1 {
				try(match{a: i, b: j, na: 1, nb: 2, alike: alike(a[i].phones, append(b[j].phones[:len(b[j].phones):len(b[j].phones)], b[j+1].phones...), unwritten), weight: a[i].weight * 1.2})
			}
		}
	}
	var out []match
	for i, j := 0, 0; i < n && j < m; {
		x := step[i][j]
		if x.alike > 0 {
			out = append(out, x)
		}
		i, j = i+x.na, j+x.nb
	}
	return out
}

// matchWords compares one word with one.
func matchWords(a, b []nameToken, i, j int, unwritten bool) match {
	x, y := a[i], b[j]
	m := match{a: i, b: j, na: 1, nb: 1, weight: (x.weight + y.weight) / 2}
	switch {
	case x.initial || y.initial:
		if len(x.phones) > 0 && len(y.phones) > 0 && x.word != "" && y.word != "" && x.word[0] == y.word[0] {
			m.alike, m.weight = 0.9, initialWeight
		}
		return m
	case (x.weight <= particleWeight) != (y.weight <= particleWeight):
		return m
	case x.weight <= particleWeight:
		if x.word == y.word || isArticle(x.word) && isArticle(y.word) || x.bin && y.bin {
			m.alike = 1
		}
		return m
	}
	m.alike = alike(x.phones, y.phones, unwritten)
	if rest, ok := withoutArticle(x.word); ok && m.alike < 0.9 {
		m.alike = max(m.alike, 0.97*alike(phonesOf(rest), y.phones, unwritten))
	}
	if rest, ok := withoutArticle(y.word); ok && m.alike < 0.9 {
		m.alike = max(m.alike, 0.97*alike(x.phones, phonesOf(rest), unwritten))
	}
	return m
}
