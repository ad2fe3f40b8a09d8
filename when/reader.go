package when

// A reader reads the items of one text from left to right.
type reader struct {
	s      string
	items  []item
	frame  Frame
	lang   *language
	anchor Anchor // publication or capture

	named      [millennium + 1]mention // what was last named, by grain
	mention    int                     // how many were named
	lastAnchor Anchor                  // of it
	cursor     int                     // the item at which the expression begins that is being read
}

// A mention is a stretch that the text named.
type mention struct {
	stretch stretch
	order   int // counts mentions; 0 for none
	item    int
}

// A found expression reaches up to the item next.
type found struct {
	next int
	e    Expression
	s    stretch // what it names; unknown for durations and the like
}

var noItem item

// at returns item i; an empty one outside the text.
func (r *reader) at(i int) *item {
	if i < 0 || i >= len(r.items) {
		return &noItem
	}
	return &r.items[i]
}

// near reports whether item i stands beside the one before: only white space, a comma, a hyphen or the dot of an abbreviation between.
func (r *reader) near(i int) bool {
	if i <= 0 || i >= len(r.items) {
		return false
	}
	switch r.items[i].gap {
	case space, comma, hyphen:
		return true
	case dot, touching:
		if r.lang.code == "de" && r.items[i-1].figure.plain(1, 2) && r.items[i].word.can(isUnit|isMonth) {
			return true
		}
		return r.items[i-1].word.can(isShort | isMeridiem | isZone | isEra)
	}
	return false
}

// tight is near without a comma.
func (r *reader) tight(i int) bool { return r.near(i) && r.items[i].gap != comma }

// is reports whether item i has the role and stands beside the one before.
func (r *reader) is(i int, role role) bool { return r.near(i) && r.items[i].word.can(role) }

// before reports whether the item before i stands beside it and has the role.
func (r *reader) before(i int, role role) bool { return r.near(i) && r.at(i-1).word.can(role) }

// skip returns the first item from i on that has not the role.
func (r *reader) skip(i int, role role) int {
	for k := 0; k < 3 && r.is(i, role); k++ {
		i++
	}
	return i
}

func named(next int, s stretch, a Anchor) found {
	if s.from.IsZero() || s.to.IsZero() { // the turn of the era is Go's zero time: what touches it has no interval
		return found{next: next, e: Expression{Type: Date, Value: s.value, Anchor: a}}
	}
	return found{next, Expression{Type: Date, Value: s.value, From: s.from, To: s.to, Anchor: a}, s}
}

var absolute = Anchor{Kind: None}

// unknown is an expression whose place in the calendar is not known.
func unknown(next int, t Type, value string) found {
	return found{next: next, e: Expression{Type: t, Value: value, Anchor: absolute}}
}

// remember notes what was named, for what follows to be counted from.
func (r *reader) remember(f found) {
	if !f.s.known() || f.e.Type != Date && f.e.Type != Time {
		return
	}
	if r.frame.Narrative && (f.e.Anchor.Kind == Published || f.e.Anchor.Kind == Captured) && r.mention > 0 {
		return // “today” in a speech that a history quotes
	}
	r.mention++
	r.lastAnchor = f.e.Anchor
	g := f.s.grain
	if g < oneDay {
		g = oneDay
	}
	if f.s.grain == quarter && f.e.Anchor.Kind == FromText && r.named[quarter].order > 0 {
		return // “a year earlier” is not what the report is about
	}
	r.named[g] = mention{f.s, r.mention, f.next}
}

// lastNamed returns what was last named at the grain or a finer one.
func (r *reader) lastNamed(coarsest grain) (mention, bool) {
	var best mention
	for g := oneDay; g <= coarsest; g++ {
		if r.named[g].order > best.order {
			best = r.named[g]
		}
	}
	return best, best.order > 0
}

// fromText is what words such as “the next day”, “a year earlier” or “that month” count from: what the text named last at that grain.
// Without such a day they are counted from publication.
func (r *reader) fromText(g grain) Anchor {
	if m, ok := r.lastNamed(max(g, oneDay)); ok {
		return Anchor{FromText, day(m.stretch.from)}
	}
	return r.anchor
}

// base is the day that undated expressions count from: publication, or in a narrative what was last named.
func (r *reader) base() Anchor {
	if r.frame.Narrative {
		if m, ok := r.lastNamed(year); ok {
			return Anchor{FromText, day(m.stretch.from)}
		}
	}
	return r.anchor
}
