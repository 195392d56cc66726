package web

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"usher/color"
)

// The colors of join.css that an accent color must be legible on: in each
// scheme the one of page and card that is harder to be read on. A test compares
// them with the style sheet.
var (
	lightGround = color.RGB{R: 0xf4, G: 0xf4, B: 0xf5}
	darkGround  = color.RGB{R: 0x1b, G: 0x1c, B: 0x1f}
)

// JoinAccentCSS returns the style sheet of an accent color. It is a pure
// function of the color. Buttons have the color itself, whatever it is; their
// text and edge, links and focus have the shade of it that can be read (WCAG
// 2.2, 1.4.3 and 1.4.11).
//
// A sheet and not a style attribute, because the pages' content security policy
// allows nothing inline.
func JoinAccentCSS(accent color.RGB) string {
	scheme := func(ground color.RGB) string {
		return fmt.Sprintf("--accent:%s;--on-accent:%s;--accent-edge:%s;--accent-text:%s", accent.Hex(), accent.Ink().Hex(),
			accent.LegibleOn(ground, color.GraphicRatio).Hex(), accent.LegibleOn(ground, color.TextRatio).Hex())
	}
	return ":root{" + scheme(lightGround) + "}\n@media (prefers-color-scheme:dark){:root{" + scheme(darkGround) + "}}\n"
}

// JoinAccentColor returns the color whose style sheet has that file name,
// "rrggbb.css" in lower case, and false for any other name: one color has one
// address.
func JoinAccentColor(file string) (color.RGB, bool) {
	name, ok := strings.CutSuffix(file, ".css")
	accent, err := color.Parse("#" + name)
	return accent, ok && err == nil && accent.Hex() == "#"+name
}

// accentURL is the address of an accent color's style sheet, with a version
// that follows its content; "" for what is no color, so that the page keeps
// its own.
func accentURL(accent string) string {
	c, err := color.Parse(accent)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256([]byte(JoinAccentCSS(c)))
	return JoinAccentPath + strings.TrimPrefix(c.Hex(), "#") + ".css?v=" + hex.EncodeToString(sum[:4])
}
