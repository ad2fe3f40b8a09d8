package origin

// A Report is what one article contributes to a count.
type Report struct {
	Article int // index into the collection
	// Text numbers the texts of the count: near-copies have one number.
	Text int
	// Label names the article for a reader.
	Label string
	// Derived says that most of it was made of other reports of the count.
	Derived bool
	// Quotes says that it makes the statement inside quotation marks.
	Quotes bool
	// Grounds are what it shows of what it rests on.
	Grounds []Ground
}

// A Ground is one thing that an article shows of what it rests on.
type Ground struct {
	Kind GroundKind
	// Source is the name of the source; empty for OwnSigns.
	Source string
	// Counts says that it tells the basis of the group. What does not count is kept all the same,
	// because it may show that groups lean on each other: what a derived text credits, further
	// sources of a text that is counted with the first.
	Counts bool
}

// GroundKind says how an article shows what it rests on.
type GroundKind string

const (
	PageOf     GroundKind = "page_of"    // it is a page of the source
	Credits    GroundKind = "credits"    // it credits its text to the source
	Attributes GroundKind = "attributes" // it attributes what it says to the source
	OwnSigns   GroundKind = "own_signs"  // it shows the signs of an own report: see Own
)
