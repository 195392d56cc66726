package deliver

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"usher/invite"
)

func codes(errs invite.Errors) []string {
	var all []string
	for _, e := range errs {
		all = append(all, e.Field+" "+string(e.Code))
	}
	return all
}

func TestCheckTextsRefuses(t *testing.T) {
	for name, test := range map[string]struct {
		texts Texts
		want  []string
	}{
		"header injection":        {Texts{Subject: "Hi\r\nBcc: x"}, []string{"texts.subject CONTROL_CHARACTERS"}},
		"lone line feed":          {Texts{Subject: "Hi\nthere"}, []string{"texts.subject CONTROL_CHARACTERS"}},
		"line break in button":    {Texts{Button: "Go\non"}, []string{"texts.button CONTROL_CHARACTERS"}},
		"lone carriage return":    {Texts{Body: "a\rb"}, []string{"texts.body CONTROL_CHARACTERS"}},
		"NUL":                     {Texts{Body: "a\x00b"}, []string{"texts.body CONTROL_CHARACTERS"}},
		"C1 control":              {Texts{Body: "a\u0085b"}, []string{"texts.body CONTROL_CHARACTERS"}},
		"line separator":          {Texts{Subject: "a\u2028b"}, []string{"texts.subject CONTROL_CHARACTERS"}},
		"direction override":      {Texts{Body: "a\u202Eb"}, []string{"texts.body CONTROL_CHARACTERS"}},
		"not UTF-8":               {Texts{Subject: "a\xffb"}, []string{"texts.subject CONTROL_CHARACTERS"}},
		"tag":                     {Texts{Body: "<b>hi</b>"}, []string{"texts.body MARKUP_NOT_ALLOWED"}},
		"closing tag":             {Texts{Subject: "hi</b"}, []string{"texts.subject MARKUP_NOT_ALLOWED"}},
		"comment":                 {Texts{Body: "<!-- x"}, []string{"texts.body MARKUP_NOT_ALLOWED"}},
		"character reference":     {Texts{Body: "&lt;script&gt;"}, []string{"texts.body MARKUP_NOT_ALLOWED"}},
		"numeric reference":       {Texts{Body: "&#x3c;"}, []string{"texts.body MARKUP_NOT_ALLOWED"}},
		"encoded word":            {Texts{Subject: "=?utf-8?Q?x=0D=0A?="}, []string{"texts.subject MARKUP_NOT_ALLOWED"}},
		"link":                    {Texts{Body: "see https://evil.example"}, []string{"texts.body FOREIGN_LINK"}},
		"link in capitals":        {Texts{Subject: "HTTPS://EVIL"}, []string{"texts.subject FOREIGN_LINK"}},
		"bare domain":             {Texts{Body: "visit evil.com today"}, []string{"texts.body FOREIGN_LINK"}},
		"bare domain with path":   {Texts{Button: "evil.co.uk/x"}, []string{"texts.button FOREIGN_LINK"}},
		"private suffix":          {Texts{Body: "evil.github.io"}, []string{"texts.body FOREIGN_LINK"}},
		"email address":           {Texts{Body: "ask me@evil.org"}, []string{"texts.body FOREIGN_LINK"}},
		"local email address":     {Texts{Body: "ask me@office.local"}, []string{"texts.body FOREIGN_LINK"}},
		"international domain":    {Texts{Body: "müller.рф"}, []string{"texts.body FOREIGN_LINK"}},
		"ideographic full stop":   {Texts{Body: "evil\u3002com"}, []string{"texts.body FOREIGN_LINK"}},
		"full-width letters":      {Texts{Body: "ｅｖｉｌ．ｃｏｍ"}, []string{"texts.body FOREIGN_LINK"}},
		"zero-width space inside": {Texts{Body: "ht\u200Btps://evil"}, []string{"texts.body FOREIGN_LINK"}},
		"IPv4 address":            {Texts{Body: "10.0.0.1/x"}, []string{"texts.body FOREIGN_LINK"}},
		"domain by placeholder":   {Texts{Body: "{{name}}.com"}, []string{"texts.body FOREIGN_LINK"}},
		"unknown placeholder":     {Texts{Subject: "Hi {{code}}"}, []string{"texts.subject UNKNOWN_PLACEHOLDER"}},
		"template action":         {Texts{Body: "{{.Link}}"}, []string{"texts.body UNKNOWN_PLACEHOLDER"}},
		"unclosed placeholder":    {Texts{Body: "{{name"}, []string{"texts.body UNKNOWN_PLACEHOLDER"}},
		"stray end":               {Texts{Body: "name}}"}, []string{"texts.body UNKNOWN_PLACEHOLDER"}},
		"long subject":            {Texts{Subject: strings.Repeat("é", MaxSubject+1)}, []string{"texts.subject TOO_LONG"}},
		"long body":               {Texts{Body: strings.Repeat("é", MaxBody+1)}, []string{"texts.body TOO_LONG"}},
		"long button":             {Texts{Button: strings.Repeat("é", MaxButton+1)}, []string{"texts.button TOO_LONG"}},
		"everything at once": {
			Texts{Subject: "a\nb <b> x.com {{no}}", Button: "{{no}}"},
			[]string{
				"texts.subject CONTROL_CHARACTERS", "texts.subject MARKUP_NOT_ALLOWED",
				"texts.subject FOREIGN_LINK", "texts.subject UNKNOWN_PLACEHOLDER", "texts.button UNKNOWN_PLACEHOLDER",
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, codes(CheckTexts("texts", test.texts))); diff != "" {
				t.Errorf("refusals (-want +got):\n%s", diff)
			}
		})
	}
}

func TestCheckTextsAccepts(t *testing.T) {
	for name, texts := range map[string]Texts{
		"nothing":                 {},
		"default invitation":      DefaultTexts("en", invite.PurposeInvite),
		"default reminder":        DefaultTexts("en", invite.PurposeReminder),
		"paragraphs and tabs":     {Body: "Hi {{name}},\r\n\r\n\tone\n\ntwo"},
		"spaces in placeholder":   {Subject: "{{ organization }}"},
		"adjacent braces":         {Subject: "{{{name}}}"},
		"less than and a heart":   {Body: "5 < 6 and <3"},
		"ampersand":               {Body: "Tom & Jerry; AT&T; R&D"},
		"missing space":           {Body: "Hello.Welcome to the club.Bye"},
		"abbreviations":           {Body: "e.g. at 5 p.m. for 3.50 or 1.5.2026"},
		"joiners and marks":       {Body: "می‌خواهم \u200Fשלום\u200E नमस्ते 👨‍👩‍👧"},
		"limits in characters":    {Subject: strings.Repeat("é", MaxSubject), Button: strings.Repeat("界", MaxButton)},
		"question after equals":   {Subject: "1+1= ?"},
		"a url is more than this": {Body: "and/or: this // that"},
	} {
		t.Run(name, func(t *testing.T) {
			if errs := CheckTexts("", texts); len(errs) > 0 {
				t.Errorf("refused: %v", codes(errs))
			}
		})
	}
}

func TestCheckTextsNamesFieldWithoutPath(t *testing.T) {
	errs := CheckTexts("", Texts{Button: "<b>"})
	if diff := cmp.Diff([]string{"button MARKUP_NOT_ALLOWED"}, codes(errs)); diff != "" {
		t.Error(diff)
	}
}
