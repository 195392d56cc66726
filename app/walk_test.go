package app_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"usher/app"
	"usher/app/apptest"
	"usher/invite"
	"usher/store"
)

// statuses are all there are.
var statuses = []invite.ContactStatus{
	invite.NotInvited, invite.ContactStatus(invite.Queued), invite.ContactStatus(invite.Pending), invite.ContactStatus(invite.Accepted),
	invite.ContactStatus(invite.Declined), invite.ContactStatus(invite.Expired), invite.ContactStatus(invite.Revoked),
	invite.ContactStatus(invite.Failed), invite.Registered,
}

// walk does what people and loops do, in a random order.
type walk struct {
	*apptest.World
	t       *testing.T
	p       *apptest.Place
	random  *rand.Rand
	made    int
	batches []invite.ID
	sent    []app.Message
}

func (k *walk) step() string {
	contacts := must(k.DB.ContactPage(k.t.Context(), store.InOrganization(k.p.Org.ID), store.ContactFilter{}, byName, nil, 500, k.Clock.Now()))(k.t)
	if len(contacts) == 0 {
		k.create()
		return "create"
	}
	c := contacts[k.random.IntN(len(contacts))]
	owner := k.As(k.p.Owner)
	switch k.random.IntN(14) {
	case 0:
		k.create()
		return "create"
	case 1, 2:
		some := contacts[:1+k.random.IntN(len(contacts))]
		if r := must(k.App.InviteContacts(owner, app.InviteInput{Contacts: ids(some...)}))(k.t); r.Batch != nil {
			k.batches = append(k.batches, *r.Batch)
		}
		return "invite"
	case 3, 4, 5, 6:
		for range 3 {
			k.send()
			k.Clock.Advance(time.Second)
		}
		return "send"
	case 7:
		if c.InvitationID != nil {
			k.may(k.App.RevokeInvitation(owner, *c.InvitationID, ""))
		}
		return "revoke"
	case 8:
		if c.InvitationID != nil {
			k.may(k.App.ResendInvitation(owner, app.ResendInput{Invitation: *c.InvitationID}))
		}
		return "resend"
	case 9:
		if len(k.batches) > 0 {
			_, err := k.App.CancelBatch(owner, k.batches[k.random.IntN(len(k.batches))])
			k.may(err)
		}
		return "cancel"
	case 10:
		k.redeem()
		return "redeem"
	case 11:
		k.Clock.Advance(time.Duration(k.random.IntN(40)) * time.Hour)
		return "wait"
	case 12:
		if k.random.IntN(2) == 0 {
			k.takeUp()
			return "retry"
		}
		expire(k.t, k.World, must(k.DB.Lapsed(k.t.Context(), k.Clock.Now(), 100))(k.t)...)
		return "expire"
	default:
		if k.random.IntN(2) == 0 {
			k.Probe.Exec(`UPDATE contacts SET archived_at = CASE WHEN archived_at IS NULL THEN now() END WHERE id = $1 OR organization_id = $2 AND archived_at IS NOT NULL`, c.ID, k.p.Org.ID)
			return "archive and restore"
		}
		if k.random.IntN(2) == 0 && c.AccountID == nil {
			k.made++
			k.may(k.App.UpdateContact(owner, app.UpdateInput{ID: c.ID, Email: new(fmt.Sprintf("c%d@example.com", k.made))}))
			return "correct the address"
		}
		setType(k.t, k.World, k.p, c.ID, []invite.ClientType{invite.Offline, invite.FullAccess, invite.FullAccessOneWay}[k.random.IntN(3)])
		return "change type"
	}
}

func (k *walk) create() {
	var list []app.NewContact
	for range 1 + k.random.IntN(6) {
		list = append(list, app.NewContact{Email: fmt.Sprintf("c%d@example.com", k.made)})
		k.made++
	}
	in := listed(list...)
	in.Invite = []app.InviteWhen{app.InviteNow, app.InviteLater, app.InviteByType}[k.random.IntN(3)]
	must(k.App.CreateContacts(k.As(k.p.Owner), in))(k.t)
}

// send lets the next round leave, with any outcome.
func (k *walk) send() {
	waiting := k.p.Waiting()
	if len(waiting) == 0 {
		return
	}
	g := must(grant(k.World, k.p.Location.ID, waiting[0].ID))(k.t)
	for _, m := range g.Messages {
		o := app.Outcome{}
		switch k.random.IntN(5) {
		case 0:
			o = app.Outcome{Failed: true, Reason: "no such mailbox"}
		case 1:
			o = busy
		default:
			k.sent = append(k.sent, m)
		}
		k.p.Record(m, o)
	}
}

// redeem uses or declines one of the messages that left; it may be too late.
func (k *walk) redeem() {
	if len(k.sent) == 0 {
		return
	}
	m := k.sent[k.random.IntN(len(k.sent))]
	if k.random.IntN(3) == 0 {
		k.may(k.App.Decline(k.t.Context(), app.Visitor{}, app.Credential{Token: &m.Token}))
		return
	}
	_, err := register(k.World, by(m))
	k.may(err)
}

// may lets refusals pass, and faults fail the test.
func (k *walk) may(err error) {
	k.t.Helper()
	if invite.CodeOf(err) == invite.Internal {
		k.t.Error(err)
	}
}

