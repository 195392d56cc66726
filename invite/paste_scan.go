package invite

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// separates tells whether r ends an entry wherever it stands outside quotes.
func separates(r rune) bool {
	switch r {
	case ',', ';', '\t', '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return true
	case '，', '；', '、', '،', '؛', '﹐', '﹔':
		return true
	}
	return false
}

// breaksLine tells whether r ends a line, and with it every quote and bracket.
func breaksLine(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

// blank tells whether r is a space or has no width.
func blank(r rune) bool { return unicode.Is(unicode.Zs, r) || invisible(r) }

// invisible tells whether r shows nothing and comes into pasted text by
// accident. The joiners U+200C and U+200D are not of these: names need them.
func invisible(r rune) bool {
	switch {
	case r == '\ufeff', r == '\u200b', r == '\u2060', r == '\u00ad', r == '\u200e', r == '\u200f', r == '\u061c':
		return true
	case r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069':
		return true
	}
	return false
}

func opens(r rune) bool  { return r == '"' || r == '“' || r == '„' }
func closes(r rune) bool { return r == '"' || r == '”' || r == '“' }

// stray tells whether r at either end of a word is left over from quoting.
func stray(r rune) bool { return opens(r) || closes(r) || r == '>' || invisible(r) }

func skipBlanks(text string, pos int) int {
	return len(text) - len(strings.TrimLeftFunc(text[pos:], blank))
}

// wordEnd returns where the word that begins at pos ends.
func wordEnd(text string, pos int) int {
	n := strings.IndexFunc(text[pos:], func(r rune) bool {
		return r == '<' || separates(r) || unicode.Is(unicode.Zs, r)
	})
	if n < 0 {
		return len(text)
	}
	return pos + n
}

// quotedAt reads the quoted text that begins at pos. It is none where the
// closing quote is missing on the line or too far off, where something is
// glued to it, or where it is a list of addresses that somebody put in quotes;
// then only the word's end tells something: how far was read in vain.
// `\"` and, as in CSV, `""` stand for a quote within it.
func quotedAt(text string, pos int) (word, bool) {
	_, size := utf8.DecodeRuneInString(text[pos:])
	var content strings.Builder
	i := pos + size
	for i < len(text) && i-pos <= maxQuoted {
		r, size := utf8.DecodeRuneInString(text[i:])
		rest := text[i+size:]
		switch {
		case breaksLine(r):
			return word{end: i}, false
		case r == '\\' && rest != "" && (rest[0] == '"' || rest[0] == '\\'):
			content.WriteByte(rest[0])
			size++
		case r == '"' && strings.HasPrefix(rest, `"`):
			content.WriteByte('"')
			size++
		case closes(r):
			w := word{start: pos, end: i + size, text: strings.TrimFunc(content.String(), blank), quoted: true}
			return w, quotesOne(w.text, rest)
		default:
			content.WriteString(text[i : i+size])
		}
		i += size
	}
	return word{end: i}, false
}

// quotesOne tells whether a quoted text is one name or address, from what it
// is and what follows its closing quote.
func quotesOne(content, rest string) bool {
	if content == "" {
		return false
	}
	if next, _ := utf8.DecodeRuneInString(rest); rest != "" && next != '<' && !separates(next) && !blank(next) {
		return false
	}
	if !strings.Contains(content, "@") {
		return true
	}
	if strings.HasPrefix(strings.TrimLeftFunc(rest[:min(len(rest), maxQuoted)], blank), "<") {
		return !strings.ContainsFunc(content, separates)
	}
	return !strings.ContainsFunc(content, func(r rune) bool { return separates(r) || unicode.IsSpace(r) })
}

// bracketedAt reads the `<address>` that begins at pos, and returns what is
// between the brackets and where it ends. Spaces within do not end it; every
// other separator does, and then the first space does too.
func bracketedAt(text string, pos int) (content string, end int) {
	start := pos + len("<")
	for i, r := range text[start:min(len(text), start+maxQuoted)] {
		if r == '>' {
			return text[start : start+i], start + i + len(">")
		}
		if r == '<' || separates(r) {
			break
		}
	}
	start = skipBlanks(text, start)
	end = wordEnd(text, start)
	return strings.TrimFunc(text[start:end], stray), end
}

// likeAddress tells whether a word is meant as an address and so is no part of
// a name: it has an @, or five digits or more and no letter.
func likeAddress(text string) bool {
	return strings.Contains(text, "@") || digits(text) >= 5 && !strings.ContainsFunc(text, unicode.IsLetter)
}

// isRepeat tells whether the word before `<content>` only says the address
// again, or is a quoted address and so no name to greet a person by.
func isRepeat(w word, content string) bool {
	return w.quoted && likeAddress(w.text) ||
		strings.EqualFold(unquoted(clean(w.text)), withoutScheme(unquoted(clean(content))))
}

func withoutScheme(address string) string {
	for _, scheme := range []string{"mailto:", "tel:"} {
		if len(address) > len(scheme) && strings.EqualFold(address[:len(scheme)], scheme) {
			return address[len(scheme):]
		}
	}
	return address
}

// unquoted drops a pair of single quotes around text.
func unquoted(text string) string {
	for _, pair := range [][2]string{{"'", "'"}, {"‘", "’"}} {
		if inner, ok := strings.CutPrefix(text, pair[0]); ok {
			if inner, ok = strings.CutSuffix(inner, pair[1]); ok {
				return strings.TrimFunc(inner, blank)
			}
		}
	}
	return text
}

func digits(text string) int {
	n := 0
	for _, r := range text {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	return n
}

// phone returns how many of the words, the first of which begins with a
// parenthesis, make up one phone number: 1 if they do not. It takes on groups
// of digits until there are ten digits, which is enough wherever area codes
// are written in parentheses.
func phone(words []word) int {
	isGroup := func(text string) bool {
		return digits(text) > 0 && strings.Trim(text, "0123456789-./()") == ""
	}
	if !isGroup(words[0].text) {
		return 1
	}
	have, n := digits(words[0].text), 1
	for n < len(words) && have < 10 && !words[n].quoted && isGroup(words[n].text) && words[n].text[0] != '(' {
		have += digits(words[n].text)
		n++
	}
	return n
}

// clean drops what has no width and folds runs of spaces.
func clean(text string) string {
	text = strings.Map(func(r rune) rune {
		if invisible(r) {
			return -1
		}
		return r
	}, text)
	return strings.Join(strings.FieldsFunc(text, blank), " ")
}

// firstLast turns "Last, First" round. It leaves what has no comma or more
// than one, and what only adds a title, a generation or a company's form.
func firstLast(name string) string {
	last, first, found := strings.Cut(name, ",")
	last, first = strings.TrimSpace(last), strings.TrimSpace(first)
	if !found || last == "" || first == "" || strings.Contains(first, ",") {
		return name
	}
	switch strings.ToLower(strings.ReplaceAll(first, ".", "")) {
	case "jr", "sr", "ii", "iii", "iv", "md", "phd", "dds", "esq", "inc", "llc", "ltd", "gmbh":
		return name
	}
	return first + " " + last
}
