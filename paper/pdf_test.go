package paper_test

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"usher/invite"
	"usher/paper"
)

func TestPagesAndPaper(t *testing.T) {
	t.Parallel()
	for kind, size := range map[invite.PaperSize]string{invite.A4: "595.276 x 841.89 pts (A4)", invite.Letter: "612 x 792 pts (letter)"} {
		for perPage, pages := range map[int]int{1: 9, 4: 3, 8: 2} {
			path := file(t, sheet(9, func(s *paper.Sheet) { s.Paper, s.PerPage = kind, perPage }))
			if checked := run(t, "qpdf", "--check", path); !strings.Contains(checked, "No syntax or stream encoding errors found") {
				t.Errorf("%s, %d a page: %s", kind, perPage, checked)
			}
			info := strings.Join(strings.Fields(run(t, "pdfinfo", path)), " ")
			for _, want := range []string{
				fmt.Sprintf("Pages: %d ", pages), "Page size: " + size, "Title: Access passes – Coral Bay Residents", "Author: Coral Bay Residents",
				"JavaScript: no", "Encrypted: no", "Form: none", "Metadata Stream: yes",
			} {
				if !strings.Contains(info, want) {
					t.Errorf("%s, %d a page: no %q in %s", kind, perPage, want, info)
				}
			}
		}
	}
}

func TestRefusals(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*paper.Sheet){
		"number a page": func(s *paper.Sheet) { s.PerPage = 3 },
		"passes":        func(s *paper.Sheet) { s.Passes = nil },
		"paper":         func(s *paper.Sheet) { s.Paper = "A5" },
		"link":          func(s *paper.Sheet) { s.Passes[0].Link = strings.Repeat("x", 4000) },
	} {
		var out bytes.Buffer
		if err := paper.PDF(&out, sheet(1, change)); err == nil || out.Len() > 0 {
			t.Errorf("%s: a PDF of %d bytes, %v", name, out.Len(), err)
		}
		if err := paper.Page(&out, sheet(1, change), "n"); err == nil || out.Len() > 0 {
			t.Errorf("%s: a page of %d bytes, %v", name, out.Len(), err)
		}
	}
	if err := paper.PDF(broken{}, sheet(1)); !errors.Is(err, errBroken) {
		t.Errorf("a broken pipe: %v", err)
	}
}

var errBroken = errors.New("broken pipe")

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errBroken }

// Whatever the script, a name is found by who searches for it, and nothing is
// drawn as the box of a missing glyph: those have no text.
func TestNamesAreFound(t *testing.T) {
	t.Parallel()
	for _, name := range []string{
		"Coral Bay Residents", "Café Ŵalés & Søn <b>", "Đường Nguyễn Huệ", "Ελληνικός Όμιλος", "Спортивный клуб Ёлка",
		"נווה חוף תל אביב", "شقق الساحل الرياضية", "珊瑚湾居民俱乐部", "國立臺灣體育俱樂部", "さくら団地の集会所", "산호만 주민회",
		"हिन्दी मैत्री क्लब", "ชุมชนน้ำใส", "বাংলা ক্লাব", "தமிழ் மன்றம்", "Ակումբ", "კლუბი", "Coral Bay 🏊 珊瑚 שלום",
	} {
		path := file(t, sheet(1, named(name), func(s *paper.Sheet) { s.Passes[0].For, s.PerPage = name, 1 }))
		if got := textOf(t, path); strings.Count(got, name) != 2 {
			t.Errorf("%s is not found twice in %s", name, got)
		}
	}
}

func TestTextIsFoundInOrder(t *testing.T) {
	t.Parallel()
	s := sheet(100, func(s *paper.Sheet) { s.Language = invite.German })
	text := textOf(t, file(t, s))
	for _, p := range s.Passes {
		if strings.Count(text, invite.GroupCode(p.Code)) != 1 || strings.Count(text, p.Reference+" ") != 1 {
			t.Errorf("code or reference of %s is not found once", p.Reference)
		}
	}
	one := textOf(t, file(t, sheet(1, func(s *paper.Sheet) { s.PerPage, s.Passes[0].For = 1, "Ana Park" })))
	at := 0
	for _, part := range []string{
		"Your code", "7K3QX-00000", "1", "Scan the QR code, or open usher.example/join and type your code.",
		"2", "Enter your name and email.", "3", "Confirm with the 6 digits that we email you.",
		"For Ana Park", "Location Coral Bay North", "Valid until 1 March 2027", "Help office@coralbay.example",
	} {
		i := strings.Index(one[at:], part)
		if i < 0 {
			t.Fatalf("%q does not follow in %s", part, one)
		}
		at += i + len(part)
	}
}

