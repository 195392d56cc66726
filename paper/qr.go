package paper

import (
	"fmt"
	"image/color"
	"strings"

	"github.com/boombuler/barcode/qr"
)

// quietZone is how many modules around a QR code stay white (ISO/IEC 18004,
// 9.1).
const quietZone = 4

// symbol is a QR code without its quiet zone: a square of modules.
type symbol struct {
	size int   // modules a side
	bars []bar // the dark ones
}

// bar is dark modules beside each other in a row.
type bar struct{ x, y, length int }

// encode returns the QR code of text at error correction level M, which stands
// a fold or a coffee stain.
func encode(text string) (symbol, error) {
	code, err := qr.Encode(text, qr.M, qr.Auto)
	if err != nil {
		return symbol{}, fmt.Errorf("paper: QR code: %w", err)
	}
	s := symbol{size: code.Bounds().Dx()}
	for y := range s.size {
		for x := 0; x < s.size; x++ {
			start := x
			for x < s.size && code.At(x, y) == color.Black {
				x++
			}
			if x > start {
				s.bars = append(s.bars, bar{start, y, x - start})
			}
		}
	}
	return s, nil
}

// path returns the symbol as the path of an SVG (SVG 2, section 9.3), one
// module being one unit and the quiet zone included.
func (s symbol) path() string {
	var out strings.Builder
	for _, b := range s.bars {
		fmt.Fprintf(&out, "M%d %dh%dv1h-%dz", b.x+quietZone, b.y+quietZone, b.length, b.length)
	}
	return out.String()
}

// side is the symbol's width with its quiet zone, in modules.
func (s symbol) side() int { return s.size + 2*quietZone }
