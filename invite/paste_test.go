package invite

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/google/go-cmp/cmp"
)

// split returns the entries as "address" or "name|address", which reads well.
func split(text string) []string {
	var got []string
	for _, e := range SplitPaste(text) {
		if e.Name != "" {
			got = append(got, e.Name+"|"+e.Address)
		} else {
			got = append(got, e.Address)
		}
	}
	return got
}

func TestSplitPaste(t *testing.T) {
	for name, tc := range map[string]struct {
		text string
		want []string
	}{
		"nothing":                {"", nil},
		"separators only":        {" ,;\t\r\n ,, \u00a0\ufeff", nil},
		"all separators":         {"a@b.c,d@e.f;g@h.i\tj@k.l\nm@n.o\r\np@q.r s@t.u", []string{"a@b.c", "d@e.f", "g@h.i", "j@k.l", "m@n.o", "p@q.r", "s@t.u"}},
		"other scripts' commas":  {"a@b.c，d@e.f、g@h.i；j@k.l،m@n.o؛p@q.r", []string{"a@b.c", "d@e.f", "g@h.i", "j@k.l", "m@n.o", "p@q.r"}},
		"no space after a comma": {"a@b.c,,;d@e.f", []string{"a@b.c", "d@e.f"}},

		"space always separates":  {"two words@example.com", []string{"two", "words@example.com"}},
		"space in the domain":     {"ok@exam ple.com", []string{"ok@exam", "ple.com"}},
		"a name without brackets": {"Ann Lee ann@example.com", []string{"Ann", "Lee", "ann@example.com"}},

		"name and address":             {"Søren Okafor <S@EXAMPLE.COM>", []string{"Søren Okafor|S@EXAMPLE.COM"}},
		"address alone":                {"<a@b.c>", []string{"a@b.c"}},
		"spaces in brackets":           {"Ann < a@b.c >", []string{"Ann|a@b.c"}},
		"brackets keep a bad address":  {"Ann <ok@exam ple.com>", []string{"Ann|ok@exam ple.com"}},
		"glued":                        {"Ann<a@b.c>Bob<d@e.f>", []string{"Ann|a@b.c", "Bob|d@e.f"}},
		"name after an address":        {"x@y.z Ann Lee <a@b.c> d@e.f", []string{"x@y.z", "Ann Lee|a@b.c", "d@e.f"}},
		"name after a phone":           {"+15551234567 Ann <a@b.c>", []string{"+15551234567", "Ann|a@b.c"}},
		"names end at separators":      {"Smith, Ann <a@b.c>", []string{"Smith", "Ann|a@b.c"}},
		"tab between":                  {"x@y.z\tAnn Lee <a@b.c>", []string{"x@y.z", "Ann Lee|a@b.c"}},
		"empty brackets":               {"Ann <>, a@b.c", []string{"Ann|", "a@b.c"}},
		"phone in brackets":            {"Ann <+1 555 123 4567>", []string{"Ann|+1 555 123 4567"}},
		"address as its own name":      {"a@b.c <A@B.C>; d@e.f<mailto:d@e.f>", []string{"A@B.C", "d@e.f"}},
		"quoted address as name":       {`"old@x.y" <a@b.c>`, []string{"a@b.c"}},
		"the name's digits are a name": {"Ann 3rd <a@b.c>, Room 12 <d@e.f>", []string{"Ann 3rd|a@b.c", "Room 12|d@e.f"}},

		"last, first":                  {`"Petrov, Ivan" <i@p.q>`, []string{"Ivan Petrov|i@p.q"}},
		"last, two first":              {`"García,  José  María" <i@p.q>`, []string{"José María García|i@p.q"}},
		"a generation is no name":      {`"Ann Lee, Jr." <i@p.q>`, []string{"Ann Lee, Jr.|i@p.q"}},
		"three parts stay":             {`"Lee, Ann, MD" <i@p.q>`, []string{"Lee, Ann, MD|i@p.q"}},
		"quoted, no comma":             {`"Ann Lee" <i@p.q>`, []string{"Ann Lee|i@p.q"}},
		"nickname":                     {`Robert "Bob" Lee <i@p.q>`, []string{`Robert "Bob" Lee|i@p.q`}},
		"escaped quotes":               {`"Robert \"Bob\" Lee" <i@p.q>`, []string{`Robert "Bob" Lee|i@p.q`}},
		"doubled quotes":               {`"Robert ""Bob"" Lee" <i@p.q>`, []string{`Robert "Bob" Lee|i@p.q`}},
		"doubled quotes at once":       {`"""Bob"" Lee" <i@p.q>`, []string{`"Bob" Lee|i@p.q`}},
		"curly quotes":                 {`“Petrov, Ivan” <i@p.q>, „Lee, Ann“ <a@l.m>`, []string{"Ivan Petrov|i@p.q", "Ann Lee|a@l.m"}},
		"single quotes":                {`'Ann Lee' <'a@b.c'>, 'd@e.f', ‘g@h.i’`, []string{"Ann Lee|a@b.c", "d@e.f", "g@h.i"}},
		"an apostrophe is no quote":    {`d'arcy.o'brien@b.c, o'd@e.f'`, []string{"d'arcy.o'brien@b.c", "o'd@e.f'"}},
		"quoted addresses, CSV":        {`"a@b.c","d@e.f";"g@h.i"`, []string{"a@b.c", "d@e.f", "g@h.i"}},
		"a quoted list is a list":      {`"a@b.c, d@e.f"`, []string{"a@b.c", "d@e.f"}},
		"a quoted name alone":          {`"Petrov, Ivan", a@b.c`, []string{"Petrov, Ivan", "a@b.c"}},
		"empty quotes":                 {`"" <a@b.c> ""`, []string{"a@b.c"}},
		"something glued to the quote": {`"Ann"x@y.z b@c.d`, []string{`Ann"x@y.z`, "b@c.d"}},

		"unclosed quote":               {`"Petrov, Ivan <i@p.q>, a@b.c`, []string{"Petrov", "Ivan|i@p.q", "a@b.c"}},
		"unclosed, then a closed one":  {`"x@y.z, a@b.c, "Lee, Ann" <d@e.f>`, []string{"x@y.z", "a@b.c", "Ann Lee|d@e.f"}},
		"quotes end with the line":     {"\"Lee\na@b.c\nd@e.f\"", []string{"Lee", "a@b.c", "d@e.f"}},
		"a name ends with the line":    {"\"Lee\nAnn\"", []string{"Lee", "Ann"}},
		"unclosed bracket":             {"Ann <a@b.c, d@e.f", []string{"Ann|a@b.c", "d@e.f"}},
		"unclosed bracket, space":      {"Ann <a@b.c d@e.f\nx@y.z", []string{"Ann|a@b.c", "d@e.f", "x@y.z"}},
		"unclosed, then a closed":      {"Ann <a@b.c Bob <d@e.f>", []string{"Ann|a@b.c", "Bob|d@e.f"}},
		"unclosed bracket at the end":  {"a@b.c <", []string{"a@b.c", ""}},
		"a stray closing bracket":      {"a@b.c> d@e.f", []string{"a@b.c", "d@e.f"}},
		"a stray quote at a word":      {`a@b.c" d@e.f`, []string{"a@b.c", "d@e.f"}},
		"a quote within a word stays":  {`jo"hn@b.c`, []string{`jo"hn@b.c`}},
		"an unclosed quote, far away":  {`"` + strings.Repeat("a@b.c, ", 200) + `"`, slices.Repeat([]string{"a@b.c"}, 200)},
		"a closing quote too far off":  {`"` + strings.Repeat("Ann, ", 200) + `"`, slices.Repeat([]string{"Ann"}, 200)},
		"a name of too many words":     {"a b c d e f g h i j k l m n o p q r <a@b.c>", []string{"a", "b", "c d e f g h i j k l m n o p q r|a@b.c"}},
		"an unclosed bracket, far off": {"<" + strings.Repeat("a@b.c ", 200) + ">", slices.Repeat([]string{"a@b.c"}, 200)},

		"NBSP":                 {"Ann\u00a0Lee\u202f<a@b.c>\u00a0d@e.f", []string{"Ann Lee|a@b.c", "d@e.f"}},
		"BOM":                  {"\ufeffa@b.c", []string{"a@b.c"}},
		"BOM before a quote":   {"\ufeff\"Lee, Ann\" <a@b.c>", []string{"Ann Lee|a@b.c"}},
		"zero width":           {"a\u200b@b\u2060.c\u00ad, \u202ad@e.f\u202c, Ann\u200e <\u2068g@h.i\u2069>", []string{"a@b.c", "d@e.f", "Ann|g@h.i"}},
		"joiners in a name":    {"نیما\u200cرضا <a@b.c>", []string{"نیما\u200cرضا|a@b.c"}},
		"other line breaks":    {"a@b.c\u2028d@e.f\u2029g@h.i\u0085j@k.l\vm@n.o\fp@q.r", []string{"a@b.c", "d@e.f", "g@h.i", "j@k.l", "m@n.o", "p@q.r"}},
		"control characters":   {"a\x00@b.c \x07", []string{"a\x00@b.c", "\x07"}},
		"not UTF-8":            {"a\xff@b.c, d@e.f", []string{"a\ufffd@b.c", "d@e.f"}},
		"mailto":               {"mailto:a@b.c, <MAILTO:d@e.f>, tel:+15551234567, mailto:", []string{"a@b.c", "d@e.f", "+15551234567", "mailto:"}},
		"a word is no address": {"hello", []string{"hello"}},

		"phones":                      {"+15551234567, 555-123-4567 (555)123-4567", []string{"+15551234567", "555-123-4567", "(555)123-4567"}},
		"phone with spaces":           {"555 123 4567", []string{"555", "123", "4567"}},
		"quoted phone":                {`"555 123 4567" "+44 20 7946 0958"`, []string{"555 123 4567", "+44 20 7946 0958"}},
		"area code":                   {"(555) 123-4567 a@b.c", []string{"(555) 123-4567", "a@b.c"}},
		"area code, more spaces":      {"(020) 7946 0958 (555) 123 4567 5551234567", []string{"(020) 7946 0958", "(555) 123 4567", "5551234567"}},
		"area code, other line":       {"(555)\n123-4567", []string{"(555)", "123-4567"}},
		"parentheses are no phone":    {"(work) 123", []string{"(work)", "123"}},
		"area code before a name":     {"(555) 123-4567 Ann <a@b.c>", []string{"(555) 123-4567", "Ann|a@b.c"}},
		"area code at the last held":  {strings.Repeat("w ", 15) + "(555) 123-4567", append(slices.Repeat([]string{"w"}, 15), "(555) 123-4567")},
		"area code at the first held": {"(555) 123-4567 " + strings.Repeat("w ", 20), append([]string{"(555) 123-4567"}, slices.Repeat([]string{"w"}, 20)...)},
	} {
		if diff := cmp.Diff(tc.want, split(tc.text)); diff != "" {
			t.Errorf("%s: %.80q (-want +got):\n%s", name, tc.text, diff)
		}
	}
}

