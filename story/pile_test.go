package story

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"hearsay/article"
	"hearsay/text"
)

// A matter is an invented event, told in several ways: what piles of test articles are made of.
type matter struct {
	titles []string
	facts  [][]string // each fact in several wordings
	asides []string   // what only one own report has
}

// ferry is the matter of the one-story pile.
var ferry = matter{
	titles: []string{
		"Ferry hits pier in Port Selwick, 19 hurt",
		"Nineteen injured as the Maren Tolle rams Pier 3",
		"Port Selwick: ferry crash leaves 19 in hospital",
		"Captain of the Maren Tolle questioned after crash",
		"What we know about the Port Selwick ferry crash",
		"‘We flew across the deck’: passengers on the Maren Tolle",
	},
	facts: [][]string{
		{
			"A ferry carrying 214 passengers struck a pier in Port Selwick on Tuesday morning, injuring 19 people, the coastguard said.",
			"Nineteen people were hurt when the ferry Maren Tolle, with 214 on board, crashed into Pier 3 in Port Selwick.",
			"The Maren Tolle rammed Pier 3 shortly before berthing on Tuesday; 19 of her 214 passengers needed treatment.",
		},
		{
			"Norrholm Lines, which runs the service, said it was helping the investigators.",
			"The operator, Norrholm Lines, promised to work with the inquiry.",
			"A statement by Norrholm Lines said every document would be handed to the authorities.",
		},
		{
			"Captain Edda Virk told police that the bow thruster had failed twice that week.",
			"According to police, the ship's captain, Edda Virk, spoke of a bow thruster that had given up twice in a week.",
			"Edda Virk, who was in command, blames a faulty bow thruster.",
		},
		{
			"Mayor Tomas Achterberg thanked the crews of three lifeboats.",
			"“The lifeboat crews did an outstanding job,” Mayor Tomas Achterberg told reporters.",
			"Three lifeboats had come out within minutes, said Tomas Achterberg, the mayor.",
		},
		{
			"The hospital in Ostermark admitted four people with broken bones.",
			"Four of the injured were taken to Ostermark with fractures.",
			"Doctors in Ostermark operated on four passengers.",
		},
		{
			"The harbour stayed closed until late in the afternoon, and eleven sailings were called off.",
			"Eleven departures had to be cancelled because the harbour was shut until the evening.",
			"Port Selwick's harbour reopened at 17:40 after eleven cancelled crossings.",
		},
		{
			"Lukas Feld, a spokesman for the union, said crews had warned of the thruster since March.",
			"The union had raised the thruster since March, its spokesman Lukas Feld said.",
			"Since March, said union spokesman Lukas Feld, nobody had listened to the crews.",
		},
		{
			"The ship, built in 1994, was inspected last in January without complaint.",
			"In January the 1994-built vessel passed her last inspection.",
			"Inspectors had found nothing wrong with the 1994 ship in January.",
		},
	},
	asides: []string{
		"Greta Holm had just bought coffee when the floor tilted and the tables slid towards the windows.",
		"Fishermen on the mole heard a long scraping noise and then silence.",
		"A school class from Vennby was on its way to the aquarium.",
		"Divers are to look at the propeller once the tide allows it.",
		"Insurance experts put the damage to the quay at two million crowns.",
		"The pier was rebuilt after the winter storms eight years ago.",
		"Most passengers waited in the customs hall, wrapped in blankets.",
		"Regular travellers have complained about delays on the route for months.",
		"A second vessel, the Ilse Brandt, took over the evening crossing.",
		"Parliament is to hear the transport minister about it next week.",
		"Local shops handed out hot soup.",
		"Experts on ship propulsion say that such failures are rare but not unheard of.",
	},
}

