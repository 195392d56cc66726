package invite

import (
	"regexp"
	"strings"
	"unicode"
)

// CodeAlphabet is Crockford's base32 alphabet: digits and capital letters
// without I, L, O and U (https://www.crockford.com/base32.html).
const CodeAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// CodeLength is the number of characters of a typed code: 10 of 5 bits each.
const CodeLength = 10

// LinkTokenLength is the number of characters of a link token: one for its
// version and 24 of base64url, which hold 144 random bits.
const LinkTokenLength = 25

// LinkTokenVersion is the first character of every link token.
const LinkTokenVersion = '1'

// maxTypedCode bounds what NormalizeCode reads; a code pasted with generous
// grouping is far shorter.
const maxTypedCode = 64

// NormalizeCode turns what a person typed into the stored form of a code: 10
// characters of CodeAlphabet, ungrouped. It forgives case, spaces and dashes
// of every kind, O for 0, and I or L for 1, as Crockford's base32 asks. It
// returns false for anything that can be no code.
func NormalizeCode(typed string) (string, bool) {
	if len(typed) > maxTypedCode {
		return "", false
	}
	code := make([]byte, 0, CodeLength)
	for _, r := range typed {
		switch {
		case unicode.IsSpace(r), unicode.Is(unicode.Pd, r):
			continue
		case r >= 'a' && r <= 'z':
			r -= 'a' - 'A'
		}
		switch r {
		case 'O':
			r = '0'
		case 'I', 'L':
			r = '1'
		}
		if !strings.ContainsRune(CodeAlphabet, r) || len(code) == CodeLength {
			return "", false
		}
		code = append(code, byte(r))
	}
	return string(code), len(code) == CodeLength
}

// MaxPasted bounds the text in which FindCode and FindLinkToken look.
const MaxPasted = 2000

// Words that may be a code: first those grouped as GroupCode does, which hardly
// any other word is; then ten characters together, which "invitation" is too,
// so that one of them must be a digit.
var (
	groupedCode = regexp.MustCompile(`(?i)(?:^|[^\pL\pN])([0-9A-Z]{5} ?\p{Pd} ?[0-9A-Z]{5})(?:$|[^\pL\pN])`)
	plainCode   = regexp.MustCompile(`(?i)(?:^|[^\pL\pN])([0-9A-Z]{10})(?:$|[^\pL\pN])`)
)

// FindCode returns the normalized code in what a person typed or pasted: a
// code, or the sentence of a message that holds one. It returns false where
// there is none.
func FindCode(text string) (string, bool) {
	if code, ok := NormalizeCode(text); ok {
		return code, true
	}
	if len(text) > MaxPasted {
		return "", false
	}
	for _, found := range groupedCode.FindAllStringSubmatch(text, -1) {
		if code, ok := NormalizeCode(found[1]); ok {
			return code, true
		}
	}
	for _, found := range plainCode.FindAllStringSubmatch(text, -1) {
		if code, ok := NormalizeCode(found[1]); ok && strings.ContainsAny(found[1], "0123456789") {
			return code, true
		}
	}
	return "", false
}

var linkToken = regexp.MustCompile(`/join/(` + string(LinkTokenVersion) + `[A-Za-z0-9_-]{24})(?:$|[^A-Za-z0-9_-])`)

// FindLinkToken returns the token of the invitation's link in what a person
// pasted, and false where there is none.
func FindLinkToken(text string) (string, bool) {
	if len(text) > MaxPasted {
		return "", false
	}
	found := linkToken.FindStringSubmatch(text)
	if found == nil {
		return "", false
	}
	return found[1], true
}

// GroupCode writes a normalized code as people read it, "XXXXX-XXXXX". Any
// other text is returned as it is.
func GroupCode(code string) string {
	if len(code) != CodeLength {
		return code
	}
	return code[:CodeLength/2] + "-" + code[CodeLength/2:]
}

// IsLinkToken reports whether text has the form of a link token. It says
// nothing about whether such an invitation exists; it spares the look-up for
// text that cannot be one.
func IsLinkToken(text string) bool {
	if len(text) != LinkTokenLength || text[0] != LinkTokenVersion {
		return false
	}
	for _, c := range []byte(text[1:]) {
		switch {
		case c >= 'A' && c <= 'Z', c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '-', c == '_':
		default:
			return false
		}
	}
	return true
}
