package entity

// germanName reports whether a German word with a capital may begin a name. All nouns have one, so more must speak for it: a list of names
// or places, capitals all over, a particle or a further capital behind a given name, or a title before it; an article or adjective before it
// speaks against.
func (f *finder) germanName(line []word, i int) bool {
	w := line[i]
	if functionWords[w.folded] || calendar[w.folded] || germanFunction[w.folded] {
		return false
	}
	_, given := f.lists.given[w.folded]
	if given || f.lists.places[w.folded] || w.caps {
		return true
	}
	if _, title := f.lists.titles[w.folded]; title {
		return i+1 < len(line) && line[i+1].capital && line[i+1].gap == " "
	}
	if i > 0 && line[i-1].gap != "" && line[i].gap == " " {
		if _, title := f.lists.titles[line[i-1].folded]; title || germanRoles[line[i-1].folded] {
			return true
		}
	}
	next := i+1 < len(line) && line[i+1].capital && line[i+1].gap == " " && !w.starts
	return next && !germanFunction[line[i+1].folded]
}

var germanFunction = setOf("der die das ein eine er sie es wir ihr ich und oder aber nach vor bei mit von zu am im an auf in aus für gegen ohne um durch über unter seit während trotz wegen laut dass wenn weil als wie auch noch schon nur nicht kein keine dieser diese dieses jeder alle viele einige mehrere andere beide heute gestern morgen damit dabei dazu dort hier so dann nun sein seine ihre ihr unser man was wer wo warum zwei drei vier fünf zehn hundert")

var germanRoles = setOf("präsident präsidentin kanzler kanzlerin bundeskanzler bundeskanzlerin minister ministerin außenminister innenminister finanzminister verteidigungsminister ministerpräsident ministerpräsidentin bürgermeister bürgermeisterin sprecher sprecherin chef chefin vorsitzende vorsitzender abgeordnete abgeordneter generalsekretär generalsekretärin direktor direktorin professor professorin anwalt anwältin richter richterin herr frau senator senatorin premierminister premierministerin general könig königin papst bischof trainer trainerin")
