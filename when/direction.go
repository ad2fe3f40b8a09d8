package when

// direction tells whether the clause around item i speaks of the future (+1) or the past (-1), by the nearest word that shows it.
func (r *reader) direction(i int) int {
	for k := i - 1; k >= 0 && k > i-maxClause && !r.sentenceStart(k+1); k-- {
		if d := r.cue(k); d != 0 {
			return d
		}
	}
	for k := i + 1; k < len(r.items) && k < i+maxClause && !r.sentenceStart(k); k++ {
		if d := r.cue(k); d != 0 {
			return d
		}
	}
	return 0
}

// maxClause is how many items before and behind are searched for the tense.
const maxClause = 9

// cue is +1 for a word of the future, -1 for one of the past: in English also what ends in -ed.
func (r *reader) cue(k int) int {
	it := &r.items[k]
	switch {
	case it.word.can(isFuture):
		return 1
	case it.word.can(isPastCue):
		return -1
	case it.word == nil && r.lang.code == "en" && it.span.Len() > 4 && r.s[it.span.End-2:it.span.End] == "ed" && !r.capital(k):
		return -1
	}
	return 0
}

// sentenceStart reports whether a sentence or paragraph may begin at item i.
func (r *reader) sentenceStart(i int) bool {
	it := r.at(i)
	return i <= 0 || it.gap == apart || it.gap == dot && r.capital(i) && !r.at(i-1).word.can(isShort|isMeridiem|isZone)
}
