package app

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"usher/address"
	"usher/auth"
	"usher/invite"
	"usher/store"
)

// Limits of what one call reads.
const (
	MaxPasteBytes   = 256 << 10
	MaxJudgeEntries = 1000 // entries that validateContacts judges; creating takes fewer
)

// NewContact is one contact of a structured list.
type NewContact struct {
	Name  string
	Email string
	Phone string

	Address string // street and unit
}

// Entry is one pasted or listed person, judged.
type Entry struct {
	Index       int
	Raw         string
	Name        string
	Email       *string
	Phone       *string
	Address     string
	Problem     *address.Problem
	Suggestion  string
	DuplicateOf *int
	Existing    *invite.Contact

	refused *invite.Error // of a bad entry: its field and what to mend
}

// Validation is what judging a paste found.
type Validation struct {
	Entries            []Entry
	Good, Bad, Skipped int
	Limit              int // most entries that creating takes
}

// ValidateContacts judges pasted text entry by entry and writes nothing.
// Permission CREATE_CONTACTS. Refusals: REQUIRED, TOO_LONG, TOO_MANY.
func (a *App) ValidateContacts(ctx context.Context, organization *invite.ID, text string) (Validation, error) {
	actor, org, err := a.permitted(ctx, auth.CreateContacts, organization)
	if err != nil {
		return Validation{}, err
	}
	entries, err := readPaste("text", text, org, MaxJudgeEntries)
	if err != nil {
		return Validation{}, err
	}
	if err := meet(ctx, &a.DB.Reader, org, entries); err != nil {
		return Validation{}, err
	}
	v := Validation{Entries: entries, Limit: org.Policy().MaxBulkCreate}
	for n, e := range entries {
		switch {
		case e.refused != nil:
			v.Bad++
		case e.DuplicateOf != nil || e.Existing != nil:
			v.Skipped++
		default:
			v.Good++
		}
		if e.Existing != nil && !visibleTo(actor, *e.Existing) {
			v.Entries[n].Existing = nil
		}
	}
	return v, nil
}

// visibleTo tells whether the actor, staff of the contact's organization, may
// see it.
func visibleTo(actor auth.Actor, c invite.Contact) bool {
	return actor.Role != invite.Trainer || c.TrainerID != nil && *c.TrainerID == actor.Membership
}

// readPaste splits and judges pasted text of at most limit entries. field is
// the input field to blame.
func readPaste(field, text string, org invite.Organization, limit int) ([]Entry, error) {
	if len(text) > MaxPasteBytes {
		return nil, invite.Errorf(invite.TooLong, field, "The text is too long: at most %d KB. Nothing was created.", MaxPasteBytes>>10)
	}
	var parts []invite.Entry
	for part := range invite.PasteEntries(text) {
		if parts = append(parts, part); len(parts) > limit {
			return nil, tooMany(field, limit)
		}
	}
	if len(parts) == 0 {
		return nil, invite.Errorf(invite.Required, field, "Paste at least one email address or phone number.")
	}
	var entries []Entry
	for _, o := range address.Judge(parts, org.Region) {
		e := Entry{Index: o.Entry.Index, Raw: o.Entry.Raw, DuplicateOf: o.DuplicateOf, Problem: o.Problem, Suggestion: o.Email.Suggestion}
		switch {
		case o.Problem != nil:
		case o.Channel == invite.SMS:
			phone := string(o.Phone)
			e.Phone = &phone
		default:
			e.Email = &o.Email.Lower
		}
		e.judge(fmt.Sprintf("%s.%d", field, e.Index), o.Entry.Name)
		entries = append(entries, e)
	}
	return entries, nil
}

// judge cleans the name and keeps the first thing that is wrong with e.
func (e *Entry) judge(field, name string) {
	if e.Problem != nil {
		e.refused = invite.Errorf(invite.Invalid, field, "Entry %d (%s): %s", e.Index+1, short(e.Raw), e.Problem.Message)
		return
	}
	e.Name, e.refused = invite.CleanName(field, name)
}

