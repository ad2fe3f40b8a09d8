package entity

// longestName is how many words of a name are compared; longer names are cut.
const longestName = 12

// A match is two words that sound alike, or two neighbours of one name that sound like one word of the other.
type match struct {
	a, b   int // first word of each, as the names have them
	na, nb int // how many words
	alike  float64
	weight float64
}

// A step says how the best alignment of what is left begins.
type step uint8

const (
	skipA step = iota
	skipB
	matchOne
	joinA // two words of the first for one of the second
	joinB
)

// alignWords finds the heaviest alignment of the words of two names, each read in the order given.
func (g *grid) alignWords(orderA, orderB []uint8, out []match) []match {
	n, m := len(orderA), len(orderB)
	var best [longestName + 1][longestName + 1]float64
	var steps [longestName][longestName]step
	for i := n - 1; i >= 0; i-- {
		a := int(orderA[i])
		nextA := i+1 < n && int(orderA[i+1]) == a+1
		for j := m - 1; j >= 0; j-- {
			b := int(orderB[j])
			most, s := best[i+1][j], skipA
			if v := best[i][j+1]; v > most {
				most, s = v, skipB
			}
			if v := g.one[a][b]; v > 0 && best[i+1][j+1]+v > most {
				most, s = best[i+1][j+1]+v, matchOne
			}
			if nextA {
				if v := g.joinA[a][b]; v > 0 && best[i+2][j+1]+v > most {
					most, s = best[i+2][j+1]+v, joinA
				}
			}
			if j+1 < m && int(orderB[j+1]) == b+1 {
				if v := g.joinB[a][b]; v > 0 && best[i+1][j+2]+v > most {
					most, s = best[i+1][j+2]+v, joinB
				}
			}
			best[i][j], steps[i][j] = most, s
		}
	}
	for i, j := 0, 0; i < n && j < m; {
		x := match{a: int(orderA[i]), b: int(orderB[j]), na: 1, nb: 1}
		switch steps[i][j] {
		case skipA:
			i++
			continue
		case skipB:
			j++
			continue
		case matchOne:
			x.weight = g.weightOne(x.a, x.b)
			x.alike = g.one[x.a][x.b] / x.weight
		case joinA:
			x.na, x.weight = 2, g.b[x.b].weight*joinedWorth
			x.alike = g.joinA[x.a][x.b] / x.weight
		case joinB:
			x.nb, x.weight = 2, g.a[x.a].weight*joinedWorth
			x.alike = g.joinB[x.a][x.b] / x.weight
		}
		out = append(out, x)
		i, j = i+x.na, j+x.nb
	}
	return out
}
