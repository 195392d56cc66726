package auth

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"usher/invite"
)

func TestCheckPassword(t *testing.T) {
	anna := []string{"Anna Müller-Lüdenscheidt", "a.kowalski82@example.com", "Iron Temple Gym"}
	const weak, breached, likeName = invite.PasswordTooWeak, invite.PasswordBreached, invite.PasswordLikeName
	tests := []struct {
		name, password string
		want           []invite.Code
	}{
		{"good", "Tall7-Otter", nil},
		{"good and short", "kR7!vq", nil},
		{"good, in another script", "Пароли-9-вверх", nil},
		{"good, as long as can be", strings.Repeat("Tall7-Ot", MaxPasswordBytes/8), nil},
		{"too long", strings.Repeat("Tall7-Ot", MaxPasswordBytes/8) + "t", []invite.Code{invite.TooLong}},
		{"empty", "", []invite.Code{weak, weak, weak, weak, weak}},
		{"one part unmet", "tall7-otter", []invite.Code{weak}},
		{"well known", "123456", []invite.Code{weak, weak, weak, breached}},
		{"well known in capitals", "SUNSHINE", []invite.Code{weak, weak, weak, breached}},
		{"digit and symbol after it", "Password1!", []invite.Code{breached}},
		{"digits and symbols around it", "!1Welcome1!", []invite.Code{breached}},
		{"a year after it", "Summer2026!", []invite.Code{breached}},
		{"look-alikes within", "P@ssw0rd1!", []invite.Code{breached}},
		{"a look-alike in front", "$Ecret99", []invite.Code{breached}},
		{"a well-known one with digits of its own", "Abc123!", []invite.Code{breached}},
		{"a well-known word in longer company", "Welcome-9-Badgers", nil},
		{"a short word and much besides", "Blue73918456!@", nil},
		{"first name", "xAnna-77", []invite.Code{likeName}},
		{"first name in capitals", "x.ANNA.7y", []invite.Code{likeName}},
		{"first name with a look-alike", "x4nnaQ-7", []invite.Code{likeName}},
		{"last name", "7-Kmüller-Q", []invite.Code{likeName}},
		{"last name, with a combining diaeresis", "7-Kmu\u0308ller-Q", []invite.Code{likeName}},
		{"local part of the email", "Zkowalski-77", []invite.Code{likeName}},
		{"domain of the email", "Zexample-77", nil},
		{"organization", "My-temple-7x", []invite.Code{likeName}},
		{"a short word of the organization", "Mygymq-7x", nil},
		{"all at once", "anna1", []invite.Code{weak, weak, weak, breached, likeName}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := CheckPassword(invite.PasswordFloor(), "input.password", tt.password, anna)
			var codes []invite.Code
			for _, e := range got {
				codes = append(codes, e.Code)
				if e.Field != "input.password" {
					t.Errorf("%s blames field %q", e.Code, e.Field)
				}
				wantNoSecret(t, e.Message, tt.password)
			}
			if diff := cmp.Diff(tt.want, codes); diff != "" {
				t.Errorf("codes for %q (-want +got):\n%s", tt.password, diff)
			}
			if (got.Or() == nil) != (len(tt.want) == 0) {
				t.Errorf("Or() = %v", got.Or())
			}
		})
	}
}

func TestCheckPasswordNamesEachUnmetPart(t *testing.T) {
	var got []string
	for _, e := range CheckPassword(invite.PasswordFloor(), "f", "ponies", nil) {
		got = append(got, e.Message)
	}
	want := []string{
		"the password needs an upper-case letter",
		"the password needs a digit",
		"the password needs a character that is neither a letter nor a digit",
	}
	if diff := cmp.Diff(want, got[:min(len(got), len(want))]); diff != "" {
		t.Errorf("messages (-want +got):\n%s", diff)
	}
}

func TestCheckPasswordFollowsTheGivenRule(t *testing.T) {
	strict := invite.PasswordFloor()
	strict.MinLength = 12
	if got := CheckPassword(strict, "f", "Tall7-Otter", nil); len(got) != 1 || got[0].Code != invite.PasswordTooWeak {
		t.Errorf("11 characters under a rule of 12: %v", got)
	}
	if got := CheckPassword(strict, "f", "Tall7-Otters", nil); got.Or() != nil {
		t.Errorf("12 characters under a rule of 12: %v", got)
	}
}

func TestCheckPasswordWithoutNames(t *testing.T) {
	for _, words := range [][]string{nil, {""}, {"", "@", "@example.com", "Bo", "123456"}} {
		if got := CheckPassword(invite.PasswordFloor(), "f", "Tall7-Otter", words); got.Or() != nil {
			t.Errorf("with words %q: %v", words, got)
		}
	}
}

func BenchmarkCheckPassword(b *testing.B) {
	words := []string{"Anna Müller", "anna@example.com", "Iron Temple Gym"}
	longest := strings.Repeat("Tall7-Ot", MaxPasswordBytes/8)
	for b.Loop() {
		_ = CheckPassword(invite.PasswordFloor(), "f", longest, words)
	}
}
