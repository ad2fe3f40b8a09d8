package article

import (
	"strings"
	"time"
)

// Words and marks that stand between a date and a time of day.
var betweenDayAndTime = words(`t , - – — | · • @ at um as às a à las los le la o in alle ore ora h kl klo klokken saat om
	uur в о г год року г. года . godz ; ( a.m. الساعة ساعت الساعه στις 日 일 時 at: : lúc`)

// timeAfter reads a time of day that follows a date, with its zone, and returns the stamp with it;
// without one it returns the stamp as it is.
func (p *dateParser) timeAfter(st stamp, i int) stamp {
	for range 4 {
		if betweenDayAndTime[strings.ToLower(p.at(i).text)] {
			i++
		}
	}
	hour, ok := p.number(i, 1, 2)
	if !ok || hour > 24 {
		if hhmm, ok := p.number(i, 6, 6); ok && p.at(i-1).text == "T" { // 20240305T101500Z
			return p.clock(st, hhmm/10000, hhmm/100%100, hhmm%100, true, i+1)
		}
		return st
	}
	sep := p.at(i + 1).text
	minute, ok := p.number(i+2, 2, 2)
	if !ok || sep == "" || !strings.Contains(":.hH時시", sep) || p.at(i+2).spaced {
		if _, half := halfOfDay(p.at(i + 1).text); half { // 5 pm
			return p.clock(st, hour, 0, 0, false, i+1)
		}
		return st
	}
	j, second, hasSecond := i+3, 0, false
	if s, ok := p.number(j+1, 2, 2); ok && p.at(j).text == ":" {
		second, hasSecond, j = s, true, j+2
		if _, ok := p.number(j+1, 1, 12); ok && (p.at(j).text == "." || p.at(j).text == ",") {
			j += 2 // fractions of a second
		}
	}
	return p.clock(st, hour, minute, second, hasSecond, j)
}

// clock finishes a time of day from token j on: half of the day, zone.
func (p *dateParser) clock(st stamp, hour, minute, second int, hasSecond bool, j int) stamp {
	if add, ok := halfOfDay(p.at(j).text); ok {
		if hour == 12 {
			hour = 0
		}
		hour += add
		j++
	} else if h := strings.ToLower(p.at(j).text + p.at(j+1).text + p.at(j+2).text); h == "a.m" || h == "p.m" {
		if hour == 12 {
			hour = 0
		}
		if h == "p.m" {
			hour += 12
		}
		j += 4
	}
	if hour > 24 || minute > 59 || second > 60 {
		return st
	}
	return st.at(hour, minute, second, hasSecond, p.zoneAt(j))
}

func halfOfDay(word string) (add int, ok bool) {
	switch strings.ToLower(word) {
	case "am", "ص", "صباحا", "صباحًا", "π":
		return 0, true
	case "pm", "م", "مساء", "مساءً":
		return 12, true
	}
	return 0, false
}

// zones are the abbreviations that mean one offset wherever news is written, in hours. Others (IST,
// ET, CST in China) are ambiguous and read as no zone.
var zones = map[string]float64{
	"z": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 1, "west": 1, "cet": 1, "mez": 1, "cest": 2, "mesz": 2, "eet": 2, "sast": 2, "cat": 2,
	"eest": 3, "msk": 3, "мск": 3, "eat": 3, "trt": 3, "pkt": 5, "wib": 7, "hkt": 8, "sgt": 8, "awst": 8, "jst": 9, "kst": 9,
	"aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13, "edt": -4, "est": -5, "cdt": -5, "mdt": -6, "mst": -7, "pdt": -7, "pst": -8, "brt": -3, "art": -3,
}

// zoneAt reads a zone at token j, nil if there is none.
func (p *dateParser) zoneAt(j int) *time.Location {
	for range 2 {
		if t := strings.ToLower(p.at(j).text); t == "uhr" || t == "h" || t == "(" {
			j++
		}
	}
	t := p.at(j)
	if hours, ok := zones[strings.ToLower(t.text)]; ok {
		if next := p.at(j + 1); hours == 0 && !next.spaced && (next.text == "+" || next.text == "-") {
			if zone := p.offsetAt(j + 1); zone != nil {
				return zone
			}
		}
		if hours == 0 {
			return time.UTC
		}
		return time.FixedZone("", int(hours*3600))
	}
	return p.offsetAt(j)
}

// offsetAt reads +05:30, +0530, +05.
func (p *dateParser) offsetAt(j int) *time.Location {
	sign := 1
	switch p.at(j).text {
	case "-", "−":
		sign = -1
	case "+":
	default:
		return nil
	}
	v := p.at(j + 1)
	hours, minutes := 0, 0
	switch {
	case v.spaced:
		return nil
	case v.digits == 4:
		hours, minutes = v.value/100, v.value%100
	case v.digits == 1 || v.digits == 2:
		hours = v.value
		if m, ok := p.number(j+3, 2, 2); ok && p.at(j+2).text == ":" {
			minutes = m
		}
	default:
		return nil
	}
	if hours > 14 || minutes > 59 {
		return nil
	}
	if hours == 0 && minutes == 0 {
		return time.UTC
	}
	return time.FixedZone("", sign*(hours*3600+minutes*60))
}
