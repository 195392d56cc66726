package devmode

import (
	"bytes"
	"image"
	"image/png"
	"testing"

	"usher/app"
	"usher/color"
	"usher/invite"
)

// Who switches between the organizations sees by the color where they are.
func TestOrganizationsHaveColorsOfTheirOwn(t *testing.T) {
	t.Parallel()
	_, _, useCases := seeded(t)
	colors := map[string]bool{}
	for owner, withLogo := range map[*Account]bool{&gymStaff[0]: true, &coachStaff[0]: false, &communityStaff[0]: false} {
		ctx, actor := of(t, useCases, *owner)
		org, err := useCases.DB.Organization(ctx, app.ScopeOf(actor), actor.Organization)
		if err != nil {
			t.Fatal(err)
		}
		accent, err := color.Parse(org.AccentColor)
		if err != nil {
			t.Errorf("%s has the color %q", org.Name, org.AccentColor)
		}
		if r := accent.Contrast(color.White); r < color.TextRatio {
			t.Errorf("white on the color of %s has a contrast of %.2f", org.Name, r)
		}
		if (org.Logo != "") != withLogo {
			t.Errorf("%s has the logo %q", org.Name, org.Logo)
		}
		colors[org.Accent()] = true
	}
	if len(colors) != 3 || colors[invite.DefaultAccent] {
		t.Errorf("the colors are %v", colors)
	}
}

func TestGymLogo(t *testing.T) {
	t.Parallel()
	_, _, useCases := seeded(t)
	ctx, actor := of(t, useCases, gymStaff[0])
	logo, err := useCases.Logo(ctx, actor.Organization)
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(logo.Picture))
	if err != nil || picture.Bounds() != image.Rect(0, 0, logoSide, logoSide) || len(logo.Picture) > 8<<10 {
		t.Fatalf("%d bytes, %v, %v", len(logo.Picture), picture.Bounds(), err)
	}
	ground, err := color.Parse(gymColor)
	if err != nil {
		t.Fatal(err)
	}
	for at, want := range map[image.Point]color.RGB{
		{X: 128, Y: 20}: ground, {X: 128, Y: 80}: color.White, {X: 128, Y: 162}: color.White, {X: 68, Y: 160}: color.White, {X: 128, Y: 190}: ground,
	} {
		r, g, b, a := picture.At(at.X, at.Y).RGBA()
		if got := (color.RGB{R: uint8(r >> 8), G: uint8(g >> 8), B: uint8(b >> 8)}); got != want || a != 0xffff {
			t.Errorf("%v is %s, opaque to %x; want %s", at, got.Hex(), a, want.Hex())
		}
	}
	if _, _, _, a := picture.At(0, 0).RGBA(); a != 0 {
		t.Error("the corners are not round")
	}
}
