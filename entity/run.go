package entity

// A run is a stretch of words of one line that may be a name: words[from:to] without titles, and the title before it.
type run struct {
	line     int
	from, to int // the name
	title    int // where its titles and nations begin; equal to from if it has none
}

// particles stand inside names with a small letter.
var particles = setOf("al bu el ul ad as ash ar an at az bin ibn ben bint abu abou umm ahl van von der den de da di du la le las los del della dos das e y ter ten zu zur ibnu ould")

// connectors stand inside names of bodies: Ministry of the Interior, Bank for Settlements.
var connectors = setOf("of for the and in on de la du des del y et für und der des den")

// runs finds the stretches of a line that may be names.
func (f *finder) runs(n int) []run {
	line := f.lines[n]
	var out []run
	for i := 0; i < len(line); {
		if !f.mayBegin(line, i) {
			i++
			continue
		}
		to := f.runEnd(line, i)
		out = append(out, f.office(n, i, to)...)
		i = to
	}
	return out
}

func hyphen(gap string) bool {
	return gap == "-" || gap == "- " || gap == "‐" || gap == "‑" || gap == "–"
}

// longestRun is how many words a name with its titles may have; what goes on is cut, so that no text takes time with the square of its length.
const longestRun = 40

// runEnd returns where the stretch of name words that begins at i ends.
func (f *finder) runEnd(line []word, i int) int {
	end := i + 1
	if !line[i].capital { // a particle: the name is behind it
		end = i + 2
	}
	for k := end; k < min(len(line), i+longestRun); k++ {
		w := line[k]
		if line[k-1].owner || !joinsRun(line[k-1], w.gap) {
			break
		}
		switch {
		case w.capital && f.inside(line, k):
			end = k + 1
		case f.particle(line, k):
		case connectors[w.folded] && f.connects(line, i, k):
		case w.number && k == end && f.numbered(line, k):
			end = k + 1
		default:
			return end
		}
	}
	return end
}

// inside reports whether a capitalised word goes on with a name.
func (f *finder) inside(line []word, k int) bool {
	w := line[k]
	if w.headline {
		return f.known(w)
	}
	return !calendar[w.folded] && !pronounWords[w.folded]
}
