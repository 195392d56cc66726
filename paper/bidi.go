package paper

import (
	"slices"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/text/unicode/bidi"
)

// The shaper's library tells which way a run goes and orders runs by that
// alone, which is wrong for a number amid right-to-left words in a
// left-to-right line: "A גן 42 בית" goes on to the left after the number. So
// the levels of the Unicode bidirectional algorithm (UAX #9) are found again
// from what it tells. Text here has no explicit controls, which leaves three:
// 0 and 1 for the directions, and 2 for left-to-right inside right-to-left.

// splitNumbers takes the number off the front of a left-to-right run that
// follows a right-to-left one: the number belongs to that one.
func splitNumbers(parts []shaping.Input, base di.Direction) []shaping.Input {
	var out []shaping.Input
	for i, part := range parts {
		if end := part.RunStart + numberLength(part.Text[part.RunStart:part.RunEnd]); base == di.DirectionLTR &&
			i > 0 && parts[i-1].Direction == di.DirectionRTL && part.Direction == di.DirectionLTR && end > part.RunStart && end < part.RunEnd {
			number := part
			number.RunEnd, part.RunStart = end, end
			out = append(out, number)
		}
		out = append(out, part)
	}
	return out
}

// numberLength returns how many characters at the start of the text are a
// number, its separators and signs included (W4 to W6).
func numberLength(text []rune) (length int) {
	digits := false
	for i, r := range text {
		switch p, _ := bidi.LookupRune(r); p.Class() {
		case bidi.EN, bidi.AN:
			digits, length = true, i+1
		case bidi.ET, bidi.NSM:
			if digits {
				length = i + 1
			}
		case bidi.ES, bidi.CS, bidi.BN:
		default:
			return length
		}
	}
	return length
}

// level returns that of the run which begins at a character.
func level(run shaping.Output, text []rune, base di.Direction, previous int) int {
	switch {
	case run.Direction == di.DirectionRTL:
		return 1
	case base == di.DirectionRTL:
		return 2
	}
	from, to := run.Runes.Offset, run.Runes.Offset+run.Runes.Count
	if previous > 0 && to <= len(text) && numberLength(text[from:to]) == to-from {
		return 2
	}
	return 0
}

// reorder puts the runs of a line into the order in which they stand from the
// left (L2). They come in the order of the text.
func reorder(runs []shaping.Output, text []rune, base di.Direction) {
	levels := make([]int, len(runs))
	previous := 0
	for i, run := range runs {
		levels[i] = level(run, text, base, previous)
		previous = levels[i]
	}
	for lowest := 2; lowest > 0; lowest-- {
		for start := 0; start < len(runs); start++ {
			end := start
			for end < len(runs) && levels[end] >= lowest {
				end++
			}
			slices.Reverse(runs[start:end])
			slices.Reverse(levels[start:end])
			start = max(start, end-1)
		}
	}
}
