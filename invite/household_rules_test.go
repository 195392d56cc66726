package invite

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestHouseholdName(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ address, head, want string }{
		{"12 Birch Lane", "Ana Park", "12 Birch Lane"},
		{"", "Ana Park", "Ana Park"},
		{"", "", "Household"},
		{strings.Repeat("Birchwoods ", 15) + "12", "", strings.TrimSpace(strings.Repeat("Birchwoods ", 9))},
		{strings.Repeat("é", 150), "", strings.Repeat("é", 100)},
		{"רחוב הרצל 12 🏠", "", "רחוב הרצל 12 🏠"},
	} {
		got := HouseholdName(test.address, test.head)
		if got != test.want {
			t.Errorf("%.30q, %q: %q, want %q", test.address, test.head, got, test.want)
		}
		if clean, err := CleanName("name", got); clean != got || err != nil {
			t.Errorf("%q is no name: %v", got, err)
		}
	}
}

// member is a contact that can be invited by email.
func member(id string, change func(*Contact)) Contact {
	email := id + "@example.com"
	c := Contact{ID: ID(id), Name: strings.ToUpper(id), Email: &email, ClientType: FullAccess, Status: NotInvited, CreatedAt: noon.Add(-day)}
	if change != nil {
		change(&c)
	}
	return c
}

// hasJoined makes a member one who joined that long after noon.
func hasJoined(after time.Duration) func(*Contact) {
	return func(c *Contact) {
		account := "account of " + c.ID
		c.AccountID, c.Status, c.RegisteredAt = &account, Registered, fromNoon(after)
	}
}

func TestNextHead(t *testing.T) {
	t.Parallel()
	offline := func(c *Contact) { hasJoined(-day)(c); c.ClientType = Offline }
	archived := func(c *Contact) { hasJoined(-day)(c); c.ArchivedAt = fromNoon(0) }
	for _, test := range []struct {
		name    string
		members []Contact
		want    ID
	}{
		{"nobody", nil, ""},
		{"nobody has joined", []Contact{member("a", nil), member("b", nil)}, ""},
		{"one", []Contact{member("a", nil), member("b", hasJoined(0))}, "b"},
		{"the first who joined", []Contact{member("a", hasJoined(2)), member("b", hasJoined(1)), member("c", hasJoined(3))}, "b"},
		{"at the same time: the first on file", []Contact{member("b", hasJoined(1)), member("a", hasJoined(1))}, "a"},
		{"not who cannot sign in", []Contact{member("a", offline), member("b", hasJoined(1))}, "b"},
		{"not who is archived", []Contact{member("a", archived), member("b", hasJoined(1))}, "b"},
		{"only who cannot", []Contact{member("a", offline), member("b", archived)}, ""},
	} {
		got := NextHead(test.members)
		if test.want == "" && got != nil || test.want != "" && (got == nil || *got != test.want) {
			t.Errorf("%s: %v, want %q", test.name, got, test.want)
		}
	}
}

func TestJoinHead(t *testing.T) {
	t.Parallel()
	a, b := member("a", nil), member("b", hasJoined(0))
	c := member("c", hasJoined(1))
	offline := member("b", func(c *Contact) { hasJoined(0)(c); c.ClientType = Offline })
	for _, test := range []struct {
		name   string
		head   *Contact
		joiner Contact
		want   bool
	}{
		{"no head", nil, c, true},
		{"a head who has not joined", &a, c, true},
		{"a head who has", &b, c, false},
		{"a head who cannot sign in any more", &offline, c, true},
		{"the head", &b, b, true},
	} {
		h := Household{}
		if test.head != nil {
			h.HeadID = &test.head.ID
		}
		if got := JoinHead(h, test.head, test.joiner); got != test.want {
			t.Errorf("%s: %t", test.name, got)
		}
	}
}

