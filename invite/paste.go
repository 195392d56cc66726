package invite

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"
)

// Entry is one piece of pasted text that stands for a person.
type Entry struct {
	Index   int    // place in the paste, from 0
	Raw     string // as pasted
	Name    string // of `Name <address>`; else empty
	Address string // what should be an email address or a phone number, not yet judged
}

// SplitPaste returns the entries of a pasted text; see PasteEntries.
func SplitPaste(text string) []Entry { return slices.Collect(PasteEntries(text)) }

// PasteEntries yields the entries of a pasted text, in order. A caller with a
// limit stops after one too many, and has not paid for the rest.
//
// Comma, semicolon, tab and line break separate, and so does a space outside
// quotes and `Name <address>`: `two words@example.com` is two entries, for it
// may as well be a list. What cannot be an address still is an entry, so that
// it is refused by name and never lost.
//
// Where people and programs paste otherwise, this is what is made of it:
//
//   - `"Last, First" <a@b>` has the name First Last, as a greeting needs it;
//     `"Last, Jr." <a@b>` stays, for that is no first name.
//   - A name before `<` is the words since the last separator that are no
//     addresses: in `a@b Ann Lee <c@d>` the name is Ann Lee.
//   - Where that name is the address again, or a quoted address, there is none.
//   - A quoted text alone is one entry, phone numbers with spaces among them;
//     but a quoted list of addresses is a list.
//   - A quote that is not closed within its line, or not soon, separates and
//     no more. A `<` that is not closed ends at the next separator.
//   - `(555) 123-4567` is one entry though it is not quoted: `(555)` alone can
//     be nothing.
//   - Every Unicode space is a space, every Unicode line break a line break;
//     full-width and Arabic commas and semicolons separate too. Characters
//     without width (byte order mark, zero-width space, direction marks) are
//     dropped from Name and Address.
//   - `mailto:` and `tel:` before an address are dropped, and single quotes
//     around one, as Outlook writes them.
//
// The time is linear in the length of the text, whatever is in it.
func PasteEntries(text string) iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		s := splitter{text: text, yield: yield}
		for !s.stopped && s.next() {
		}
		s.flush(len(s.words))
	}
}

const (
	// maxQuoted is how many bytes after an opening quote or bracket the closing
	// one is looked for. It bounds what a stray one can swallow, and the time.
	// The longest address has 254 bytes, the longest name 400.
	maxQuoted = 512

	// maxWasted is how many bytes may be read in vain for closing quotes. After
	// that all quotes are stray: no paste of people has so many unclosed ones.
	maxWasted = 64 << 10

	// maxHeld is how many words are held back in case that a `<` follows and
	// makes a name of them.
	maxHeld = 16
)

// splitter reads a pasted text from left to right. It holds the words since
// the last separator other than a space, for `<` makes a name of them.
type splitter struct {
	text    string
	pos     int
	words   []word
	wasted  int // bytes read in vain for closing quotes
	count   int // entries yielded
	yield   func(Entry) bool
	stopped bool // the consumer has had enough
}

// word is a piece of the text between separators, or a whole quoted text.
type word struct {
	start, end int    // in the text, quotes included
	text       string // without quotes at its ends
	quoted     bool
}

// next reads one token; false at the end of the text.
func (s *splitter) next() bool {
	s.pos = skipBlanks(s.text, s.pos)
	if s.pos == len(s.text) {
		return false
	}
	r, size := utf8.DecodeRuneInString(s.text[s.pos:])
	switch {
	case separates(r):
		s.flush(len(s.words))
		s.pos += size
	case r == '<':
		s.bracket()
	case opens(r):
		if q, ok := s.quoted(); ok {
			s.hold(q)
		} else {
			s.pos += size // a stray quote
		}
	default:
		end := wordEnd(s.text, s.pos)
		s.hold(word{start: s.pos, end: end, text: strings.TrimFunc(s.text[s.pos:end], stray)})
	}
	return true
}

// quoted reads the quoted text at the current place, if it is one.
func (s *splitter) quoted() (word, bool) {
	if s.wasted > maxWasted {
		return word{}, false
	}
	q, ok := quotedAt(s.text, s.pos)
	if !ok {
		s.wasted += q.end - s.pos
	}
	return q, ok
}

func (s *splitter) hold(w word) {
	s.pos = w.end
	if len(s.words) == maxHeld {
		s.flush(1)
	}
	s.words = append(s.words, w)
}

// bracket reads the `<address>` at the current place, and takes the words held
// that are no addresses as its name.
func (s *splitter) bracket() {
	content, end := bracketedAt(s.text, s.pos)
	first := len(s.words)
	repeated := first > 0 && isRepeat(s.words[first-1], content)
	if repeated {
		first--
	}
	for !repeated && first > 0 && !likeAddress(s.words[first-1].text) {
		first--
	}
	s.flush(first)
	start := s.pos
	if len(s.words) > 0 {
		start = s.words[0].start
	}
	name := ""
	if !repeated {
		name = s.name()
	}
	s.emit(start, end, name, content)
	s.words = s.words[:0]
	s.pos = end
}

// name returns the words held as the name of a person.
func (s *splitter) name() string {
	if len(s.words) == 1 && s.words[0].quoted {
		return firstLast(unquoted(clean(s.words[0].text)))
	}
	var parts []string
	for _, w := range s.words {
		parts = append(parts, s.text[w.start:w.end])
	}
	return unquoted(clean(strings.Join(parts, " ")))
}

// flush yields the first n words held, each as an entry of its own. It keeps
// together what phone tells.
func (s *splitter) flush(n int) {
	for i := 0; i < n; {
		next := i + 1
		w := s.words[i]
		if !w.quoted && strings.HasPrefix(w.text, "(") {
			next = i + phone(s.words[i:])
		}
		address := w.text
		if next > i+1 {
			address = s.text[w.start:s.words[next-1].end]
		}
		s.emit(w.start, s.words[next-1].end, "", address)
		i = next
		n = max(n, next)
	}
	s.words = append(s.words[:0], s.words[n:]...)
}

// emit yields an entry; none where nothing visible is left of it.
func (s *splitter) emit(start, end int, name, address string) {
	raw := s.text[start:end]
	address = withoutScheme(unquoted(clean(address)))
	if s.stopped || address == "" && !strings.Contains(raw, "<") {
		return
	}
	entry := Entry{Index: s.count, Raw: raw, Name: name, Address: address}
	s.count++
	s.stopped = !s.yield(entry)
}