// takeUp tries again what is due.
func (k *walk) takeUp() {
	for _, id := range must(k.DB.DueAttempts(k.t.Context(), k.Clock.Now(), 10))(k.t) {
		m := must(k.App.TakeUp(k.System("retry"), id))(k.t)
		if m != nil {
			k.p.Record(*m, []app.Outcome{{}, busy, {Failed: true, Reason: "mailbox full"}}[k.random.IntN(3)])
		}
	}
}

// unsound are states that no order of events may lead to.
var unsound = map[string]string{
	"invitations that wait for nothing": `SELECT count(*) FROM invitations i WHERE (state = 'QUEUED' OR state = 'PENDING' AND sent_at IS NULL)
		AND NOT EXISTS (SELECT FROM rounds r WHERE r.invitation_id = i.id AND r.number = i.round AND r.state IN ('WAITING', 'SENDING'))`,
	"rounds under way without a message": `SELECT count(*) FROM rounds r WHERE state = 'SENDING'
		AND NOT EXISTS (SELECT FROM deliveries d WHERE d.round_id = r.id AND d.state IN ('SCHEDULED', 'DISPATCHING', 'DEFERRED'))`,
	"readable credentials of messages that will not be repeated": `SELECT count(*) FROM deliveries
		WHERE sealed IS NOT NULL AND state NOT IN ('DISPATCHING', 'DEFERRED')`,
	"live codes of invitations that are over": `SELECT count(*) FROM deliveries d JOIN invitations i ON i.id = d.invitation_id
		WHERE d.code_hash IS NOT NULL AND i.state IN ('ACCEPTED', 'DECLINED', 'EXPIRED', 'REVOKED')`,
	"contacts whose status is not their invitation's": `SELECT count(*) FROM contacts c LEFT JOIN invitations i ON i.id = c.invitation_id
		WHERE c.status <> CASE WHEN c.account_id IS NOT NULL THEN 'REGISTERED' WHEN i.id IS NULL THEN 'NOT_INVITED'
			WHEN i.state = 'REVOKED' AND i.end_reason = 'BATCH_CANCELLED' THEN 'NOT_INVITED' ELSE i.state END`,
	"waiting rounds of what is over": `SELECT count(*) FROM rounds r JOIN invitations i ON i.id = r.invitation_id
		WHERE r.state = 'WAITING' AND r.purpose = 'INVITE' AND i.state NOT IN ('QUEUED', 'PENDING')`,
}

// Whatever is done, no invitation is left in a state that leads nowhere, and the kept counts are what counting gives; so are the counts
// of a filter, and so is each list.
func TestWhateverIsDone(t *testing.T) {
	t.Parallel()
	for seed := range uint64(3) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			t.Parallel()
			w := apptest.New(t)
			p := w.Place(invite.Coach, "Coach Kim")
			p.Set(invite.PolicyPatch{TTLDays: new(3), PaceSeconds: new(1), SendWindow: &invite.WindowChoice{}})
			w.Place(invite.Coach, "Other Coach").Contacts(2) // its counts must not mix in
			k := &walk{World: w, t: t, p: p, random: rand.New(rand.NewPCG(seed, 7))}
			var done []string
			for range 120 {
				done = append(done, k.step())
				if diff := cmp.Diff(k.recount(), k.kept()); diff != "" {
					t.Fatalf("after %v:\n%s", done, diff)
				}
				for what, query := range unsound {
					if n := w.Probe.Int(query); n != 0 {
						t.Fatalf("after %v: %d %s", done, n, what)
					}
				}
			}
			k.compareLists()
		})
	}
}

// recount counts the rows, each as it stands now.
func (k *walk) recount() map[invite.ContactStatus]int {
	n := map[invite.ContactStatus]int{}
	for _, s := range statuses {
		if c := k.Probe.Int(`SELECT count(*) FROM contacts WHERE organization_id = $1 AND archived_at IS NULL
			AND CASE WHEN status = 'PENDING' AND lapses_at <= $2 THEN 'EXPIRED' ELSE status END = $3`, k.p.Org.ID, k.Clock.Now(), s); c != 0 {
			n[s] = c
		}
	}
	return n
}

func (k *walk) kept() map[invite.ContactStatus]int {
	n := map[invite.ContactStatus]int{}
	for _, c := range must(k.DB.StatusTotals(k.t.Context(), []invite.ID{k.p.Org.ID}, k.Clock.Now()))(k.t) {
		n[c.Status] = c.N
	}
	return n
}

func (k *walk) compareLists() {
	scope, now, want := store.InOrganization(k.p.Org.ID), k.Clock.Now(), k.recount()
	got := map[invite.ContactStatus]int{}
	for _, c := range must(k.DB.CountByStatus(k.t.Context(), scope, filterBy("example"), now))(k.t) {
		got[c.Status] = c.N
	}
	if diff := cmp.Diff(want, got); diff != "" {
		k.t.Errorf("counts of a filter:\n%s", diff)
	}
	for _, s := range statuses {
		f := store.ContactFilter{Statuses: []invite.ContactStatus{s}}
		n := must(k.DB.CountContacts(k.t.Context(), scope, f, now))(k.t)
		page := must(k.DB.ContactPage(k.t.Context(), scope, f, byName, nil, 500, now))(k.t)
		if n != want[s] || len(page) != want[s] {
			k.t.Errorf("%s: counted %d, listed %d, want %d", s, n, len(page), want[s])
		}
		for _, c := range page {
			if c.StatusAt(now) != s {
				k.t.Errorf("%s is listed under %s", c.StatusAt(now), s)
			}
		}
	}
}
