package entity

// A Cast is who and what all articles of a case name: the entities of the articles, joined where something says that they are the same.
type Cast struct {
	Entities []CastEntity
	Of       [][]int // by article and entity of it: the index in Entities
}

// A CastEntity is one person, organisation or place of a case.
type CastEntity struct {
	ID          string // derived from the name, kind and place in the case: “e:farid-naim-1f2e3d4c”
	Name        string // the fullest form
	Kind        Kind
	Gender      Gender
	Aliases     []CastAlias // most frequent first
	Descriptors []string    // each once, in the order of the articles
	Members     []Member
	Merges      []CastJoining
	Apart       []Apart
}

// A CastAlias is one spelling of a name and the articles that use it.
type CastAlias struct {
	Form     string
	Count    int
	Articles []int
}

// A Member is an entity of one article.
type Member struct{ Article, Entity int }

// A CastJoining is one step in which two groups of members were taken for one: A and B are the members that met.
type CastJoining struct {
	A, B    Member
	Rule    string
	Score   float64 // of the comparison of their names, 0 to 1
	Witness string  // what besides the name speaks for it: a descriptor, an organisation, a given name; empty where the name is enough
	Grade   Grade
}

// An Apart is a pair of members that look alike and were kept apart: A is of this entity, B of another.
type Apart struct {
	A, B   Member
	Reason string
}
