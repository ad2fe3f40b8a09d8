package lineage

// betweenSign finds a third text that shows the direction of a tie: the source has much of the third
// that the child lacks, the child has nothing of it that the source lacks, and the two have readings
// in common that the third has not. So the source is the nearer to the third; had it taken from the
// child, it would have had to return to the third for what the child left out. By the other signs the
// third must come before both. It costs the ties of the child that lead to it, and the wording of a few of them.
func (s *search) betweenSign(t *tie, child int, leading []*tie) (sign, bool) {
	source := t.other(child)
	doc := s.article(child).Doc
	asked := 0
	for _, up := range leading {
		third := up.other(child)
		over := s.tieOf[[2]int{min(third, source), max(third, source)}]
		if third == source || over == nil || over.toward(source) < directionNeeded {
			continue
		}
		if asked++; asked > maxThirds {
			break
		}
		beyond := up.runs(child).Without(t.runs(child)).Words(doc)
		left := over.runs(source).Without(t.runs(source)).Words(s.article(source).Doc)
		common := t.runs(child).Without(up.runs(child))
		if beyond <= minReadings && left >= betweenWords && s.readings(child, common, third) >= betweenReadings {
			return sign{kind: Between, child: child, weight: betweenWeight, third: third, words: left}, true
		}
	}
	return sign{}, false
}

// findBetween gives ties whose direction is open the signs of third texts. All of them are found by
// the signs that the ties have of their own, so that their order does not matter.
func (s *search) findBetween() {
	type found struct {
		t *tie
		g sign
	}
	// Among thousands of copies of one text nearly all ties are open: only those that are not are
	// looked through again for each.
	leading := make([][]*tie, len(s.at))
	for node, ties := range s.at {
		for _, t := range ties {
			if t.toward(node) >= directionNeeded {
				leading[node] = append(leading[node], t)
			}
		}
	}
	var all []found
	for _, t := range s.ties {
		if t.net >= directionNeeded || -t.net >= directionNeeded {
			continue
		}
		for _, child := range [2]int{t.x, t.y} {
			if g, ok := s.betweenSign(t, child, leading[child]); ok {
				all = append(all, found{t, g})
			}
		}
	}
	for _, f := range all {
		f.t.between = append(f.t.between, f.g)
	}
	for _, f := range all {
		f.t.net = net(s.signs(f.t), f.t)
	}
}
