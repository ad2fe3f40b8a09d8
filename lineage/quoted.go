package lineage

import "hearsay/text"

// QuotedRuns returns the words of doc that stand inside quotation marks, as text.Doc.Quotations finds
// them.
func QuotedRuns(doc *text.Doc) Runs {
	var runs Runs
	for _, q := range doc.Quotations() {
		runs = append(runs, runOf(doc, q))
	}
	return tidy(runs)
}

// quoted returns the quoted words of an article, by its index.
func (s *search) quoted(member int) Runs {
	if runs, ok := s.quotations[member]; ok {
		return runs
	}
	runs := QuotedRuns(s.articles[member].Doc)
	s.quotations[member] = runs
	return runs
}
