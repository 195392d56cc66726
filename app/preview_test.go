package app_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"usher/app"
	"usher/app/apptest"
	"usher/auth"
	"usher/invite"
	"usher/store"
)

// did is what a preview foretells and what then happened, in the same terms.
type did struct {
	Queued      int
	Skipped     []app.Invited
	First, Last *time.Time
}

// done returns what the action did: the times are those that its answer shows.
func done(t *testing.T, w *apptest.World, r app.InviteResult) did {
	t.Helper()
	var out did
	var invitations []invite.ID
	for _, item := range r.Items {
		if item.Skipped != nil {
			out.Skipped = append(out.Skipped, item)
			continue
		}
		out.Queued++
		invitations = append(invitations, *item.Invitation)
	}
	for _, rank := range must(w.DB.RanksOfInvitations(t.Context(), invitations))(t) {
		l := must(w.DB.Location(t.Context(), store.EveryOrganization(), rank.LocationID))(t)
		org := must(w.DB.Organization(t.Context(), store.EveryOrganization(), l.OrganizationID))(t)
		at := must(l.LaneIn(org))(t).Slot(w.Clock.Now(), rank.Rank)
		if out.First == nil || at.Before(*out.First) {
			out.First = &at
		}
		if out.Last == nil || at.After(*out.Last) {
			out.Last = &at
		}
	}
	return out
}

// Whatever is chosen, and however things stand, the preview says what the
// mutation then does, and writes nothing itself.
func TestThePreviewComesTrue(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	inEveryState(t, w, gym)
	list := gym.Contacts(40) // those, and more
	annex := must(w.App.CreateLocation(w.As(gym.Owner), nil, "Annex", "America/New_York"))(t)
	if _, _, err := w.App.UpdatePolicy(w.As(gym.Owner), app.PolicyInput{Location: &annex.ID, Set: invite.PolicyPatch{PaceSeconds: new(600)}}); err != nil {
		t.Fatal(err)
	}
	for n := range list {
		if n%3 == 0 {
			if err := w.App.UpdateContact(w.As(gym.Owner), app.UpdateInput{ID: list[n].ID, Location: &annex.ID}); err != nil {
				t.Fatal(err)
			}
		}
	}
	random := rand.New(rand.NewPCG(20, 26)) //nolint:gosec // a test that can be repeated
	sums := map[app.SendAction]int{}
	for round := range 40 {
		in := app.InviteInput{}
		for _, k := range random.Perm(len(list))[:1+random.IntN(6)] {
			in.Contacts = append(in.Contacts, list[k].ID)
		}
		if random.IntN(3) == 0 {
			in.Text.Channels = new(invite.EmailOnly)
		}
		action, do := app.SendInvite, w.App.InviteContacts
		if random.IntN(3) > 0 {
			action, do = app.SendAgain, w.App.ResendInvitations
		}
		var foretold app.SendingPreview
		w.Unchanged("a preview", func() { foretold = must(w.App.PreviewSending(w.As(gym.Owner), action, in, nil))(t) })
		r := must(do(w.As(gym.Owner), in))(t)
		if diff := cmp.Diff(done(t, w, r), did{foretold.Queued, foretold.Skipped, foretold.First, foretold.Last}); diff != "" {
			t.Fatalf("round %d, %s:\n%s", round, action, diff)
		}
		sums[action] += foretold.Queued
		if foretold.Queued > 0 {
			showsWhatWillBeSent(t, w, gym, r, foretold)
		}
		w.Clock.Advance(time.Duration(random.IntN(12)) * time.Minute)
		w.Clock.Advance(time.Duration(random.IntN(2)*random.IntN(30)) * time.Hour)
		for _, waiting := range gym.Waiting()[:min(len(gym.Waiting()), random.IntN(3))] {
			g := must(w.App.GrantSlot(w.System("sender"), gym.Location.ID, waiting.ID))(t)
			for _, m := range g.Messages {
				gym.Record(m, app.Outcome{ProviderID: "test"})
			}
		}
	}
	if sums[app.SendInvite] < 10 || sums[app.SendAgain] < 10 {
		t.Errorf("hardly anything was sent: %v", sums)
	}
}

// What waits already moves to the front together: the last of it is behind the
// others that move, and before what stays.
func TestPreviewOfWhatOnlyMovesToTheFront(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(7)
	gym.Invite(c[:6]...)
	gym.Invite(c[6]) // for one person alone, and queued later
	in := app.InviteInput{Contacts: ids(c[5], c[2], c[4])}
	p := must(w.App.PreviewSending(w.As(gym.Owner), app.SendAgain, in, nil))(t)
	if !p.First.Equal(apptest.Start) || !p.Last.Equal(apptest.Start.Add(2*time.Minute)) {
		t.Errorf("%v to %v", p.First, p.Last)
	}
	r := must(w.App.ResendInvitations(w.As(gym.Owner), in))(t)
	if diff := cmp.Diff(done(t, w, r), did{p.Queued, p.Skipped, p.First, p.Last}); diff != "" {
		t.Error(diff)
	}
}

