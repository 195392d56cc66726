package address

import (
	"strings"
	"unicode"

	"usher/invite"
)

// Classify tells what raw is meant as: SMS for what consists of digits and the
// signs between them, EMAIL for everything else.
func Classify(raw string) invite.Channel {
	raw = visible(raw)
	if strings.ContainsFunc(raw, unicode.IsDigit) && !strings.ContainsFunc(raw, func(r rune) bool { return !inPhone(r) }) {
		return invite.SMS
	}
	return invite.Email
}

// Outcome is what was found about one entry of a paste.
type Outcome struct {
	Entry       invite.Entry
	Channel     invite.Channel // what the entry is meant as
	Email       Email          // zero unless the entry is a good email address
	Phone       Phone          // empty unless the entry is a good phone number
	Problem     *Problem       // nil for a good entry
	DuplicateOf *int           // index of the first entry for the same person; nil for the first, and for bad ones
}

// Judge judges entries, in their order. region is for phone numbers without a
// country, see ParsePhone.
//
// Two entries are for the same person when they have the same email address,
// or the same phone number and no different names: families share a phone.
func Judge(entries []invite.Entry, region string) []Outcome {
	outcomes := make([]Outcome, len(entries))
	first := map[string]int{} // index of an outcome by key of the person
	for i, entry := range entries {
		o := Outcome{Entry: entry, Channel: Classify(entry.Address)}
		var keys []string
		if o.Channel == invite.SMS {
			o.Phone, o.Problem = ParsePhone(entry.Address, region)
			keys = phoneKeys(o.Phone, entry.Name)
		} else {
			o.Email, o.Problem = ParseEmail(entry.Address)
			keys = []string{o.Email.Lower}
		}
		if o.Problem == nil {
			if before, met := first[keys[0]]; met {
				o.DuplicateOf = &outcomes[before].Entry.Index
			} else {
				for _, key := range keys {
					if _, met := first[key]; !met {
						first[key] = i
					}
				}
			}
		}
		outcomes[i] = o
	}
	return outcomes
}

// phoneKeys returns under what a phone number with a name is looked up (the
// first key) and remembered (all keys): a nameless repetition meets anybody.
func phoneKeys(phone Phone, name string) []string {
	nameless := string(phone)
	if name == "" {
		return []string{nameless}
	}
	return []string{nameless + " " + strings.ToLower(name), nameless}
}
