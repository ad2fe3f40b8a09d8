package article

import "hearsay/text"

// Poems and tables inside an article are lines that end no sentence, like menus.
const (
	leastRows   = 3  // lines of a table
	rowNumbers  = 2  // numbers that each must have
	leastVerses = 2  // lines below a colon
	mostVerses  = 16 // more are a list of links
	introLength = 40 // characters that the line with the colon must have: “More on this:” stands above links
)

// findRows marks the lines of tables, which have two numbers each, and the lines between a sentence that ends with a
// colon and the next sentence. They weigh nothing: they neither make a text nor tear it apart.
func findRows(blocks []*block, verdicts []verdict) {
	for i := 0; i < len(blocks); {
		n, figures := 0, 0
		for i+n < len(blocks) && verdicts[i+n].weight <= 0 && verdicts[i+n].reason == "" {
			if countNumbers(blocks[i+n].text) >= rowNumbers {
				figures++
			}
			n++
		}
		introduced := i > 0 && verdicts[i-1].weight > 0 && endsWithColon(blocks[i-1].text) && runeCount(blocks[i-1].text) >= introLength
		verses := introduced && n >= leastVerses
		table := figures >= leastRows && figures+2 >= n // and a heading
		if i > 0 && i+n < len(blocks) && verdicts[i-1].weight > 0 && verdicts[i+n].weight > 0 && n <= mostVerses && (verses || table) {
			for k := range n {
				verdicts[i+k] = verdict{row: true}
			}
		}
		i += n + 1
	}
}

func countNumbers(s string) int {
	n := 0
	for _, t := range text.Tokenize(s, nil) {
		if t.Kind == text.Number {
			n++
		}
	}
	return n
}

func endsWithColon(s string) bool { return len(s) > 0 && s[len(s)-1] == ':' }