// showsWhatWillBeSent compares the preview's messages with the invitation that
// the first contact got.
func showsWhatWillBeSent(t *testing.T, w *apptest.World, p *apptest.Place, r app.InviteResult, foretold app.SendingPreview) {
	t.Helper()
	first := slices.IndexFunc(r.Items, func(i app.Invited) bool { return i.Skipped == nil })
	c := p.Contact(r.Items[first].Contact)
	i := p.Invitation(c.ID)
	if foretold.Contact == nil || *foretold.Contact != c.ID || *foretold.TTLDays != i.TTLDays {
		t.Fatalf("for %v, want %s", foretold.Contact, c.ID)
	}
	var channels, shown []invite.Channel
	for _, d := range p.Deliveries(c.ID) {
		if d.Number == i.Round && d.State == invite.Scheduled {
			channels = append(channels, d.Channel)
		}
	}
	for _, m := range foretold.Messages {
		shown = append(shown, m.Channel)
		if m.Address != *c.AddressFor(m.Channel) || m.Recipient != c.Name || m.Texts != (invite.Texts{Subject: i.Subject, Body: i.Body, Button: i.Button}) ||
			m.Token != app.ExampleToken || m.Code != app.ExampleCode || !m.ExpiresAt.Equal(w.Clock.Now().AddDate(0, 0, i.TTLDays)) {
			t.Errorf("%+v", m)
		}
	}
	if !slices.Equal(shown, channels) || len(shown) == 0 {
		t.Errorf("shown %v, queued %v", shown, channels)
	}
}

// The examples open nothing, and nobody can be given them.
func TestExamplesOpenNothing(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	if invite.IsLinkToken(app.ExampleToken) || len(app.ExampleToken) != invite.LinkTokenLength {
		t.Error("the example is a link's token, or of another length")
	}
	if code, ok := invite.NormalizeCode(app.ExampleCode); ok || len(app.ExampleCode) != invite.CodeLength {
		t.Errorf("the example is the code %s, or of another length", code)
	}
	for _, cred := range []app.Credential{{Token: new(app.ExampleToken)}, {Code: new(app.ExampleCode)}} {
		if p := must(w.App.Preview(t.Context(), app.Visitor{}, cred))(t); p.State != app.PreviewNotValid {
			t.Error(p.State)
		}
	}
}

// Refused texts do not keep the counts back; a refused choice does.
func TestPreviewRefused(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym, other := w.Place(invite.Gym, "Iron Temple"), w.Place(invite.Gym, "Other Gym")
	c, foreign := gym.Contacts(4), other.Contacts(1)
	gym.Invite(c[3])
	bad := app.InvitationText{Subject: new(""), Body: new("see http://x.example")}
	many := make([]invite.ID, 201)
	for n := range many {
		many[n] = store.NewID()
	}
	anyone := auth.Actor{Kind: auth.KindAnonymous}
	for name, test := range map[string]struct {
		actor   auth.Actor
		action  app.SendAction
		in      app.InviteInput
		contact *invite.ID
		queued  int
		want    []string // code and field
	}{
		"texts":                      {gym.Owner, app.SendInvite, app.InviteInput{Contacts: ids(c...), Text: bad}, nil, 3, []string{"REQUIRED input.invitation.subject", "FOREIGN_LINK input.invitation.body"}},
		"texts of a resend":          {gym.Owner, app.SendAgain, app.InviteInput{Contacts: ids(c...), Text: bad}, nil, 1, []string{"REQUIRED input.invitation.subject", "FOREIGN_LINK input.invitation.body"}},
		"texts and choice":           {gym.Owner, app.SendInvite, app.InviteInput{Text: bad}, nil, 0, []string{"REQUIRED input.invitation.subject", "FOREIGN_LINK input.invitation.body", "REQUIRED input.contacts"}},
		"neither":                    {gym.Owner, app.SendInvite, app.InviteInput{}, nil, 0, []string{"REQUIRED input.contacts"}},
		"a filter without a match":   {gym.Owner, app.SendInvite, app.InviteInput{Filter: &store.ContactFilter{Search: "nobody"}}, nil, 0, []string{"REQUIRED input.filter"}},
		"201":                        {gym.Owner, app.SendInvite, app.InviteInput{Contacts: many}, nil, 0, []string{"TOO_MANY input.contacts"}},
		"a contact not chosen":       {gym.Owner, app.SendInvite, app.InviteInput{Contacts: ids(c[0], c[3])}, &c[1].ID, 1, []string{"INVALID contact"}},
		"a foreign contact":          {gym.Owner, app.SendInvite, app.InviteInput{Contacts: ids(c[0], c[3])}, &foreign[0].ID, 1, []string{"INVALID contact"}},
		"not chosen, and texts":      {gym.Owner, app.SendInvite, app.InviteInput{Contacts: ids(c[0]), Text: bad}, &c[1].ID, 1, []string{"REQUIRED input.invitation.subject", "FOREIGN_LINK input.invitation.body", "INVALID contact"}},
		"a foreign choice":           {gym.Owner, app.SendInvite, app.InviteInput{Contacts: ids(foreign...)}, nil, 0, []string{"NOT_FOUND"}},
		"a foreign organization":     {gym.Owner, app.SendAgain, app.InviteInput{Organization: &other.Org.ID, Contacts: ids(foreign...)}, nil, 0, []string{"NOT_FOUND"}},
		"support may not invite":     {w.Support(), app.SendInvite, app.InviteInput{Organization: &gym.Org.ID, Contacts: ids(c...)}, nil, 0, []string{"FORBIDDEN"}},
		"a gym's trainer":            {gym.Staff(invite.Trainer), app.SendInvite, app.InviteInput{Contacts: ids(c...)}, nil, 0, []string{"FORBIDDEN"}},
		"nobody":                     {anyone, app.SendInvite, app.InviteInput{Contacts: ids(c...)}, nil, 0, []string{"UNAUTHENTICATED"}},
		"nobody, even with bad text": {anyone, app.SendInvite, app.InviteInput{Contacts: ids(c...), Text: bad}, nil, 0, []string{"UNAUTHENTICATED"}},
	} {
		w.Unchanged(name, func() {
			p, err := w.App.PreviewSending(w.As(test.actor), test.action, test.in, test.contact)
			var got []string
			list, expected := invite.Refusals(err)
			for _, e := range list {
				got = append(got, string(e.Code)+" "+e.Field)
			}
			if !expected {
				got = []string{string(invite.CodeOf(err))}
			}
			if !slices.Equal(got, test.want) || p.Queued != test.queued || p.Messages != nil || (p.First != nil) != (test.queued > 0) {
				t.Errorf("%s: %q, %+v", name, got, p)
			}
		})
	}
}

