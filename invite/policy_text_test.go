package invite

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTextsCheckRefuses(t *testing.T) {
	for name, tc := range map[string]struct {
		change func(*Texts)
		want   string
	}{
		"blank":                   {func(x *Texts) { x.Subject = " \t" }, "REQUIRED input.subject"},
		"empty":                   {func(x *Texts) { x.Subject = "" }, "REQUIRED input.subject"},
		"long subject":            {func(x *Texts) { x.Subject = strings.Repeat("é", 151) }, "TOO_LONG input.subject"},
		"long body":               {func(x *Texts) { x.Body = strings.Repeat("é", 5001) }, "TOO_LONG input.body"},
		"long button":             {func(x *Texts) { x.Button = strings.Repeat("é", 41) }, "TOO_LONG input.button"},
		"header injection":        {func(x *Texts) { x.Subject = "Hi\r\nBcc: everyone" }, "CONTROL_CHARACTERS input.subject"},
		"lone line feed":          {func(x *Texts) { x.Subject = "Hi\nthere" }, "CONTROL_CHARACTERS input.subject"},
		"line break in button":    {func(x *Texts) { x.Button = "Go\non" }, "CONTROL_CHARACTERS input.button"},
		"line separator":          {func(x *Texts) { x.Subject = "Hi\u2028there" }, "CONTROL_CHARACTERS input.subject"},
		"lone carriage return":    {func(x *Texts) { x.Body = "a\rb" }, "CONTROL_CHARACTERS input.body"},
		"NUL":                     {func(x *Texts) { x.Body = "a\x00b" }, "CONTROL_CHARACTERS input.body"},
		"C1 control":              {func(x *Texts) { x.Body = "a\u0085b" }, "CONTROL_CHARACTERS input.body"},
		"direction override":      {func(x *Texts) { x.Body = "a\u202eb" }, "CONTROL_CHARACTERS input.body"},
		"not UTF-8":               {func(x *Texts) { x.Subject = "a\xffb" }, "CONTROL_CHARACTERS input.subject"},
		"tag":                     {func(x *Texts) { x.Body = "<b>Hi</b>" }, "MARKUP_NOT_ALLOWED input.body"},
		"closing tag":             {func(x *Texts) { x.Subject = "hi</b" }, "MARKUP_NOT_ALLOWED input.subject"},
		"comment":                 {func(x *Texts) { x.Body = "Hi <!-- -->" }, "MARKUP_NOT_ALLOWED input.body"},
		"character reference":     {func(x *Texts) { x.Body = "&lt;script&gt;" }, "MARKUP_NOT_ALLOWED input.body"},
		"numeric reference":       {func(x *Texts) { x.Body = "&#x3c;" }, "MARKUP_NOT_ALLOWED input.body"},
		"encoded word":            {func(x *Texts) { x.Subject = "=?utf-8?Q?x=0D=0A?=" }, "MARKUP_NOT_ALLOWED input.subject"},
		"link":                    {func(x *Texts) { x.Body = "See https://evil.example/x" }, "FOREIGN_LINK input.body"},
		"link in capitals":        {func(x *Texts) { x.Body = "See HTTP://x" }, "FOREIGN_LINK input.body"},
		"www":                     {func(x *Texts) { x.Body = "See www.evil" }, "FOREIGN_LINK input.body"},
		"bare domain":             {func(x *Texts) { x.Body = "Go to evil.com now" }, "FOREIGN_LINK input.body"},
		"domain ends a sentence":  {func(x *Texts) { x.Body = "Go to evil.com." }, "FOREIGN_LINK input.body"},
		"international label":     {func(x *Texts) { x.Body = "Go to é.com" }, "FOREIGN_LINK input.body"},
		"international domain":    {func(x *Texts) { x.Body = "müller.рф" }, "FOREIGN_LINK input.body"},
		"domain with path":        {func(x *Texts) { x.Body = "Go to evil.berlin/join" }, "FOREIGN_LINK input.body"},
		"script":                  {func(x *Texts) { x.Body = "javascript:alert(1)" }, "FOREIGN_LINK input.body"},
		"email address":           {func(x *Texts) { x.Body = "Ask pay@evil.example" }, "FOREIGN_LINK input.body"},
		"ideographic full stop":   {func(x *Texts) { x.Body = "evil\u3002com" }, "FOREIGN_LINK input.body"},
		"full-width letters":      {func(x *Texts) { x.Body = "ｅｖｉｌ．ｃｏｍ" }, "FOREIGN_LINK input.body"},
		"zero-width space inside": {func(x *Texts) { x.Body = "ht\u200btps://evil" }, "FOREIGN_LINK input.body"},
		"IPv4 address":            {func(x *Texts) { x.Body = "at 10.0.0.1" }, "FOREIGN_LINK input.body"},
		"IPv4 ends a sentence":    {func(x *Texts) { x.Body = "at 10.0.0.1." }, "FOREIGN_LINK input.body"},
		"domain by placeholder":   {func(x *Texts) { x.Body = "{{name}}.com" }, "FOREIGN_LINK input.body"},
		"unknown placeholder":     {func(x *Texts) { x.Button = "{{link}}" }, "UNKNOWN_PLACEHOLDER input.button"},
		"template action":         {func(x *Texts) { x.Body = "{{.Link}}" }, "UNKNOWN_PLACEHOLDER input.body"},
		"unclosed placeholder":    {func(x *Texts) { x.Button = "Hi {{name" }, "UNKNOWN_PLACEHOLDER input.button"},
		"stray end":               {func(x *Texts) { x.Body = "name}}" }, "UNKNOWN_PLACEHOLDER input.body"},
		"nested placeholder":      {func(x *Texts) { x.Button = "{{{{name}}}}" }, "UNKNOWN_PLACEHOLDER input.button"},
	} {
		t.Run(name, func(t *testing.T) {
			texts := Texts{"Hi {{name}}", "Welcome.", "Join {{organization}}"}
			tc.change(&texts)
			if diff := cmp.Diff([]string{tc.want}, codesAndFields(texts.Check("input."))); diff != "" {
				t.Errorf("refusals (-want +got):\n%s", diff)
			}
		})
	}
}

