package invite

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxAddressLength is the longest address of a person or a household, in
// characters.
const MaxAddressLength = 200

// CleanAddress is CleanName for an address, which may be longer.
func CleanAddress(field, address string) (string, *Error) {
	return CleanLine(field, address, MaxAddressLength)
}

// AddressKey returns what is alike in two ways of writing one address: words
// without case, accents and punctuation, the usual abbreviations made one, in
// the order in which they stand. It returns "" for an address without a letter
// or a digit. The key of a key is that key.
func AddressKey(address string) string {
	var words []string
	for _, word := range strings.FieldsFunc(foldAddress(address), func(r rune) bool { return !inWord(r) }) {
		for _, part := range splitNumbers(word) {
			words = appendWord(words, oneWord(part))
		}
	}
	key := strings.Join(words, " ")
	if !strings.ContainsFunc(key, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return "" // lone marks
	}
	return key
}

// appendWord drops what only says that a number follows: "Apt. No. 3" and
// "Apt #3" are apartment 3.
func appendWord(words []string, word string) []string {
	last := func() string {
		if len(words) == 0 {
			return ""
		}
		return words[len(words)-1]
	}
	if startsWithDigit(word) {
		for last() == number {
			words = words[:len(words)-1]
		}
	}
	if word == apartment && last() == apartment {
		return words
	}
	return append(words, word)
}

// splitNumbers parts a word where digits end or begin: 3B is 3-B.
func splitNumbers(word string) []string {
	var parts []string
	start, before := 0, false
	for at, r := range word {
		if digit := isDigit(r); at > 0 && digit != before {
			parts, start = append(parts, word[start:at]), at
		}
		before = isDigit(r)
	}
	return append(parts, word[start:])
}

// oneWord returns the form that all ways of writing the word share. German
// joins the street to its name: Birkenstraße is Birkenstr.
func oneWord(word string) string {
	if short, ok := addressWords[word]; ok {
		return short
	}
	if stem, ok := strings.CutSuffix(word, "strasse"); ok {
		return stem + "str"
	}
	if stem, ok := strings.CutSuffix(word, "platz"); ok {
		return stem + "pl"
	}
	return word
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func startsWithDigit(word string) bool { return word != "" && isDigit(rune(word[0])) }

// inWord takes marks with the letters: vowels of several scripts are marks.
func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// foldAddress returns the address in lower case, Latin letters without their
// accents, digits of other scripts as ASCII, and signs that stand for words as
// these.
func foldAddress(address string) string {
	var b strings.Builder
	for _, r := range addressSigns.Replace(strings.ToLower(address)) {
		switch {
		case r >= 0x300 && r <= 0x36f, r >= 0xfe00 && r <= 0xfe0f: // accents on their own; variation selectors
		case r < utf8.RuneSelf:
			b.WriteRune(r)
		default:
			b.WriteString(foldRune(r))
		}
	}
	return b.String()
}

func foldRune(r rune) string {
	for _, zero := range otherZeros {
		if r >= zero && r < zero+10 {
			return string('0' + r - zero)
		}
	}
	if plain, ok := plainLetters[r]; ok {
		return plain
	}
	return string(r)
}

// What the words for a dwelling and for a number become.
const (
	apartment = "apt"
	number    = "no"
)

var addressSigns = strings.NewReplacer(
	"#", " "+apartment+" ", "№", " "+number+" ", "n.º", " "+number+" ", "n.°", " "+number+" ", "nº", " "+number+" ", "n°", " "+number+" ",
	"º", "", "ª", "", "°", "", // 3º is 3
	"'", "", "’", "", // l'Église, O'Connell
)

// addressWords has the form of every word that is written in several ways:
// streets, dwellings and directions in the languages that Usher writes.
var addressWords = wordForms(map[string]string{
	"st":      "street",
	"str":     "strasse",
	"ave":     "avenue av aven avenida avda avd",
	"ln":      "lane",
	"rd":      "road",
	"dr":      "drive",
	"ct":      "court",
	"blvd":    "boulevard bvd bd boul bulevar",
	"pl":      "place plaza platz praca plza pza pca",
	"sq":      "square",
	"ter":     "terrace terr",
	"cir":     "circle circ",
	"hwy":     "highway",
	"pkwy":    "parkway",
	"c":       "calle cl",
	"r":       "rua rue",
	"all":     "allee",
	"ch":      "chemin",
	"rte":     "route",
	"imp":     "impasse",
	"trav":    "travessa",
	"ctra":    "carretera",
	apartment: "apartment appartement appt app apartamento apto apart unit unidad unidade flat suite ste wohnung whg departamento depto dpto piso",
	number:    "nr num nro number numero nummer",
	"bldg":    "building",
	"fl":      "floor",
	"n":       "north",
	"s":       "south",
	"e":       "east",
	"w":       "west",
})

func wordForms(forms map[string]string) map[string]string {
	out := map[string]string{}
	for short, long := range forms {
		for _, word := range strings.Fields(long) {
			out[word] = short
		}
	}
	return out
}

var otherZeros = []rune{'٠', '۰', '०', '０'} // Arabic, Persian, Devanagari, full width

var plainLetters = func() map[rune]string {
	out := map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'þ': "th"}
	for plain, letters := range map[string]string{
		"a": "àáâãäåāăą", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ", "i": "ìíîïĩīĭįı", "j": "ĵ", "k": "ķ",
		"l": "ĺļľŀł", "n": "ñńņňŉ", "o": "òóôõöøōŏő", "r": "ŕŗř", "s": "śŝşšș", "t": "ţťŧț", "u": "ùúûüũūŭůűų", "w": "ŵ", "y": "ýÿŷ", "z": "źżž",
	} {
		for _, r := range letters {
			out[r] = plain
		}
	}
	return out
}()
