package entity

import (
	"testing"

	"hearsay/text"
)

func TestFindTiesSurnames(t *testing.T) {
	a := Find(Text{Body: text.NewDoc("Transport Minister Farid Naim opened the bridge. Naim said it was late."), Language: "en"}, nil)
	if len(a.Entities) != 1 || a.Entities[0].Name != "Farid Naim" || a.Entities[0].Kind != Person {
		t.Fatalf("got %+v", a.Entities)
	}
	if n := len(a.Entities[0].Mentions); n < 2 {
		t.Errorf("%d mentions, want both", n)
	}
}