func TestTextsCheckAccepts(t *testing.T) {
	for name, body := range map[string]string{
		"ordinary words":        "Line one.\r\n\r\nLine two: 9.30 a.m., e.g. at Mr.Smith's; I <3 it, 2 < 3. Questions? Call +1 555 0100.",
		"paragraphs and tabs":   "Hi {{name}},\r\n\r\n\tone\n\ntwo",
		"spaces in placeholder": "{{ organization }}",
		"adjacent braces":       "{{{name}}}",
		"ampersand":             "Tom & Jerry; AT&T; R&D",
		"missing space":         "Hello.Welcome to the gym.Bye. Привет.Добро пожаловать",
		"dates and prices":      "3.50 or 1.5.2026, 1.2.3.4.5",
		"joiners and marks":     "می\u200cخواهم \u200fשלום\u200e नमस्ते 👨\u200d👩\u200d👧",
		"question after equals": "1+1= ?",
		"slashes":               "and/or: this // that",
		"limit in characters":   strings.Repeat("界", MaxBodyLength),
	} {
		t.Run(name, func(t *testing.T) {
			texts := Texts{strings.Repeat("é", MaxSubjectLength), body, strings.Repeat("界", MaxButtonLength)}
			if errs := texts.Check("input."); len(errs) > 0 {
				t.Errorf("refused: %v", errs)
			}
		})
	}
}

func TestTextsFill(t *testing.T) {
	texts := Texts{"Join {{organization}}", "Hi {{ name }}, {{name}}!", "Go"}
	if got, want := texts.Fill("{{organization}}", "Gym & Co"), (Texts{"Join Gym & Co", "Hi {{organization}}, {{organization}}!", "Go"}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := texts.Fill("", "Gym").Body; got != "Hi there, there!" {
		t.Errorf("without a name: %q", got)
	}
}

func TestFillPartsTellsValuesFromWords(t *testing.T) {
	want := []Part{{"Hi ", false}, {"Sam", true}, {" of ", false}, {"Gym", true}}
	if diff := cmp.Diff(want, FillParts("Hi {{name}} of {{organization}}", "Sam", "Gym")); diff != "" {
		t.Errorf("parts (-want +got):\n%s", diff)
	}
}
