package article

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"hearsay/text"
)

// safeShort are names of up to three letters that are no word and, in this case, hardly ever another
// institution. All others are guarded.
var safeShort = words("AP AFP DPA dpa EFE UPI BNS MTI AVN AGI AAP PTI epd BBC CNN CBC CBS NBC CTV NPR TRT RFI RFA FAZ ZDF ARD ORF SRF NZZ SVT NRK Yle YLE NHK KBS NYT WSJ RTÉ vwd ots VOA RNZ SID YJC БТА АФП ДПА ЭФЕ БНС ctk CTK ČTK čtk İHA УзА UzA")

var domainForm = regexp.MustCompile(`^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$`)

// The files must hold what they say, once.
func TestAgencyFiles(t *testing.T) {
	houses, names, domains := map[string]string{}, map[string]string{}, map[string]string{}
	count := map[string]int{}
	for file, content := range map[string]string{"agencies.tsv": agenciesFile, "outlets.tsv": outletsFile} {
		group, rows := "", map[string]bool{}
		for line := range strings.Lines(content) {
			line = strings.TrimRight(line, "\n")
			switch {
			case line == "":
				group = ""
				continue
			case strings.HasPrefix(line, "#"):
				if group == "" {
					group = line
					if rows[group] {
						t.Errorf("%s: group %q twice", file, group)
					}
					rows[group] = true
				}
				continue
			case group == "":
				t.Errorf("%s: %q stands in no group", file, line)
			}
			count[file]++
			f := strings.Split(line, "\t")
			if line != strings.TrimSpace(line) || !utf8.ValidString(line) || len(f) > 6 || len(f) < 3 {
				t.Errorf("%s: %q has %d columns", file, line, len(f))
				continue
			}
			if houses[titleKey(f[0])] != "" {
				t.Errorf("%s: %q is there twice", file, f[0])
			}
			houses[titleKey(f[0])] = f[0]
			for _, d := range strings.FieldsFunc(f[1], bar) {
				if !domainForm.MatchString(d) || domains[d] != "" {
					t.Errorf("%s: %s: domain %q is malformed or that of %q too", file, f[0], d, domains[d])
				}
				domains[d] = f[0]
			}
			for column, list := range f[2:min(len(f), 5)] {
				for _, n := range strings.Split(list, "|") {
					if n == "" && list == "" {
						continue
					}
					key := n
					if column == 1 {
						key = text.Fold(n)
					}
					if n != strings.TrimSpace(n) || text.Fold(n) == "" || names[key] != "" && names[key] != f[0] {
						t.Errorf("%s: %s: name %q is malformed or that of %q too", file, f[0], n, names[key])
					}
					names[key] = f[0]
					if column < 2 && utf8.RuneCountInString(n) <= 3 && !safeShort[n] && !uncased(n) {
						t.Errorf("%s: %s: %q is short and unguarded", file, f[0], n)
					}
				}
			}
			if len(f) == 6 && f[5] != "photo" {
				t.Errorf("%s: %s: %q is no kind", file, f[0], f[5])
			}
		}
	}
	if count["agencies.tsv"] < 250 || count["outlets.tsv"] < 100 {
		t.Errorf("%d agencies and %d outlets", count["agencies.tsv"], count["outlets.tsv"])
	}
}

// Acronyms that are words, regions or other institutions count only where a credit stands.
func TestGuardedNames(t *testing.T) {
	for _, n := range strings.Fields("AA PA ANI TT STA BTA MENA INA MAP SPA QNA WAM NAN GNA APA APS TAP APP UNI NTB PAP ANP SITA Petra Lusa واس وام") {
		m := agencies.mentions(n)
		if len(m) != 1 || !m[0].guarded {
			t.Errorf("%q: %v", n, m)
		}
	}
	for _, n := range strings.Fields("CNA ABP AGP") { // those of several agencies in equal measure
		if m := agencies.mentions(n); len(m) != 0 {
			t.Errorf("%q is taken for %s", n, m[0].agency.name)
		}
	}
}

func TestAgencyNamed(t *testing.T) {
	for in, want := range map[string]string{
		"AP": "Associated Press", "the Associated Press": "Associated Press", "ap": "", "وكالة الأنباء السورية": "SANA",
		"Reuters news agency": "Reuters", "Reuters reporter": "", "ЭФЕ": "EFE", "Agencia EFE": "EFE", "dpa-Informationen": "",
		"BBC": "", "وكالة الأنباء القطرية": "QNA", "خبرگزاری مهر": "Mehr", "ТАСС": "TASS", "共同通信": "Kyodo News", "연합뉴스": "Yonhap", "רויטרס": "Reuters",
	} {
		got := ""
		if a := agencyNamed(in); a != nil {
			got = a.name
		}
		if got != want {
			t.Errorf("agencyNamed(%q) = %q, want %q", in, got, want)
		}
	}
	if a := houseNamed("the BBC"); a == nil || !a.outlet {
		t.Errorf("the BBC is %v", a)
	}
	for host, want := range map[string]string{"www.reuters.com": "Reuters", "agenciabrasil.ebc.com.br": "Agência Brasil", "ebc.com.br": "", "": ""} {
		got := ""
		if a := agencies.atHost(host); a != nil {
			got = a.name
		}
		if got != want {
			t.Errorf("at %q: %q, want %q", host, got, want)
		}
	}
	if !slices.Contains(agencies.byName["reuters"].domains, "reuters.com") {
		t.Error("Reuters has lost its domain")
	}
}
