package invite

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTextsCheck(t *testing.T) {
	good := Texts{"Hi {{name}}", "Line one.\r\n\r\nLine two: 9.30 a.m., e.g. at Mr.Smith's; I <3 it, 2 < 3. Questions? Call +1 555 0100.", "Join {{organization}}"}
	if errs := good.Check("input."); len(errs) > 0 {
		t.Errorf("refused: %v", errs)
	}
	for _, tc := range []struct {
		change func(*Texts)
		want   string
	}{
		{func(x *Texts) { x.Subject = " \t" }, "REQUIRED input.subject"},
		{func(x *Texts) { x.Subject = "" }, "REQUIRED input.subject"},
		{func(x *Texts) { x.Subject = strings.Repeat("é", 151) }, "TOO_LONG input.subject"},
		{func(x *Texts) { x.Subject = "Hi\nBcc: everyone" }, "CONTROL_CHARACTERS input.subject"},
		{func(x *Texts) { x.Subject = "Hi\u2028there" }, "CONTROL_CHARACTERS input.subject"},
		{func(x *Texts) { x.Body = "a\x00b" }, "CONTROL_CHARACTERS input.body"},
		{func(x *Texts) { x.Body = strings.Repeat("x", 5001) }, "TOO_LONG input.body"},
		{func(x *Texts) { x.Body = "<b>Hi</b>" }, "MARKUP_NOT_ALLOWED input.body"},
		{func(x *Texts) { x.Body = "Hi <!-- -->" }, "MARKUP_NOT_ALLOWED input.body"},
		{func(x *Texts) { x.Body = "See https://evil.example/x" }, "FOREIGN_LINK input.body"},
		{func(x *Texts) { x.Body = "See HTTP://x" }, "FOREIGN_LINK input.body"},
		{func(x *Texts) { x.Body = "See www.evil" }, "FOREIGN_LINK input.body"},
		{func(x *Texts) { x.Body = "Go to evil.com now" }, "FOREIGN_LINK input.body"},
		{func(x *Texts) { x.Body = "Go to é.com" }, "FOREIGN_LINK input.body"},
		{func(x *Texts) { x.Body = "Go to evil.berlin/join" }, "FOREIGN_LINK input.body"},
		{func(x *Texts) { x.Body = "javascript:alert(1)" }, "FOREIGN_LINK input.body"},
		{func(x *Texts) { x.Body = "Ask pay@evil.example" }, "FOREIGN_LINK input.body"},
		{func(x *Texts) { x.Button = "{{link}}" }, "UNKNOWN_PLACEHOLDER input.button"},
		{func(x *Texts) { x.Button = "Hi {{name" }, "UNKNOWN_PLACEHOLDER input.button"},
		{func(x *Texts) { x.Button = "{{{{name}}}}" }, "UNKNOWN_PLACEHOLDER input.button"},
	} {
		texts := good
		tc.change(&texts)
		if diff := cmp.Diff([]string{tc.want}, codesAndFields(texts.Check("input."))); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", texts, diff)
		}
	}
}

func TestTextsFill(t *testing.T) {
	texts := Texts{"Join {{organization}}", "Hi {{name}}, {{name}}!", "Go"}
	if got, want := texts.Fill("{{organization}}", "Gym & Co"), (Texts{"Join Gym & Co", "Hi {{organization}}, {{organization}}!", "Go"}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := texts.Fill("", "Gym").Body; got != "Hi there, there!" {
		t.Errorf("without a name: %q", got)
	}
}
