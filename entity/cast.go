package entity

// A Cast is who and what the articles of a case name, each once.
type Cast struct {
	Entities []CastEntity
	// Of gives for each article and each of its entities the index into Entities.
	Of [][]int
}

// A CastEntity is somebody or something named in at least one article.
type CastEntity struct {
	ID          string // derived from the name
	Name        string // the fullest form, the one in most articles
	Kind        Kind
	Aliases     []CastAlias
	Descriptors []string // what articles say it is, most frequent first
	Members     []Member
	Merges      []Joining // how its spellings were joined, inside articles and across them
	Apart       []Parting // names that are like it and were kept apart
}

// A CastAlias is a spelling and where it stands.
type CastAlias struct {
	Form     string
	Count    int   // mentions
	Articles []int // ascending
}

// A Member is an entity of an article.
type Member struct{ Article, Entity int }

// A Parting says why two names like each other were not joined.
type Parting struct {
	Name   string `json:"name"`
	Reason string `json:"reason"`
}
