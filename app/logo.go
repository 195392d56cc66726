package app

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"image"
	_ "image/jpeg" // a format of logos
	_ "image/png"  // likewise
	"strings"

	_ "golang.org/x/image/webp" // likewise

	"usher/invite"
	"usher/store"
)

// Limits of a logo.
const (
	maxLogoBytes = 200 << 10
	maxLogoSide  = 1024 // pixels
)

// logoTypes are the formats in which a logo may come, by their names in package
// image. SVG is none of them: it can hold scripts.
var logoTypes = map[string]string{"png": "image/png", "jpeg": "image/jpeg", "webp": "image/webp"}

// parseLogo reads a picture from base64 (RFC 4648, section 4). Its length is
// judged before it is decoded, and its format and size by its header alone: no
// pixel is ever decoded here, however many it claims to have.
func parseLogo(field, text string) (store.Logo, *invite.Error) {
	refuse := func(code invite.Code, format string, args ...any) (store.Logo, *invite.Error) {
		return store.Logo{}, invite.Errorf(code, field, format, args...)
	}
	if len(text) > base64.StdEncoding.EncodedLen(maxLogoBytes) {
		return refuse(invite.TooLong, "The logo may have at most %d KB.", maxLogoBytes>>10)
	}
	if strings.TrimSpace(text) == "" {
		return refuse(invite.Required, "Give a picture; to have no logo, name LOGO in clear.")
	}
	picture, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return refuse(invite.Invalid, "The logo must be the picture in base64, without a prefix such as data:.")
	}
	size, format, err := image.DecodeConfig(bytes.NewReader(picture))
	mediaType := logoTypes[format]
	switch {
	case err != nil || mediaType == "":
		return refuse(invite.Invalid, "The logo must be a PNG, JPEG or WebP picture; this is none, or is damaged.")
	case len(picture) > maxLogoBytes: // base64 counts in groups of three bytes
		return refuse(invite.TooLong, "The logo may have at most %d KB.", maxLogoBytes>>10)
	case size.Width > maxLogoSide || size.Height > maxLogoSide:
		return refuse(invite.Invalid, "The logo may have at most %d by %d pixels; this has %d by %d.", maxLogoSide, maxLogoSide, size.Width, size.Height)
	case size.Width < 1 || size.Height < 1:
		return refuse(invite.Invalid, "The logo has no pixels; give a picture of 1 to %d pixels a side.", maxLogoSide)
	}
	sum := sha256.Sum256(picture)
	return store.Logo{MediaType: mediaType, Hash: hex.EncodeToString(sum[:]), Picture: picture}, nil
}

// Logo returns an organization's logo, whoever asks: emails and join pages show
// it. NOT_FOUND where there is none.
func (a *App) Logo(ctx context.Context, organization invite.ID) (store.Logo, error) {
	return a.DB.Logo(ctx, organization)
}
