package entity

// longestWord is how many phones of a word are compared; longer words are cut.
const longestWord = 40

// lightest is the least weight by which the cost of an alignment is divided, so that one letter does not make two letters another name.
const lightest = 1.5

// anotherBeginning is what words lose that begin with sounds that have nothing in common: what begins alike is rarely another name, what
// begins otherwise mostly is.
const anotherBeginning = 0.12

// alike returns how alike two words sound, 0 to 1: one less the cost of the cheapest alignment over the weight of the heavier. Unwritten says that the script of one
// of them does not write vowels.
func alike(a, b []phone, unwritten bool) float64 {
	a, b = a[:min(len(a), longestWord)], b[:min(len(b), longestWord)]
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	if samePhones(a, b) {
		return 1
	}
	inside, last := &dropCost[dropInside], &dropCost[dropLast]
	if unwritten {
		inside, last = &dropCost[dropUnwritten], &dropCost[dropUnwritten]
	}
	var row, dropB [longestWord + 1]float64
	weightA, weightB := 0.0, 0.0
	for j := range b {
		weightB += b[j].weight()
		dropB[j] = inside[b[j].id]
		if j == len(b)-1 {
			dropB[j] = last[b[j].id]
		}
		row[j+1] = row[j] + dropB[j]
	}
	for i := range a {
		p := &a[i]
		weightA += p.weight()
		drop := inside[p.id]
		if i == len(a)-1 {
			drop = last[p.id]
		}
		costs := &changeCost[p.id]
		diagonal, left := row[0], row[0]+drop
		row[0] = left
		for j := range b {
			q := &b[j]
			changed := costs[q.id]
			if p.id|q.id == 0 {
				changed = change(p, q)
			}
			above := row[j+1]
			left = min(diagonal+changed, above+drop, left+dropB[j])
			diagonal, row[j+1] = above, left
		}
	}
	s := 1 - row[len(b)]/max(weightA, weightB, lightest)
	if change(&a[0], &b[0]) >= costConsonant {
		s -= anotherBeginning
	}
	return max(0, s)
}

func samePhones(a, b []phone) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].id != b[i].id || a[i].id == 0 && a[i].spelling != b[i].spelling {
			return false
		}
	}
	return true
}
