package app_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"hash/crc32"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"runtime"
	"strings"
	"testing"

	"usher/app"
	"usher/app/apptest"
	"usher/invite"
)

// picture returns bytes as an input carries them.
func picture(b []byte) string { return base64.StdEncoding.EncodeToString(b) }

// hashOf returns the version of the logo that the input carries.
func hashOf(input string) string {
	b, _ := base64.StdEncoding.DecodeString(input) // a test made it
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

func pngOf(t *testing.T, width, height int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, width, height))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func jpegOf(t *testing.T, width, height int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, width, height)), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gifOf(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := gif.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 8)), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A picture of one pixel, with loss and without (RFC 9649).
const (
	webpLossy    = "UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA="
	webpLossless = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="
)

// pngHeader is a PNG that claims a size and holds no pixels.
func pngHeader(width, height uint32) []byte {
	chunk := binary.BigEndian.AppendUint32([]byte("IHDR"), width)
	chunk = binary.BigEndian.AppendUint32(chunk, height)
	chunk = append(chunk, 8, 6, 0, 0, 0)
	out := binary.BigEndian.AppendUint32([]byte("\x89PNG\r\n\x1a\n"), 13)
	return binary.BigEndian.AppendUint32(append(out, chunk...), crc32.ChecksumIEEE(chunk))
}

// webpCanvas is the header of an extended WebP that claims a size.
func webpCanvas(width, height uint32) []byte {
	size := func(n uint32) []byte { return []byte{byte(n - 1), byte((n - 1) >> 8), byte((n - 1) >> 16)} }
	out := []byte("RIFF\x20\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00")
	return append(append(out, size(width)...), size(height)...)
}

// jpegClaiming is a JPEG whose header claims another size than it has.
func jpegClaiming(t *testing.T, width, height uint16) []byte {
	t.Helper()
	b := jpegOf(t, 8, 8)
	at := bytes.Index(b, []byte{0xff, 0xc0}) // start of frame
	binary.BigEndian.PutUint16(b[at+5:], height)
	binary.BigEndian.PutUint16(b[at+7:], width)
	return b
}

// webpClaiming is a WebP whose frame claims another size than it has.
func webpClaiming(t *testing.T, width, height uint16) []byte {
	t.Helper()
	b, err := base64.StdEncoding.DecodeString(webpLossy)
	if err != nil {
		t.Fatal(err)
	}
	binary.LittleEndian.PutUint16(b[26:], width)
	binary.LittleEndian.PutUint16(b[28:], height)
	return b
}

// padded fills a picture up with bytes that no decoder looks at.
func padded(b []byte, length int) []byte { return append(b, make([]byte, length-len(b))...) }

func TestLogoFormats(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	for name, test := range map[string]struct{ input, mediaType string }{
		"PNG":                      {picture(pngOf(t, 64, 32)), "image/png"},
		"the largest PNG":          {picture(padded(pngOf(t, 1024, 1024), 200<<10)), "image/png"},
		"JPEG":                     {picture(jpegOf(t, 1024, 1)), "image/jpeg"},
		"WebP":                     {webpLossy, "image/webp"},
		"WebP without loss":        {webpLossless, "image/webp"},
		"base64 in lines, as MIME": {webpLossy[:40] + "\r\n" + webpLossy[40:] + "\r\n", "image/webp"},
	} {
		org, err := w.App.UpdateOrganization(w.As(gym.Owner), app.PresentationInput{Logo: &test.input})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := must(w.App.Logo(t.Context(), gym.Org.ID))(t)
		want, _ := base64.StdEncoding.DecodeString(test.input)
		if got.MediaType != test.mediaType || !bytes.Equal(got.Picture, want) || got.Hash != hashOf(test.input) || org.Logo != got.Hash {
			t.Errorf("%s: stored as %s, %d bytes, %s; the organization says %s", name, got.MediaType, len(got.Picture), got.Hash, org.Logo)
		}
	}
	if n := w.Probe.Int(`SELECT count(*) FROM organization_logos`); n != 1 {
		t.Errorf("%d logos of one organization", n)
	}
}

func TestLogoRefusals(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	for name, test := range map[string]struct {
		input, says string
		code        invite.Code
	}{
		"nothing":          {"", "LOGO in clear", invite.Required},
		"no base64":        {"a picture", "base64", invite.Invalid},
		"a data address":   {"data:image/png;base64," + picture(pngOf(t, 1, 1)), "base64", invite.Invalid},
		"text":             {picture([]byte("hello")), "PNG, JPEG or WebP", invite.Invalid},
		"SVG":              {picture([]byte(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`)), "PNG, JPEG or WebP", invite.Invalid},
		"HTML":             {picture([]byte(`<!doctype html><script>alert(1)</script>`)), "PNG, JPEG or WebP", invite.Invalid},
		"GIF":              {picture(gifOf(t)), "PNG, JPEG or WebP", invite.Invalid},
		"a PNG's first 20": {picture(pngOf(t, 8, 8)[:20]), "PNG, JPEG or WebP", invite.Invalid},
		"a name alone":     {picture([]byte("\x89PNG\r\n\x1a\n<script>")), "PNG, JPEG or WebP", invite.Invalid},
		"no pixels":        {picture(webpClaiming(t, 0, 1)), "no pixels", invite.Invalid},

		"one pixel too wide":    {picture(pngOf(t, 1025, 1)), "1025 by 1", invite.Invalid},
		"one pixel too high":    {picture(jpegOf(t, 1, 1025)), "1 by 1025", invite.Invalid},
		"a bomb of PNG":         {picture(pngHeader(60_000, 60_000)), "60000 by 60000", invite.Invalid},
		"a bomb of JPEG":        {picture(jpegClaiming(t, 65_000, 65_000)), "65000 by 65000", invite.Invalid},
		"a bomb of WebP":        {picture(webpClaiming(t, 16_000, 16_000)), "16000 by 16000", invite.Invalid},
		"a WebP's canvas":       {picture(webpCanvas(40_000, 40_000)), "40000 by 40000", invite.Invalid},
		"one byte too many":     {picture(padded(pngOf(t, 8, 8), 200<<10+1)), "200 KB", invite.TooLong},
		"one base64 group more": {picture(padded(pngOf(t, 8, 8), 200<<10+2)), "200 KB", invite.TooLong},
		"a megabyte":            {strings.Repeat("A", 1<<20), "200 KB", invite.TooLong},
	} {
		w.Unchanged(name, func() {
			err := present(w, gym.Owner, app.PresentationInput{Logo: &test.input})
			refused(t, name, err, test.code, "input.logo")
			if err == nil || !strings.Contains(err.Error(), test.says) {
				t.Errorf("%s: %v does not say %q", name, err, test.says)
			}
		})
	}
	if _, err := w.App.Logo(t.Context(), gym.Org.ID); invite.CodeOf(err) != invite.NotFound {
		t.Errorf("a logo that was never given: %v", err)
	}
}

// A picture that claims to be huge is refused by its header: its pixels would
// take 14 GB. Not parallel, since it looks at the process's memory.
func TestBombsAreNotDecoded(t *testing.T) {
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	bomb := picture(pngHeader(60_000, 60_000))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	err := present(w, gym.Owner, app.PresentationInput{Logo: &bomb})
	runtime.ReadMemStats(&after)
	refused(t, "bomb", err, invite.Invalid, "input.logo")
	if used := after.TotalAlloc - before.TotalAlloc; used > 16<<20 {
		t.Errorf("the refusal took %d MB", used>>20)
	}
}
