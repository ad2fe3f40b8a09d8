package page

import "strings"

// A field is one of the fields of Fields.
type field int

const (
	fieldID field = iota
	fieldURL
	fieldTitle
	fieldText
	fieldHTML
	fieldOutlet
	fieldByline
	fieldDate
	fieldCaptured
	fieldLanguage
	fieldSchema
	fieldCount
)

// A FieldAlias is a field of Fields with the names that records give it.
type FieldAlias struct {
	// Field is the name of the field in lower case, as in Options.FieldNames.
	Field string
	// Names are the usual names, the preferred one first: if a record has several of them, the first
	// that is not empty counts. Case, “_”, “-”, “.” and spaces do not matter: published_at stands for
	// publishedAt and “Published At” too, id for _id.
	Names []string
}

// aliases are in the order of the constants.
var aliases = [fieldCount]FieldAlias{
	{"id", []string{"id", "uuid", "guid", "article_id", "doc_id"}},
	{"url", []string{"url", "link", "address", "source_url", "page_url", "article_url", "href", "uri"}},
	{"title", []string{"title", "headline", "heading", "article_title"}},
	{"text", []string{"text", "maintext", "articleBody", "article_text", "full_text", "body", "content", "article", "story"}},
	{"html", []string{"html", "raw_html", "page_html"}},
	{"outlet", []string{"outlet", "source_name", "site_name", "publication", "newspaper", "publisher", "site", "source", "src", "source_domain", "domain"}},
	{"byline", []string{"byline", "author", "authors", "creator"}},
	{"date", []string{"date", "published", "date_publish", "datePublished", "published_at", "publication_date", "publish_date", "published_date", "pubdate", "published_on"}},
	{"captured", []string{"captured", "captured_at", "crawled", "crawled_at", "crawl_date", "date_crawled", "date_download", "download_date", "date_extracted", "extracted_at", "fetched", "fetched_at", "retrieved", "retrieved_at", "accessed", "accessed_at", "scraped_at"}},
	{"language", []string{"language", "lang", "inLanguage"}},
	{"schema", []string{"schema"}},
}

// FieldAliases lists the names under which Read finds each field of a record. Options.FieldNames adds
// to them. doc/formats.md is written from this table.
func FieldAliases() []FieldAlias {
	out := make([]FieldAlias, fieldCount)
	for i, a := range aliases {
		out[i] = FieldAlias{a.Field, append([]string(nil), a.Names...)}
	}
	return out
}

// A rank says which field a name stands for, and how preferred it is there: the smaller, the more.
type rank struct {
	field field
	rank  int
}

// fieldNames finds fields by their folded names.
type fieldNames map[string]rank

// newFieldNames returns the usual names and, preferred to them, those of the user.
func newFieldNames(users map[string]string) fieldNames {
	names := fieldNames{}
	for i, a := range aliases {
		for k, name := range a.Names {
			names[foldName(name)] = rank{field(i), k + 1}
		}
	}
	for i, a := range aliases {
		if name, ok := users[a.Field]; ok && name != "" {
			names[foldName(name)] = rank{field(i), 0}
		}
	}
	return names
}

func (n fieldNames) lookup(name string) (rank, bool) {
	var folded [64]byte
	size := 0
	for i := range len(name) {
		switch c := name[i]; {
		case c == '_' || c == '-' || c == '.' || c == ' ':
			continue
		case c >= 0x80 || size == len(folded):
			at, ok := n[foldName(name)]
			return at, ok
		case 'A' <= c && c <= 'Z':
			folded[size] = c + 'a' - 'A'
		default:
			folded[size] = c
		}
		size++
	}
	at, ok := n[string(folded[:size])]
	return at, ok
}

var nameMarks = strings.NewReplacer("_", "", "-", "", ".", "", " ", "")

func foldName(name string) string { return strings.ToLower(nameMarks.Replace(name)) }

// set puts the values of a field into f.
func (f *Fields) set(at field, values []string) {
	for i, v := range values {
		if at != fieldText && at != fieldHTML {
			values[i] = strings.TrimSpace(v)
		}
	}
	switch at {
	case fieldByline:
		f.Byline = values
	case fieldText:
		f.Text = strings.Join(values, partSeparator)
	case fieldHTML:
		f.HTML = strings.Join(values, partSeparator)
	default:
		*f.place(at) = strings.Join(values, ", ")
	}
}

// place returns where the value of a field of one string is kept.
func (f *Fields) place(at field) *string {
	return [fieldCount]*string{
		fieldID: &f.ID, fieldURL: &f.URL, fieldTitle: &f.Title, fieldOutlet: &f.Outlet, fieldDate: &f.Date,
		fieldCaptured: &f.Captured, fieldLanguage: &f.Language, fieldSchema: &f.Schema,
	}[at]
}
