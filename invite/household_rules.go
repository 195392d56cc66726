package invite

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// MaxHouseholdSize is the most members that staff give a household. What the
// head may bring it to is the policy's MaxHouseholdMembers.
const MaxHouseholdSize = 50

// HouseholdName returns what a household is called whom nobody named: its
// address, else its head.
func HouseholdName(address, headName string) string {
	for _, name := range []string{address, headName} {
		if name != "" {
			return shortened(name, MaxNameLength)
		}
	}
	return "Household"
}

// shortened cuts a text to at most that many characters, between two words
// where it can.
func shortened(text string, most int) string {
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	text = string(runes[:most])
	if at := strings.LastIndexByte(text, ' '); at > 0 {
		text = text[:at]
	}
	return strings.TrimRight(text, " ,;")
}

// MayHead tells whether the contact has joined and can sign in, as whoever
// looks after a household must.
func (c Contact) MayHead() bool {
	return c.AccountID != nil && c.ClientType != Offline && c.ArchivedAt == nil
}

// NextHead returns who becomes head of a household that has none: of its
// members who can sign in, the one who joined first. Nil where nobody can.
func NextHead(members []Contact) *ID {
	var next *Contact
	for n := range members {
		if c := &members[n]; c.MayHead() && (next == nil || joinedBefore(*c, *next)) {
			next = c
		}
	}
	if next == nil {
		return nil
	}
	return &next.ID
}

func joinedBefore(a, b Contact) bool {
	order := cmp.Compare(a.ID, b.ID)
	if a.RegisteredAt != nil && b.RegisteredAt != nil {
		order = cmp.Or(a.RegisteredAt.Compare(*b.RegisteredAt), order)
	}
	return order < 0
}

// JoinHead tells whether somebody who joins as a member of h becomes its head:
// where it has none, or one who has not joined. head is h's head, nil without.
func JoinHead(h Household, head *Contact, joiner Contact) bool {
	switch {
	case h.HeadID == nil, head == nil, *h.HeadID == joiner.ID:
		return true
	}
	return !head.MayHead()
}

// PickToInvite returns whom to invite of a household, by its members on file,
// so that one invitation brings in all; or why nobody is invited: somebody has
// joined (ALREADY_REGISTERED), holds an open invitation or one to resend
// (ALREADY_INVITED), nobody can be reached by rule (NO_ADDRESS), or all are
// OFFLINE (OFFLINE_CLIENT).
func PickToInvite(members []Contact, head *ID, rule ChannelRule, now time.Time) (pick Contact, reason HouseholdPickReason, refusal *Error) {
	for _, c := range members {
		if c.Status == Registered {
			return pick, "", Errorf(AlreadyRegistered, "", "%s has joined and adds the rest.", c.Label()).With("name", c.Label())
		}
	}
	for _, c := range members {
		if c.HasOpenInvitation(now) {
			return pick, "", Errorf(AlreadyInvited, "", "%s has an invitation already; whoever joins adds the rest.", c.Label()).With("name", c.Label())
		}
	}
	var able []Contact
	for _, c := range members {
		if c.Invitable(rule, now) == nil {
			able = append(able, c)
		}
	}
	if len(able) == 0 {
		return pick, "", nobodyToInvite(members, rule, now)
	}
	pick, reason = bestOf(able, head, rule)
	return pick, reason, nil
}

// HasOpenInvitation tells whether an invitation of the contact waits or can be
// accepted at now.
func (c Contact) HasOpenInvitation(now time.Time) bool {
	switch InvitationState(c.StatusAt(now)) {
	case Queued, Pending:
		return true
	}
	return false
}

// bestOf picks among members who can all be invited.
func bestOf(able []Contact, head *ID, rule ChannelRule) (Contact, HouseholdPickReason) {
	if head != nil {
		if at := slices.IndexFunc(able, func(c Contact) bool { return c.ID == *head }); at >= 0 {
			return able[at], PickHead
		}
	}
	if len(able) == 1 {
		return able[0], PickOnlyOne
	}
	best := slices.MinFunc(able, func(a, b Contact) int {
		_, rankA := reach(a, rule)
		_, rankB := reach(b, rule)
		return cmp.Or(rankA-rankB, a.CreatedAt.Compare(b.CreatedAt), cmp.Compare(a.ID, b.ID))
	})
	reason, _ := reach(best, rule)
	return best, reason
}

// reach returns how well an invitation under the rule reaches the contact, who
// has an address for it; a lower rank is better.
func reach(c Contact, rule ChannelRule) (reason HouseholdPickReason, rank int) {
	use, _ := rule.For(c.Email != nil, c.Phone != nil)
	switch {
	case len(use) == 2:
		return PickEmailAndPhone, 0
	case len(use) == 1 && use[0] == Email:
		return PickEmail, 1
	}
	return PickPhone, 2
}

// nobodyToInvite returns why none of the members can be invited: first what is
// mended soonest.
func nobodyToInvite(members []Contact, rule ChannelRule, now time.Time) *Error {
	byCode := map[Code]*Error{}
	for _, c := range members {
		if refusal := c.Invitable(rule, now); byCode[refusal.Code] == nil {
			byCode[refusal.Code] = refusal.With("name", c.Label())
		}
	}
	if len(members) == 1 || byCode[AlreadyInvited] != nil {
		for _, code := range []Code{AlreadyInvited, NoAddress, OfflineClient, ContactArchived} {
			if byCode[code] != nil {
				return byCode[code]
			}
		}
	}
	switch {
	case byCode[NoAddress] != nil && rule == EmailOnly:
		return Errorf(NoAddress, "", "Nobody of this household has an email address; add one or invite by text.")
	case byCode[NoAddress] != nil && rule == SMSOnly:
		return Errorf(NoAddress, "", "Nobody of this household has a mobile phone; add one or invite by email.")
	case byCode[NoAddress] != nil:
		return Errorf(NoAddress, "", "Nobody of this household has an email address or a mobile phone; add one.")
	case byCode[OfflineClient] != nil:
		return Errorf(OfflineClient, "", "Everybody of this household is an offline client and is never invited; change a client type first.")
	}
	return Errorf(NoAddress, "", "Nobody on file belongs to this household; add a member with an email address or a mobile phone.")
}

// HouseholdStateOf returns where a household stands at now, by its members on
// file and the additions that wait.
func HouseholdStateOf(members []Contact, additions []Addition, now time.Time) HouseholdState {
	switch registered, invited := CountMembers(members, additions, now); {
	case registered > 0:
		return HouseholdRegistered
	case invited > 0:
		return HouseholdInvited
	}
	return HouseholdNotInvited
}

// CountMembers returns how many of a household have joined, and how many have
// an open invitation or a message to confirm at now.
func CountMembers(members []Contact, additions []Addition, now time.Time) (registered, invited int) {
	for _, c := range members {
		switch {
		case c.Status == Registered:
			registered++
		case c.HasOpenInvitation(now):
			invited++
		}
	}
	for _, a := range additions {
		if !a.Lapsed(now) {
			invited++
		}
	}
	return registered, invited
}

// MemberStateOf returns where a member on file stands at now.
func (c Contact) MemberStateOf(now time.Time) HouseholdMemberState {
	switch {
	case c.Status == Registered:
		return MemberRegistered
	case c.HasOpenInvitation(now):
		return MemberInvited
	case c.Email == nil && c.Phone == nil:
		return MemberListed
	}
	return MemberOnFile
}