// The messages are those of the contact that was chosen; one who would be
// skipped gets none, which is no reason to refuse the others.
func TestPreviewForAContact(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(3)
	gym.Invite(c[2])
	in := app.InviteInput{Contacts: ids(c[2], c[0], c[1]), Text: app.InvitationText{Channels: new(invite.SMSOnly), Body: new("Hi {{name}}")}}
	for chosen, want := range map[*invite.ID]*invite.ID{nil: &c[0].ID, &c[1].ID: &c[1].ID, &c[2].ID: nil} {
		p := must(w.App.PreviewSending(w.As(gym.Owner), app.SendInvite, in, chosen))(t)
		if diff := cmp.Diff(want, p.Contact); diff != "" || p.Queued != 2 || len(p.Skipped) != 1 || *p.TTLDays != 10 {
			t.Errorf("%v: %+v\n%s", chosen, p, diff)
		}
		if want == nil && p.Messages != nil || want != nil && (len(p.Messages) != 1 || p.Messages[0].Channel != invite.SMS || p.Messages[0].Texts.Body != "Hi {{name}}") {
			t.Errorf("%+v", p.Messages)
		}
	}
	if p := must(w.App.PreviewSending(w.As(gym.Owner), app.SendInvite, app.InviteInput{Contacts: ids(c[2])}, nil))(t); p.Queued != 0 || p.First != nil || p.Last != nil || p.TTLDays != nil || p.Contact != nil {
		t.Errorf("nobody: %+v", p)
	}
}

// A preview waits for nobody: not even for one who holds the contacts.
func TestPreviewTakesNoLocks(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(3)
	gym.Invite(c[0])
	err := w.DB.InTx(t.Context(), func(tx *store.Tx) error {
		if _, err := tx.LockContacts(t.Context(), store.InOrganization(gym.Org.ID), ids(c...)); err != nil {
			return err
		}
		if _, err := tx.LockLane(t.Context(), gym.Location.ID); err != nil {
			return err
		}
		ctx, cancel := context.WithTimeout(w.As(gym.Owner), 20*time.Second)
		defer cancel()
		for _, action := range []app.SendAction{app.SendInvite, app.SendAgain} {
			if p, err := w.App.PreviewSending(ctx, action, app.InviteInput{Contacts: ids(c...)}, nil); err != nil || p.Queued == 0 {
				t.Errorf("%s: %+v, %v", action, p, err)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(w.Log.String(), app.ExampleToken) {
		t.Error("the log holds a message")
	}
}

// Two hundred cost what two do, by ids and by a filter.
func TestPreviewCostsAConstantNumberOfStatements(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	cost := map[app.SendAction][]int{}
	for _, n := range []int{2, 200} {
		gym := w.Place(invite.Gym, "Gym "+strings.Repeat("I", n%7))
		c := gym.Contacts(n)
		gym.Invite(c[:n/2]...)
		for _, action := range []app.SendAction{app.SendInvite, app.SendAgain} {
			before := w.Statements()
			p := must(w.App.PreviewSending(w.As(gym.Owner), action, app.InviteInput{Filter: &store.ContactFilter{}}, nil))(t)
			if cost[action] = append(cost[action], w.Statements()-before); p.Queued != n/2 || len(p.Skipped) != n/2 {
				t.Errorf("%+v", p)
			}
		}
	}
	for action, n := range cost {
		t.Logf("%s: %v statements", action, n)
		if n[0] != n[1] || n[1] > 8 {
			t.Errorf("%s: %d statements for 2, %d for 200", action, n[0], n[1])
		}
	}
}
