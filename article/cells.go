package article

// A cell is a td or th element of a page.
type cell struct {
	outer *cell // the cell around it, nil if there is none
	kept  int   // bytes of running text of the body inside
}

// mainCell is the share of the running text of a body from which the cell that holds it is the column of
// the article on a page laid out with a table. No cell of a table of figures holds that much.
const mainCell = 0.7

// dropOtherCells takes out of the body of a page that is laid out with a table what stands in its other cells:
// menus, columns beside the article, the foot. What stands outside all cells and in cells inside
// the main one stays. A label without a place is a line of a menu that the extractor cut apart.
func dropOtherCells(pieces []piece, blocks []*block) []piece {
	main := columnOf(pieces, blocks)
	if main == nil {
		return pieces
	}
	var kept []piece
	for _, p := range pieces {
		if p.block < 0 && prose(p.text) || p.block >= 0 && (blocks[p.block].cell == nil || blocks[p.block].cell.within(main)) {
			kept = append(kept, p)
		}
	}
	return kept
}

// columnOf returns the innermost cell that holds most of the running text of a body, nil if none does.
func columnOf(pieces []piece, blocks []*block) *cell {
	total := 0
	var holders []*cell
	for _, p := range pieces {
		if !prose(p.text) {
			continue
		}
		total += len(p.text)
		if p.block >= 0 {
			for c, depth := blocks[p.block].cell, 0; c != nil && depth < maxOpen; c, depth = c.outer, depth+1 {
				if c.kept == 0 {
					holders = append(holders, c)
				}
				c.kept += len(p.text)
			}
		}
	}
	var main *cell
	for _, c := range holders {
		if float64(c.kept) >= mainCell*float64(total) && (main == nil || c.within(main)) {
			main = c
		}
	}
	for _, c := range holders {
		c.kept = 0
	}
	return main
}

func (c *cell) within(outer *cell) bool {
	for d := 0; c != nil && d < maxOpen; c, d = c.outer, d+1 {
		if c == outer {
			return true
		}
	}
	return false
}
