package auth

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/trustelem/zxcvbn/frequency"

	"usher/invite"
)

// minNameLetters is the shortest word of a name that a password may not
// contain: shorter ones stand in too many words by chance.
const minNameLetters = 4

// CheckPassword judges a new password. contextWords are what others could
// guess it from: the person's name, email address and organization's name.
// field is the input field to blame. The result has one PASSWORD_TOO_WEAK for
// each unmet part of rule, PASSWORD_BREACHED for a well-known password or a
// thin disguise of one, and PASSWORD_LIKE_NAME if it contains a word of
// contextWords of 4 or more letters; TOO_LONG alone if it has more than
// MaxPasswordBytes; nothing for a good password. No message quotes it.
func CheckPassword(rule invite.PasswordRule, field, password string, contextWords []string) invite.Errors {
	if len(password) > MaxPasswordBytes {
		return invite.Errors{invite.Errorf(invite.TooLong, field, "a password has at most %d bytes", MaxPasswordBytes)}
	}
	password = canonical(password)
	var refused invite.Errors
	for _, part := range rule.Missing(password) {
		weak := invite.Errorf(invite.PasswordTooWeak, field, "the password needs %s", rule.Words(part))
		refused = append(refused, weak.With("part", string(part)).With("length", strconv.Itoa(rule.MinLength)))
	}
	if wellKnown(password) {
		refused = append(refused, invite.Errorf(invite.PasswordBreached, field,
			"this password, or the word it is built on, is on lists of stolen passwords; choose another"))
	}
	if likeName(password, contextWords) {
		refused = append(refused, invite.Errorf(invite.PasswordLikeName, field,
			"the password contains your name, your email address or your organization's name; choose another"))
	}
	return refused
}

// wellKnown reports whether password is one of the 30,000 most used passwords
// of known breaches (NIST SP 800-63B, section 5.1.1.2), or one of them in the
// disguise that composition rules invite: capitals, digits and symbols around
// it, or look-alikes within, as in "P@ssw0rd1!". What is wrapped around a word
// counts as disguise while the word is at least half of the whole.
func wellKnown(password string) bool {
	known := frequency.FrequencyLists["passwords"]
	lower := strings.ToLower(password)
	symbol := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	noLetter := func(r rune) bool { return !unicode.IsLetter(r) }
	for _, text := range []string{
		lower,
		strings.TrimFunc(lower, symbol),        // "abc123!"
		strings.TrimFunc(lower, noLetter),      // "!password1"
		strings.TrimRightFunc(lower, noLetter), // "$ecret99"
	} {
		if 2*utf8.RuneCountInString(text) < utf8.RuneCountInString(lower) {
			continue
		}
		if slices.Contains(known, text) || slices.Contains(known, plain(text)) {
			return true
		}
	}
	return false
}

// plain writes letters for the digits and symbols that pass for them.
func plain(text string) string {
	return lookAlikes.Replace(text)
}

// lookAlikes is never changed.
var lookAlikes = strings.NewReplacer(
	"@", "a", "4", "a", "8", "b", "3", "e", "6", "g", "9", "g", "1", "i", "!", "i", "|", "l",
	"0", "o", "$", "s", "5", "s", "7", "t", "+", "t", "2", "z",
)

// likeName reports whether password contains a word of one of words, a word
// being a run of letters; of an email address, only what stands before the
// "@" counts.
func likeName(password string, words []string) bool {
	lower := strings.ToLower(password)
	disguised := plain(lower)
	for _, text := range words {
		local, _, _ := strings.Cut(canonical(text), "@")
		for _, word := range strings.FieldsFunc(strings.ToLower(local), func(r rune) bool { return !unicode.IsLetter(r) }) {
			if utf8.RuneCountInString(word) < minNameLetters {
				continue
			}
			if strings.Contains(lower, word) || strings.Contains(disguised, word) {
				return true
			}
		}
	}
	return false
}
