package entity

// A grid holds how much each word of one name is worth as a match of each of another: their likeness times their weight, 0 where they do not match.
type grid struct {
	a, b      []nameToken
	flatA     []phone
	flatB     []phone
	unwritten bool                              // one side is in a script that writes no vowels
	body      bool                              // both name bodies
	like      [longestName][longestName]float64 // before weights, also where they do not match
	one       [longestName][longestName]float64
	joinA     [longestName][longestName]float64 // this word and the next of the first name
	joinB     [longestName][longestName]float64
}

// wordAlike is how alike two words must sound to be taken for one, joinedAlike two words together and one: more, as there are more ways.
const wordAlike, joinedAlike = 0.66, 0.85

// joinedWorth is what two words that match one are worth, over that one.
const joinedWorth = 1.2

func (g *grid) fill(n, o *Name) {
	g.a, g.b = n.tokens[:min(len(n.tokens), longestName)], o.tokens[:min(len(o.tokens), longestName)]
	g.flatA, g.flatB = n.flat, o.flat
	g.unwritten = n.vowels != o.vowels
	g.body = n.body && o.body
	for i := range g.a {
		for j := range g.b {
			g.like[i][j] = g.likeness(&g.a[i], &g.b[j])
			if g.like[i][j] >= wordAlike {
				g.one[i][j] = g.like[i][j] * g.weightOne(i, j)
			}
		}
	}
	for i := range g.a {
		for j := range g.b {
			if i+1 < len(g.a) {
				g.joinA[i][j] = g.joined(g.a, i, g.flatA, &g.b[j], max(g.like[i][j], g.like[i+1][j])) * g.b[j].weight * joinedWorth
			}
			if j+1 < len(g.b) {
				g.joinB[i][j] = g.joined(g.b, j, g.flatB, &g.a[i], max(g.like[i][j], g.like[i][j+1])) * g.a[i].weight * joinedWorth
			}
		}
	}
}

// weightOne is the weight of a match of two words.
func (g *grid) weightOne(i, j int) float64 {
	x, y := &g.a[i], &g.b[j]
	if x.initial || y.initial {
		return initialWeight
	}
	return (x.weight + y.weight) / 2
}

// joined returns how alike words i and i+1 together and the word y sound, 0 if they do not match or one of them alone is as much like y.
func (g *grid) joined(words []nameToken, i int, flat []phone, y *nameToken, alone float64) float64 {
	p, q := &words[i], &words[i+1]
	if g.body && len(y.word) == 2 && y.word[0] == p.word[0] && y.word[1] == q.word[0] && p.weight > particleWeight && q.weight > particleWeight {
		return 1 // US Department, United States Department
	}
	if p.initial || q.initial || y.initial || p.number || q.number || y.number || p.weight+q.weight <= 1 || y.weight <= particleWeight {
		return 0
	}
	both := flat[p.from : q.from+len(q.phones)]
	if change(&both[0], &y.phones[0]) >= costConsonant || atMostAlike(both, y.phones, p.bulk.add(q.bulk), y.bulk) < max(alone, joinedAlike) {
		return 0
	}
	x := alike(both, y.phones, g.unwritten)
	if x < joinedAlike || x <= alone {
		return 0
	}
	return x
}