func TestPickToInvite(t *testing.T) {
	t.Parallel()
	phone := "+12025550123"
	byPhone := func(c *Contact) { c.Email, c.Phone = nil, &phone }
	byBoth := func(c *Contact) { c.Phone = &phone }
	unreachable := func(c *Contact) { c.Email = nil }
	is := func(s ContactStatus) func(*Contact) {
		return func(c *Contact) {
			if c.Status = s; s == ContactStatus(Pending) {
				c.LapsesAt = fromNoon(day)
			}
		}
	}
	offline := func(c *Contact) { c.ClientType = Offline }
	older := func(by func(*Contact)) func(*Contact) {
		return func(c *Contact) { by(c); c.CreatedAt = noon.Add(-2 * day) }
	}
	plain := func(*Contact) {}
	for _, test := range []struct {
		name    string
		members []Contact
		head    ID
		rule    ChannelRule
		pick    ID
		reason  HouseholdPickReason
		code    Code
		says    string
	}{
		{"the head", []Contact{member("a", byBoth), member("b", nil)}, "b", AllAvailable, "b", PickHead, "", ""},
		{"the head alone", []Contact{member("a", nil)}, "a", AllAvailable, "a", PickHead, "", ""},
		{"the head cannot be reached", []Contact{member("a", unreachable), member("b", nil)}, "a", AllAvailable, "b", PickOnlyOne, "", ""},
		{"the head is offline", []Contact{member("a", offline), member("b", byPhone), member("c", nil)}, "a", AllAvailable, "c", PickEmail, "", ""},
		{"the only one", []Contact{member("a", offline), member("b", nil)}, "", AllAvailable, "b", PickOnlyOne, "", ""},
		{"by both", []Contact{member("a", nil), member("b", byPhone), member("c", byBoth)}, "", AllAvailable, "c", PickEmailAndPhone, "", ""},
		{"by email before phone", []Contact{member("a", byPhone), member("b", nil)}, "", AllAvailable, "b", PickEmail, "", ""},
		{"by phone", []Contact{member("a", byPhone), member("b", byPhone)}, "", AllAvailable, "a", PickPhone, "", ""},
		{"the oldest on file", []Contact{member("a", nil), member("b", older(plain))}, "", AllAvailable, "b", PickEmail, "", ""},
		{"by email, a phone is of no use", []Contact{member("a", byBoth), member("b", older(plain))}, "", EmailOnly, "b", PickEmail, "", ""},
		{"by text only", []Contact{member("a", nil), member("b", byBoth), member("c", byPhone)}, "", SMSOnly, "b", PickPhone, "", ""},
		{"after a revoked invitation", []Contact{member("a", is(ContactStatus(Revoked)))}, "", AllAvailable, "a", PickOnlyOne, "", ""},
		{"another than whose invitation lapsed", []Contact{member("a", is(ContactStatus(Expired))), member("b", nil)}, "a", AllAvailable, "b", PickOnlyOne, "", ""},

		{"somebody has joined", []Contact{member("a", nil), member("b", hasJoined(0))}, "a", AllAvailable, "", "", AlreadyRegistered, "B has joined and adds the rest."},
		{"somebody waits for an invitation", []Contact{member("a", nil), member("b", is(ContactStatus(Queued)))}, "a", AllAvailable, "", "", AlreadyInvited, "B has an invitation already"},
		{"somebody has an invitation", []Contact{member("a", nil), member("b", is(ContactStatus(Pending)))}, "a", AllAvailable, "", "", AlreadyInvited, "B "},
		{"the only invitation lapsed", []Contact{member("a", is(ContactStatus(Expired))), member("b", unreachable)}, "", AllAvailable, "", "", AlreadyInvited, "resend"},
		{"the only one cannot be reached", []Contact{member("a", unreachable)}, "", AllAvailable, "", "", NoAddress, "A has neither"},
		{"nobody can be reached", []Contact{member("a", unreachable), member("b", unreachable)}, "", AllAvailable, "", "", NoAddress, "Nobody"},
		{"nobody by email", []Contact{member("a", byPhone), member("b", byPhone)}, "", EmailOnly, "", "", NoAddress, "email address"},
		{"nobody by text", []Contact{member("a", nil), member("b", nil)}, "", SMSOnly, "", "", NoAddress, "mobile phone"},
		{"all are offline", []Contact{member("a", offline), member("b", offline)}, "", AllAvailable, "", "", OfflineClient, "Everybody"},
		{"nobody", nil, "", AllAvailable, "", "", NoAddress, "Nobody on file"},
	} {
		var head *ID
		if test.head != "" {
			head = &test.head
		}
		pick, reason, refusal := PickToInvite(test.members, head, test.rule, noon)
		if pick.ID != test.pick || reason != test.reason {
			t.Errorf("%s: %q because %q, want %q because %q", test.name, pick.ID, reason, test.pick, test.reason)
		}
		switch {
		case test.code == "" && refusal != nil, test.code != "" && (refusal == nil || refusal.Code != test.code):
			t.Errorf("%s: %v, want %q", test.name, refusal, test.code)
		case refusal != nil && !strings.Contains(refusal.Message, test.says):
			t.Errorf("%s: %q does not say %q", test.name, refusal.Message, test.says)
		}
	}
}

