package quote

// A label says which role a word has in the outermost attribution around it, and whether it begins a
// span of it.
type label uint8

const (
	outside label = iota
	beginSource
	inSource
	beginCue
	inCue
	beginContent
	inContent
	labels
)

// A role is a part of an attribution.
type role uint8

const (
	noRole role = iota
	sourceRole
	cueRole
	contentRole
	roles
)

func (l label) role() role { return role((l + 1) / 2) }

func (l label) begins() bool { return l&1 == 1 }

// follows reports whether l may stand behind before: a span must begin before it goes on.
func (l label) follows(before label) bool {
	return l == outside || l.begins() || before.role() == l.role()
}

// begin returns the label that begins a span of the role.
func (r role) begin() label { return label(2*r - 1) }
