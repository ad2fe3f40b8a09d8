package entity

// surnames finds the single surnames that German text and headlines hide among other words with capitals: the last words of full names that the article has
// elsewhere, where no article or adjective stands before them.
func (f *finder) surnames() {
	known := map[string]bool{}
	for i := range f.names {
		n := &f.names[i]
		last := n.words[len(n.words)-1]
		_, given := f.lists.given[n.words[0]]
		if (given || n.title < n.from) && len(n.words) > 1 && len(n.words) < 5 && !f.lists.org[last] && !f.lists.place[last] && !f.lists.places[last] {
			known[last] = true
		}
	}
	if len(known) == 0 {
		return
	}
	taken := map[[2]int]bool{}
	for _, n := range f.names {
		for k := n.from; k < n.to; k++ {
			taken[[2]int{n.line, k}] = true
		}
	}
	for n, line := range f.lines {
		for i, w := range line {
			if !w.capital || !known[w.folded] || taken[[2]int{n, i}] || !f.german && !w.headline || f.usage.mostlySmall(w.folded) {
				continue
			}
			if i > 0 && line[i].gap == " " && f.grammar[line[i-1].folded] && germanArticles[line[i-1].folded] {
				continue
			}
			title := i
			if i > 0 && w.gap == " " {
				if _, ok := f.lists.titles[line[i-1].folded]; ok || germanRoles[line[i-1].folded] {
					title = i - 1
				}
			}
			f.names = append(f.names, name{run: run{n, i, i + 1, title}, words: []string{w.folded}, entity: -1})
		}
	}
}

var germanArticles = setOf("der die das dem den des ein eine einen einem einer eines kein keine")