// Whoever is picked is a member who can be invited, of a household of which
// nobody has joined or holds an open invitation; the order of the members
// changes nothing; and who is refused has nobody to invite but for these.
func TestPickToInviteIsAlwaysInvitable(t *testing.T) {
	t.Parallel()
	statuses := []ContactStatus{NotInvited, Registered, ContactStatus(Queued), ContactStatus(Pending), ContactStatus(Declined), ContactStatus(Expired), ContactStatus(Revoked), ContactStatus(Failed)}
	rapid.Check(t, func(t *rapid.T) {
		var members []Contact
		for n := range rapid.IntRange(0, 6).Draw(t, "members") {
			members = append(members, member(fmt.Sprintf("m%d", n), func(c *Contact) {
				if rapid.IntRange(0, 3).Draw(t, "open") > 0 {
					c.Status = rapid.SampledFrom(statuses[4:]).Draw(t, "status")
				} else {
					c.Status = rapid.SampledFrom(statuses).Draw(t, "status")
				}
				if c.Status == ContactStatus(Pending) {
					c.LapsesAt = fromNoon(time.Duration(rapid.IntRange(-1, 1).Draw(t, "lapses")) * day)
				}
				if rapid.Bool().Draw(t, "phone") {
					phone := "+12025550123"
					c.Phone = &phone
				}
				if rapid.Bool().Draw(t, "no email") {
					c.Email = nil
				}
				c.ClientType = rapid.SampledFrom([]ClientType{FullAccess, FullAccessOneWay, Offline}).Draw(t, "type")
				c.CreatedAt = noon.Add(-time.Duration(rapid.IntRange(0, 2).Draw(t, "age")) * day)
			}))
		}
		rule := rapid.SampledFrom([]ChannelRule{AllAvailable, EmailOnly, SMSOnly}).Draw(t, "rule")
		var head *ID
		if len(members) > 0 && rapid.Bool().Draw(t, "headed") {
			head = &members[rapid.IntRange(0, len(members)-1).Draw(t, "head")].ID
		}
		pick, reason, refusal := PickToInvite(members, head, rule, noon)
		again, why, refusedAgain := PickToInvite(rapid.Permutation(members).Draw(t, "shuffled"), head, rule, noon)
		if pick.ID != again.ID || reason != why || (refusal == nil) != (refusedAgain == nil) {
			t.Fatalf("the order matters: %q because %q, %q because %q", pick.ID, reason, again.ID, why)
		}
		engaged := slices.ContainsFunc(members, func(c Contact) bool { return c.Status == Registered || c.HasOpenInvitation(noon) })
		able := slices.ContainsFunc(members, func(c Contact) bool { return c.Invitable(rule, noon) == nil })
		if refusal != nil {
			if able && !engaged {
				t.Fatalf("refused though somebody can be invited: %v", refusal)
			}
			return
		}
		if engaged || pick.Invitable(rule, noon) != nil || !slices.ContainsFunc(members, func(c Contact) bool { return c.ID == pick.ID }) {
			t.Fatalf("%+v is picked", pick)
		}
	})
}

func TestWhereAHouseholdStands(t *testing.T) {
	t.Parallel()
	open, lapsed := Addition{ExpiresAt: noon.Add(1)}, Addition{ExpiresAt: noon}
	pending := func(c *Contact) { c.Status, c.LapsesAt = ContactStatus(Pending), fromNoon(1) }
	ran := func(c *Contact) { c.Status, c.LapsesAt = ContactStatus(Pending), fromNoon(0) }
	for _, test := range []struct {
		name                string
		members             []Contact
		additions           []Addition
		want                HouseholdState
		registered, invited int
	}{
		{"nobody", nil, nil, HouseholdNotInvited, 0, 0},
		{"on file", []Contact{member("a", nil)}, nil, HouseholdNotInvited, 0, 0},
		{"invited", []Contact{member("a", pending), member("b", nil)}, nil, HouseholdInvited, 0, 1},
		{"lapsed", []Contact{member("a", ran)}, []Addition{lapsed}, HouseholdNotInvited, 0, 0},
		{"added", []Contact{member("a", nil)}, []Addition{open, lapsed}, HouseholdInvited, 0, 1},
		{"joined", []Contact{member("a", hasJoined(0)), member("b", pending)}, []Addition{open}, HouseholdRegistered, 1, 2},
	} {
		registered, invited := CountMembers(test.members, test.additions, noon)
		if got := HouseholdStateOf(test.members, test.additions, noon); got != test.want || registered != test.registered || invited != test.invited {
			t.Errorf("%s: %s, %d joined, %d invited", test.name, got, registered, invited)
		}
	}
	for want, c := range map[HouseholdMemberState]Contact{
		MemberRegistered: member("a", hasJoined(0)), MemberInvited: member("a", pending), MemberOnFile: member("a", ran),
		MemberListed: member("a", func(c *Contact) { c.Email = nil }),
	} {
		if got := c.MemberStateOf(noon); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