// barge is a matter of the same kind, elsewhere: what must not be mixed up with ferry.
var barge = matter{
	titles: []string{
		"Car ferry collides with jetty at Brackmouth, seven injured",
		"Seven hurt in Brackmouth as Stella Quint hits jetty",
		"Stella Quint crash: harbour master suspended",
		"Brackmouth ferry accident: what happened on the Stella Quint",
		"Divers inspect the Stella Quint in Brackmouth",
	},
	facts: [][]string{
		{
			"Seven people were injured on Wednesday when the car ferry Stella Quint collided with a jetty at Brackmouth, firefighters said.",
			"The car ferry Stella Quint hit the north jetty of Brackmouth with 88 passengers aboard; seven of them were hurt.",
			"At Brackmouth, seven of the 88 passengers of the Stella Quint were injured in a collision with the north jetty.",
		},
		{
			"Calder Marine, the owner, said fog had come in within minutes.",
			"A spokeswoman for the owner, Calder Marine, pointed to sudden fog.",
			"Fog was to blame, according to Calder Marine, which owns the ship.",
		},
		{
			"Harbour master Iwan Drosse was suspended on Thursday.",
			"On Thursday the council suspended the harbour master, Iwan Drosse.",
			"Iwan Drosse, the harbour master, has been sent on leave.",
		},
		{
			"Two lorries went overboard, one of them loaded with timber.",
			"A lorry with timber and another went into the water.",
			"Two lorries sank, and timber drifted across the basin.",
		},
		{
			"Transport minister Paula Renwick announced new rules for the radar of small ferries.",
			"Small ferries will need better radar, said Paula Renwick, the transport minister.",
			"The minister, Paula Renwick, wants a second radar on board.",
		},
		{
			"The Stella Quint is 61 metres long and has served Brackmouth since 2008.",
			"Since 2008 the 61-metre Stella Quint has linked Brackmouth with the islands.",
			"Brackmouth bought the 61-metre ferry in 2008.",
		},
	},
	asides: []string{
		"Pilot boats searched the basin with lamps until midnight.",
		"The lighthouse keeper saw the lights of the ship far too late.",
		"Islanders now depend on a small plane for their post.",
		"A marching band that was on board lost its drums.",
		"The jetty will be closed for the rest of the month.",
		"Pictures show the bent ramp of the car deck.",
		"The bakery next to the quay served as an emergency room.",
	},
}

// pile makes n articles on a matter by ten outlets: every third is a copy of the agency's report, cut
// at the end, every third a rewriting that changes some wordings, the others are own reports with few
// of the facts, their own wordings and asides.
func (m *matter) pile(name string, n int, day time.Time) []*article.Article {
	rng := rand.New(rand.NewPCG(7, uint64(len(name))))
	var out []*article.Article
	for i := range n {
		var sentences []string
		aside := func() { sentences = append(sentences, m.asides[rng.IntN(len(m.asides))]) }
		switch i % 3 {
		case 0:
			for _, f := range m.facts[:len(m.facts)-i%4] {
				sentences = append(sentences, f[0])
			}
		case 1:
			for _, f := range m.facts {
				sentences = append(sentences, f[rng.IntN(2)])
			}
			aside()
		case 2:
			for _, k := range rng.Perm(len(m.facts))[:4] {
				sentences = append(sentences, m.facts[k][1+rng.IntN(2)])
				if k%2 == 0 {
					aside()
				}
			}
			aside()
		}
		out = append(out, &article.Article{
			ID:    fmt.Sprintf("%s-%02d", name, i),
			Title: m.titles[i%len(m.titles)], Outlet: fmt.Sprintf("Outlet %d", i%10),
			Published: on(day.Add(time.Duration(i) * 40 * time.Minute)),
			Doc:       text.NewDoc(strings.Join(sentences, " ")),
		})
	}
	return out
}

func on(t time.Time) *article.Date { return &article.Date{From: t, To: t.Add(time.Minute)} }

func at(year int, month time.Month, d int) time.Time {
	return time.Date(year, month, d, 6, 0, 0, 0, time.UTC)
}

// groups returns the IDs of the members of each story, joined, largest story first.
func groups(articles []*article.Article, stories []Story) []string {
	var out []string
	for _, s := range stories {
		var ids []string
		for _, m := range s.Members {
			ids = append(ids, articles[m.Article].ID)
		}
		out = append(out, strings.Join(ids, " "))
	}
	return out
}
