package page

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/htmlindex"
)

// Pages that declare a Western set are read by their letters where these are plainly of another.
func TestMisdeclared(t *testing.T) {
	for _, c := range []struct{ set, text string }{
		{"windows-1251", "Одиннадцать лет школа стояла на продаже, и одиннадцать лет ее никто не брал. Цена упала до одной кроны."},
		{"koi8-r", "Одиннадцать лет школа стояла на продаже, и одиннадцать лет ее никто не брал. Цена упала до одной кроны."},
		{"windows-1256", "وقالت الوزيرة إن أربعين زوجا من اللقالق عششت هناك العام الماضي بعد غياب دام خمسة وعشرين عاما على ضفة البحيرة"},
		{"windows-1253", "Το σχολείο ήταν έντεκα χρόνια προς πώληση και κανείς δεν το ήθελε. Η τιμή του έπεσε από τετρακόσιες χιλιάδες σε μία κορόνα."},
		{"windows-1254", "Aşağı Losk'ta duyurulduğu gibi siren üç kez çaldı. Kıyı yolu pazara kadar kapalı, okulun spor günü yukarı sahaya alındı."},
		{"windows-1252", "L'école était à vendre depuis onze ans. Où vont les élèves ? À côté de la gare, déjà fermée. Für Öl und Käse."},
		{"windows-1252", "Það var mjög kalt í gær og bæði kirkjan og skólinn voru lokuð. Þó var gott veður á Þingvöllum, sagði Ýmir."},
	} {
		e, err := htmlindex.Get(c.set)
		if err != nil {
			t.Fatal(err)
		}
		raw, err := e.NewEncoder().String(`<meta charset="iso-8859-1"><p>` + strings.Repeat(c.text+" ", 3) + "</p>")
		if err != nil {
			t.Fatal(err)
		}
		for _, declared := range []string{"", "iso-8859-1"} {
			got := findCharset([]byte(raw), declared, true)
			if body, _ := decode([]byte(raw), got.name); !strings.Contains(body, c.text) {
				t.Errorf("%.40s: read as %v", c.text, got)
			}
		}
	}
}
