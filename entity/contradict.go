package entity

// contradicted says which of the names contradicts a name that the group has, empty if none does. It keeps two people from becoming one by way of a third: “Karim
// Hassan Naim” and “Karim Hassan Moll” by way of “Karim Hassan”.
func (m *merger) contradicted(g *group, names []string) string {
	for _, a := range g.forms {
		for _, b := range names {
			if a == b || oneBody(a, b) {
				continue
			}
			if c := m.parse(a).Compare(m.parse(b)); c.Contradiction {
				return last(c.Reasons)
			}
		}
	}
	return ""
}
