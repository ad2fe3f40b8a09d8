package entity

// initialAlike is how alike an initial and a word are that begins with it.
const initialAlike = 0.9

// likeness returns how alike two words of names are, 0 to 1; 0 for words of different kinds.
func (g *grid) likeness(x, y *nameToken) float64 {
	switch {
	case x.number || y.number:
		return one(x.number && y.number && x.word == y.word)
	case x.initial || y.initial:
		return g.initialLikeness(x, y)
	case (x.weight <= particleWeight) != (y.weight <= particleWeight):
		return 0
	case x.weight <= particleWeight:
		return one(x.word == y.word || isArticle(x.word) && isArticle(y.word) || x.bin && y.bin)
	case x.word == y.word:
		return 1
	case g.body && (len(x.word) <= longestLetters || len(y.word) <= longestLetters):
		return 0
	case x.prefix >= servant && x.prefix == y.prefix:
		return alike(x.bare, y.bare, g.unwritten)
	}
	best := 0.0
	if atMostAlike(x.phones, y.phones, x.bulk, y.bulk) >= wordAlike {
		best = alike(x.phones, y.phones, g.unwritten)
	}
	if best < 0.9 && x.prefix == article {
		best = max(best, withoutArticleWorth*alike(x.bare, y.phones, g.unwritten))
	}
	if best < 0.9 && y.prefix == article {
		best = max(best, withoutArticleWorth*alike(x.phones, y.bare, g.unwritten))
	}
	return best
}

// withoutArticleWorth is what a likeness is worth that leaves out an article written together with the name.
const withoutArticleWorth = 0.97

// longestLetters is how long a word of a body's name is at most that may be letters for other words: those must be the same.
const longestLetters = 3

func (g *grid) initialLikeness(x, y *nameToken) float64 {
	switch {
	case len(x.phones) == 0 || len(y.phones) == 0 || x.weight <= particleWeight || y.weight <= particleWeight:
		return 0
	case g.body:
		return one(x.word == y.word)
	case x.word[0] == y.word[0]:
		return initialAlike
	}
	return alike(x.phones, y.phones, g.unwritten) // names of one letter: U, Wu
}

func one(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}
