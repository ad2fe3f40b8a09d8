package article

// A mark is an element that its name or its attributes call furniture. Designers call whole pages by
// such names too (“has-newsletter”, “paywall”, “nav-open”); therefore a mark is believed only where it
// does not hold a good part of the main text (see settle).
type mark struct {
	why   string
	outer *mark // the mark around it, nil if there is none
	kept  int   // bytes of running text of the main text inside
}

// wrapping is the share of the running text of an article from which an element around it is the frame of the article,
// whatever it is called.
const wrapping = 0.3

// settle corrects what the mark-up says about the blocks of a page once its main text is known: what
// stands in a frame of the article is no furniture for the name of the frame. Marks stand in the order
// in which their elements begin. It costs time linear in blocks and marks.
func settle(blocks []*block, marks []*mark, pieces []piece) {
	for _, m := range marks {
		m.kept = 0
	}
	total := 1
	for _, p := range pieces {
		if !prose(p.text) {
			continue
		}
		total += len(p.text)
		if p.block >= 0 && blocks[p.block].mark != nil {
			blocks[p.block].mark.kept += len(p.text)
		}
	}
	for i := len(marks) - 1; i >= 0; i-- {
		if m := marks[i]; m.outer != nil {
			m.outer.kept += m.kept
		}
	}
	revealed := isRevealed(blocks, pieces, total)
	for _, b := range blocks {
		// The marks around one that wraps wrap too: they hold no less.
		if b.mark != nil && float64(b.mark.kept) >= wrapping*float64(total) || revealed && b.why == isHidden {
			b.why = ""
		}
	}
}

// isRevealed reports whether a script of the page shows what its mark-up hides: then several paragraphs of
// the main text are hidden, and together an eighth of its total bytes or more. Pages that are sent in
// parts, and pages that open on a click, are written so; what is hidden for good is a line here and there.
func isRevealed(blocks []*block, pieces []piece, total int) bool {
	const several, share = 3, 8
	n, hidden := 0, 0
	for _, p := range pieces {
		if p.block >= 0 && blocks[p.block].why == isHidden && prose(p.text) {
			n++
			hidden += len(p.text)
		}
	}
	return n >= several && share*hidden >= total
}