// readList judges a structured list of at most limit contacts.
func readList(field string, list []NewContact, org invite.Organization, limit int) ([]Entry, error) {
	switch {
	case len(list) > limit:
		return nil, tooMany(field, limit)
	case len(list) == 0:
		return nil, invite.Errorf(invite.Required, field, "Give 1 to %d contacts.", limit)
	}
	seen := map[string]int{}
	entries := make([]Entry, len(list))
	for n, c := range list {
		e := &entries[n]
		*e = Entry{Index: n, Raw: strings.TrimSpace(c.Email + " " + c.Phone)}
		at := field + "." + strconv.Itoa(n)
		if c.Phone != "" {
			phone, problem := address.ParsePhone(c.Phone, org.Region)
			text := string(phone)
			e.Phone, e.Problem = &text, problem
			if problem != nil {
				at += ".phone"
			}
		}
		if c.Email != "" && e.Problem == nil {
			email, problem := address.ParseEmail(c.Email)
			e.Email, e.Problem, e.Suggestion = &email.Lower, problem, email.Suggestion
			if problem != nil {
				at += ".email"
			}
		}
		e.judge(at, c.Name)
		if e.refused == nil {
			e.Address, e.refused = invite.CleanAddress(at+".address", c.Address)
		}
		if c.Email == "" && c.Phone == "" && e.refused == nil {
			e.refused = invite.Errorf(invite.Required, at+".email", "Entry %d needs an email address or a phone number.", n+1)
		}
		if e.refused != nil {
			continue
		}
		keys := e.keys()
		if before, met := seen[keys[0]]; met {
			e.DuplicateOf = &before
			continue
		}
		for _, key := range keys {
			if _, met := seen[key]; !met {
				seen[key] = n
			}
		}
	}
	return entries, nil
}

// keys returns under what a good entry is looked up (the first key) and
// remembered (all keys), as a paste is judged: families share a phone, and a
// nameless repetition meets anybody.
func (e Entry) keys() []string {
	switch {
	case e.Email != nil:
		return []string{*e.Email}
	case e.Name != "":
		return []string{*e.Phone + " " + strings.ToLower(e.Name), *e.Phone}
	}
	return []string{*e.Phone}
}

// meet finds the contacts on file that entries are for: by email where there
// is one, else by phone, where one of the two has no name or both the same.
func meet(ctx context.Context, r *store.Reader, org invite.Organization, entries []Entry) error {
	emails, phones := []string{}, []string{}
	for _, e := range entries {
		switch {
		case e.Email != nil:
			emails = append(emails, *e.Email)
		case e.Phone != nil:
			phones = append(phones, *e.Phone)
		}
	}
	found, err := r.ContactsByAddress(ctx, org.ID, emails, phones)
	if err != nil {
		return err
	}
	byEmail, byPhone := map[string]*invite.Contact{}, map[string][]*invite.Contact{}
	for n := range found {
		c := &found[n]
		if c.Email != nil {
			byEmail[*c.Email] = c
		}
		if c.Phone != nil {
			byPhone[*c.Phone] = append(byPhone[*c.Phone], c)
		}
	}
	for n := range entries {
		e := &entries[n]
		switch {
		case e.refused != nil:
		case e.Email != nil:
			e.Existing = byEmail[*e.Email]
		case e.Phone != nil:
			for _, c := range byPhone[*e.Phone] {
				if e.Name == "" || c.Name == "" || strings.EqualFold(e.Name, c.Name) {
					e.Existing = c
					break
				}
			}
		}
	}
	return nil
}

func tooMany(field string, limit int) error {
	return invite.Errorf(invite.TooMany, field, "At most %d at once; split the list. Nothing was created.", limit)
}

// short quotes an entry for a message.
func short(raw string) string {
	const most = 60
	if r := []rune(raw); len(r) > most {
		raw = string(r[:most]) + "…"
	}
	return strconv.Quote(raw)
}