func TestEntryKeepsWhatWasPasted(t *testing.T) {
	got := SplitPaste("x@y.z  \"Petrov, Ivan\" <i@p.q>;two  Ann\u00a0Lee < A@B.C >")
	want := []Entry{
		{0, "x@y.z", "", "x@y.z"},
		{1, `"Petrov, Ivan" <i@p.q>`, "Ivan Petrov", "i@p.q"},
		{2, "two  Ann\u00a0Lee < A@B.C >", "two Ann Lee", "A@B.C"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestPasteEntriesStopsWhenTold(t *testing.T) {
	n := 0
	for range PasteEntries(strings.Repeat("w ", 100) + "(555) 123-4567 Ann <a@b.c>") {
		if n++; n == 90 {
			break
		}
	}
	if n != 90 {
		t.Errorf("%d entries", n)
	}
}

// Text that makes a splitter look ahead again and again must not cost more
// than its length.
func TestSplitPasteIsLinear(t *testing.T) {
	const mega = 1 << 20
	for _, unit := range []string{
		`"`, `<`, `>`, `,`, " ", "a ", "a\t", `""`, `" `, `"a `, `"a" `, `a"`, `"a"" `, `""a `, `"a\" `, `"\`, `<a `, `<a> `, `<"`, `"<`, "(", "(1 ", "(1) 1 ",
		"a@b.c ", "a@b.c,", `“`, "\u200b", "\u00a0", "é", "\xff", `"a, b" <`, `Ann Lee `, "a <\n",
	} {
		text := strings.Repeat(unit, mega/len(unit))
		started := time.Now()
		for range PasteEntries(text) {
		}
		// A quadratic scan of 1 MB takes minutes; this one 10 to 130 ms.
		if took := time.Since(started); took > 2*time.Second {
			t.Errorf("1 MB of %q took %s", unit, took)
		}
	}
}

func FuzzSplitPaste(f *testing.F) {
	for _, file := range []string{"paste-200.txt", "paste-with-mistakes.txt"} {
		text, err := os.ReadFile("../examples/" + file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	for _, text := range []string{`"a, b" <c@d>`, `"\"" <`, "(555) 123-4567 <", "\ufeff'\xff’", `"" """a"" <<>>`, "mailto:tel:<mailto:>"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		rest := text
		for i, e := range SplitPaste(text) {
			if e.Index != i {
				t.Fatalf("entry %d has index %d", i, e.Index)
			}
			before, after, found := strings.Cut(rest, e.Raw)
			if !found || e.Raw == "" {
				t.Fatalf("entry %+v is not in the rest of the text", e)
			}
			if lost := strings.IndexFunc(before, telling); lost >= 0 {
				t.Fatalf("lost %q before entry %+v", before, e)
			}
			for _, part := range []string{e.Name, e.Address} {
				if part != clean(part) {
					t.Fatalf("entry %+v has stray blanks", e)
				}
			}
			rest = after
		}
		if strings.ContainsFunc(rest, telling) {
			t.Fatalf("lost %q at the end", rest)
		}
	})
}

// telling tells whether r could be part of an address or a name.
func telling(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '@' || r == '<'
}
