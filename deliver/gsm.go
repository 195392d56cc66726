package deliver

import (
	"strings"
	"unicode/utf16"
)

// The default alphabet of text messages and its extension, each character of
// which takes two places (3GPP TS 23.038, section 6.2.1).
const (
	gsmBasic = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
		"¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
	gsmExtension = "\f^{}\\[~]|€"
)

// Capacities in septets of the default alphabet and in UTF-16 units, of a
// message that fits whole and of each segment of one that does not: the latter
// give room to the header that joins segments (3GPP TS 23.040, section 9.2.3.24.1).
const (
	gsmWhole, gsmSegment   = 160, 153
	ucs2Whole, ucs2Segment = 70, 67
)

// segments returns how many segments text is sent in. A character of two places
// is never split between segments.
func segments(text string) int {
	whole, each := gsmWhole, gsmSegment
	sizes, isGSM := gsmSizes(text)
	if !isGSM {
		whole, each = ucs2Whole, ucs2Segment
		sizes = sizes[:0]
		for _, r := range text {
			sizes = append(sizes, utf16.RuneLen(r))
		}
	}
	total, n, room := 0, 1, each
	for _, size := range sizes {
		total += size
		if size > room {
			n, room = n+1, each
		}
		room -= size
	}
	if total <= whole {
		return 1
	}
	return n
}

// gsmSizes returns the places that each character takes in the default
// alphabet, and false where one is not of it.
func gsmSizes(text string) ([]int, bool) {
	sizes := make([]int, 0, len(text))
	for _, r := range text {
		switch {
		case strings.ContainsRune(gsmBasic, r):
			sizes = append(sizes, 1)
		case strings.ContainsRune(gsmExtension, r):
			sizes = append(sizes, 2)
		default:
			return sizes, false
		}
	}
	return sizes, true
}

// typewriter replaces typographic characters by those of the default alphabet.
// One curly quote would halve what a text message can hold.
var typewriter = strings.NewReplacer(
	"‘", "'", "’", "'", "‚", "'", "“", `"`, "”", `"`, "„", `"`,
	"–", "-", "—", "-", "‑", "-", "…", "...", "\u00A0", " ", "`", "'",
)