func TestLanguages(t *testing.T) {
	t.Parallel()
	for language, until := range map[invite.Language]string{
		invite.English: "Valid until 1 March 2027", invite.Spanish: "Válido hasta el 1 de marzo de 2027", invite.French: "Valable jusqu’au 1er mars 2027",
		invite.German: "Gültig bis 1. März 2027", invite.Portuguese: "Válido até 1º de março de 2027", "": "Valid until 1 March 2027",
	} {
		s := sheet(1, func(s *paper.Sheet) { s.Language, s.PerPage = language, 4 })
		if text := textOf(t, file(t, s)); !strings.Contains(text, until) || !strings.Contains(text, "usher.example/join") {
			t.Errorf("%s: no %q in %s", language, until, text)
		}
	}
	for _, perPage := range []int{1, 4, 8} {
		address := sheet(1, func(s *paper.Sheet) { s.PerPage, s.JoinURL = perPage, "https://join-us.coral-bay.example:8443/join" })
		if text := textOf(t, file(t, address)); !strings.Contains(text, " join-us.coral-bay.example:8443/join ") {
			t.Errorf("%d a page: the address is not whole in %s", perPage, text)
		}
	}
	endless := sheet(1, func(s *paper.Sheet) { s.Passes[0].Expires = time.Time{} })
	if text := textOf(t, file(t, endless)); strings.Contains(text, "Valid until") {
		t.Errorf("a pass without an end says %s", text)
	}
}

// A name is left out rather than drawn with holes; a picture that no font has
// leaves none.
func TestUncoveredNames(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{"𒀀𒀁 Club": "", "Club \U0001fbc5\U0010fffd": "Club", "a\u202eb\x00c\n d": "abc d", "\xff\xfe": ""} {
		text := textOf(t, file(t, sheet(1, named(name))))
		before, _, _ := strings.Cut(text, "Your code")
		if got := strings.TrimSpace(strings.Replace(before, "Access pass 3-001", "", 1)); got != want {
			t.Errorf("%q is printed as %q, want %q", name, got, want)
		}
	}
}

func TestEveryQRCodeIsRead(t *testing.T) {
	t.Parallel()
	for perPage, n := range map[int]int{8: 100, 4: 8, 1: 2} {
		s := sheet(n, func(s *paper.Sheet) { s.PerPage = perPage })
		var want []string
		for _, p := range s.Passes {
			want = append(want, p.Link)
		}
		got := scan(t, file(t, s))
		slices.Sort(got)
		slices.Sort(want)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%d a page (-printed +read):\n%s", perPage, diff)
		}
	}
}

func TestFontsAreEmbeddedInPart(t *testing.T) {
	t.Parallel()
	listed := strings.Split(strings.TrimSpace(run(t, "pdffonts", file(t, sheet(1, named("Coral 珊瑚湾 نادي हिन्दी 🏊"))))), "\n")[2:]
	if len(listed) < 6 {
		t.Errorf("%d fonts", len(listed))
	}
	for _, line := range listed {
		if !strings.Contains(line, "yes yes yes") { // embedded, in part, with a map to characters
			t.Error(line)
		}
	}
}

// noise returns a picture that compresses badly.
func noise(side int) image.Image {
	random := rand.New(rand.NewPCG(1, 2))
	drawn := image.NewNRGBA(image.Rect(0, 0, side, side))
	for i := range drawn.Pix {
		drawn.Pix[i] = byte(random.Uint32())
	}
	return drawn
}

func TestLogos(t *testing.T) {
	t.Parallel()
	var asPNG, asJPEG, asGray bytes.Buffer
	gray := image.NewGray(image.Rect(0, 0, 60, 20))
	gray.Set(3, 3, color.White)
	for _, err := range []error{png.Encode(&asPNG, noise(1024)), jpeg.Encode(&asJPEG, noise(300), nil), jpeg.Encode(&asGray, gray, nil)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	webp, err := base64.StdEncoding.DecodeString("UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA=") // one pixel
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		logo   []byte
		images int // a mask of transparency is one more
	}{
		"PNG": {asPNG.Bytes(), 2}, "JPEG": {asJPEG.Bytes(), 1}, "gray JPEG": {asGray.Bytes(), 1}, "WebP": {webp, 1},
		"none": {nil, 0}, "damaged": {asPNG.Bytes()[:2000], 0}, "no picture": {[]byte("<svg/>"), 0},
	} {
		path := file(t, sheet(100, func(s *paper.Sheet) { s.Logo = test.logo }))
		run(t, "qpdf", "--check", path)
		objects := map[string]bool{}
		for _, line := range strings.Split(strings.TrimSpace(run(t, "pdfimages", "-list", path)), "\n")[2:] {
			objects[strings.Join(strings.Fields(line)[2:3], "")+" "+strings.Fields(line)[10]] = true
		}
		if len(objects) != test.images {
			t.Errorf("%s: embedded as %v, want %d", name, objects, test.images)
		}
		info, err := os.Stat(path)
		if err != nil || info.Size() >= 5_000_000 {
			t.Errorf("%s: 100 passes take %d bytes, %v", name, info.Size(), err)
		}
	}
}

// No name, of whatever characters, keeps passes from being printed.
func TestAnyNameIsPrinted(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		anything := rapid.String()
		s := sheet(1, func(s *paper.Sheet) {
			s.Organization, s.Support = anything.Draw(t, "organization"), anything.Draw(t, "support")
			s.Passes[0].For, s.Passes[0].Location, s.Accent = anything.Draw(t, "for"), anything.Draw(t, "location"), anything.Draw(t, "accent")
			s.PerPage = rapid.SampledFrom([]int{1, 4, 8}).Draw(t, "a page")
		})
		var out bytes.Buffer
		if err := paper.PDF(&out, s); err != nil || !bytes.HasPrefix(out.Bytes(), []byte("%PDF-1.7")) {
			t.Fatalf("%d bytes, %v", out.Len(), err)
		}
		if err := paper.Page(&out, s, "nonce"); err != nil {
			t.Fatal(err)
		}
	})
}
