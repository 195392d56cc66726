package invite

import (
	"strings"
	"testing"
)

// person is a contact that can be invited by either channel.
func person(change func(*Contact)) Contact {
	email, phone := "ada@example.com", "+12025550123"
	c := Contact{Name: "Ada", Email: &email, Phone: &phone, ClientType: FullAccess, Status: NotInvited}
	if change != nil {
		change(&c)
	}
	return c
}

func TestContactStatusAt(t *testing.T) {
	t.Parallel()
	pending := ContactStatus(Pending)
	for _, test := range []struct {
		name string
		c    Contact
		want ContactStatus
	}{
		{"pending", Contact{Status: pending, LapsesAt: fromNoon(1)}, pending},
		{"lapses now", Contact{Status: pending, LapsesAt: fromNoon(0)}, ContactStatus(Expired)},
		{"lapsed long ago", Contact{Status: pending, LapsesAt: fromNoon(-day)}, ContactStatus(Expired)},
		{"registered beats a lapsed invitation", Contact{Status: Registered, LapsesAt: fromNoon(-day)}, Registered},
		{"queued", Contact{Status: ContactStatus(Queued)}, ContactStatus(Queued)},
		{"never invited", Contact{Status: NotInvited}, NotInvited},
	} {
		if got := test.c.StatusAt(noon); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

func TestInvitable(t *testing.T) {
	t.Parallel()
	status := func(s ContactStatus) func(*Contact) {
		return func(c *Contact) { c.Status, c.LapsesAt = s, fromNoon(day) }
	}
	noEmail := func(c *Contact) { c.Email = nil }
	noPhone := func(c *Contact) { c.Phone = nil }
	for _, test := range []struct {
		name   string
		change func(*Contact)
		rule   ChannelRule
		want   Code
	}{
		{"new", nil, AllAvailable, ""},
		{"revoked before", status(ContactStatus(Revoked)), AllAvailable, ""},
		{"declined before", status(ContactStatus(Declined)), AllAvailable, ""},
		{"an account that left", status(ContactStatus(Accepted)), AllAvailable, ""},
		{"queued", status(ContactStatus(Queued)), AllAvailable, AlreadyInvited},
		{"pending", status(ContactStatus(Pending)), AllAvailable, AlreadyInvited},
		{"expired", status(ContactStatus(Expired)), AllAvailable, AlreadyInvited},
		{"lapsed", func(c *Contact) { c.Status, c.LapsesAt = ContactStatus(Pending), fromNoon(0) }, AllAvailable, AlreadyInvited},
		{"failed", status(ContactStatus(Failed)), AllAvailable, AlreadyInvited},
		{"registered", status(Registered), AllAvailable, AlreadyRegistered},
		{"offline", func(c *Contact) { c.ClientType = Offline }, AllAvailable, OfflineClient},
		{"archived", func(c *Contact) { c.ArchivedAt = fromNoon(0) }, AllAvailable, ContactArchived},
		{"archived is said first", func(c *Contact) { c.ArchivedAt, c.ClientType = fromNoon(0), Offline }, AllAvailable, ContactArchived},
		{"phone only, either channel", noEmail, AllAvailable, ""},
		{"phone only, by email", noEmail, EmailOnly, NoAddress},
		{"email only, by text", noPhone, SMSOnly, NoAddress},
		{"no address", func(c *Contact) { c.Email, c.Phone = nil, nil }, AllAvailable, NoAddress},
	} {
		refusal := person(test.change).Invitable(test.rule, noon)
		got := Code("")
		if refusal != nil {
			got = refusal.Code
			if !strings.HasPrefix(refusal.Message, "Ada ") {
				t.Errorf("%s: %q does not name the contact", test.name, refusal.Message)
			}
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestLabelAndAddress(t *testing.T) {
	t.Parallel()
	c := person(nil)
	if *c.AddressFor(Email) != "ada@example.com" || *c.AddressFor(SMS) != "+12025550123" {
		t.Error("the channels' addresses are mixed up")
	}
	for _, want := range []string{"Ada", "ada@example.com", "+12025550123", "This contact"} {
		if got := c.Label(); got != want {
			t.Errorf("label %q, want %q", got, want)
		}
		switch {
		case c.Name != "":
			c.Name = ""
		case c.Email != nil:
			c.Email = nil
		default:
			c.Phone = nil
		}
	}
}

func TestCleanName(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("é", MaxNameLength)
	for _, test := range []struct {
		in, want string
		code     Code
	}{
		{"  Ada   Lovelace ", "Ada Lovelace", ""},
		{"", "", ""},
		{"   ", "", ""},
		{"Zoë 王 O'Neil-Smith", "Zoë 王 O'Neil-Smith", ""},
		{"Ada\u00a0Lovelace", "Ada Lovelace", ""},
		{long, long, ""},
		{long + "é", "", TooLong},
		{"Ada\r\nBcc: victim@example.com", "", ControlCharacters},
		{"Ada\n", "", ControlCharacters},
		{"Ada\tL", "", ControlCharacters},
		{"Ada\x00", "", ControlCharacters},
		{"Ada\x7f", "", ControlCharacters},
		{"Ada\u0085", "", ControlCharacters},  // next line, a C1 control
		{"Ada\u2028L", "", ControlCharacters}, // line separator
		{"Ada\u202eadA", "", ControlCharacters},
		{"Ada\u2066", "", ControlCharacters},
		{"Ada\ufeff", "", ControlCharacters},
		{"Ada\xff", "", ControlCharacters}, // no UTF-8
	} {
		got, err := CleanName("input.contacts.3.name", test.in)
		code := Code("")
		if err != nil {
			code = err.Code
			if err.Field != "input.contacts.3.name" || !strings.HasPrefix(err.Message, "Name may") {
				t.Errorf("%q: %v", test.in, err)
			}
		}
		if got != test.want || code != test.code {
			t.Errorf("%q: %q %s, want %q %s", test.in, got, code, test.want, test.code)
		}
	}
}
