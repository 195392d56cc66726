package app_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"usher/app"
	"usher/app/apptest"
	"usher/invite"
	"usher/store"
)

// A retried call answers as the first did and does nothing, for each mutation
// that takes a key, however the selection was made.
func TestRetriedCalls(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(4)
	key := new("key-1")
	create := pasted("a@example.com b@example.com")
	create.Invite, create.IdempotencyKey = app.InviteNow, key
	invitation := app.InviteInput{Contacts: ids(c[0], c[1]), IdempotencyKey: key}
	filter := app.InviteInput{Filter: &store.ContactFilter{Statuses: []invite.ContactStatus{invite.NotInvited}}, IdempotencyKey: new("key-2")}
	for name, call := range map[string]func() (any, error){
		"create":           func() (any, error) { return w.App.CreateContacts(w.As(gym.Owner), create) },
		"invite by ids":    func() (any, error) { return w.App.InviteContacts(w.As(gym.Owner), invitation) },
		"invite by filter": func() (any, error) { return w.App.InviteContacts(w.As(gym.Owner), filter) },
	} {
		first, err := call()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		w.Clock.Advance(time.Hour)
		w.Unchanged(name+", again", func() {
			again, err := call()
			if err != nil {
				t.Errorf("%s, again: %v", name, err)
			}
			if diff := cmp.Diff(first, again); diff != "" {
				t.Errorf("%s, again:\n%s", name, diff)
			}
		})
	}
}

func TestRetriedResend(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(1)[0]
	gym.Send(c)
	w.Clock.Advance(time.Hour)
	in := app.ResendInput{Invitation: gym.Invitation(c.ID).ID, IdempotencyKey: new("key")}
	if err := w.App.ResendInvitation(w.As(gym.Owner), in); err != nil {
		t.Fatal(err)
	}
	gym.SendNext()
	w.Unchanged("the same resend", func() { // without the key it would be TOO_SOON
		if err := w.App.ResendInvitation(w.As(gym.Owner), in); err != nil {
			t.Error(err)
		}
	})
}

func TestRetriedResendOfMany(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(2)
	gym.Send(c[0])
	w.Clock.Advance(time.Hour)
	in := app.InviteInput{Contacts: ids(c...), IdempotencyKey: new("key")}
	must(w.App.InviteContacts(w.As(gym.Owner), in))(t) // keys of two mutations do not meet
	gym.SendNext()
	w.Clock.Advance(time.Hour)
	first := must(w.App.ResendInvitations(w.As(gym.Owner), in))(t)
	gym.SendNext()
	w.Unchanged("the same resend", func() {
		if diff := cmp.Diff(first, must(w.App.ResendInvitations(w.As(gym.Owner), in))(t)); diff != "" {
			t.Error(diff)
		}
		in.Text.Button = new("Other")
		_, err := w.App.ResendInvitations(w.As(gym.Owner), in)
		refused(t, "the same key with other texts", err, invite.IdempotencyReused, "input.idempotencyKey")
	})
}

// Fifty copies of one call at once have one effect and one answer.
func TestFiftyRetriesAtOnce(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(5)
	in := app.InviteInput{Contacts: ids(c...), IdempotencyKey: new("key")}
	results := make([]app.InviteResult, 50)
	for _, err := range atOnce(len(results), func(i int) (err error) {
		results[i], err = w.App.InviteContacts(w.As(gym.Owner), in)
		return err
	}) {
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, r := range results {
		if diff := cmp.Diff(results[0], r); diff != "" {
			t.Fatalf("two answers to one call:\n%s", diff)
		}
	}
	if results[0].Batch == nil {
		t.Fatal("the answer is that of a call that came later")
	}
	for table, want := range map[string]int{"invitations": 5, "rounds": 5, "batches": 1, "idempotency_keys": 1} {
		if n := w.Probe.Int(`SELECT count(*) FROM ` + table); n != want {
			t.Errorf("%d %s, want %d", n, table, want)
		}
	}
}

func TestKeysAreTheirCallsAlone(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	leader := gym.Staff(invite.Leader)
	c := gym.Contacts(4)
	in := func(n int) app.InviteInput {
		return app.InviteInput{Contacts: ids(c[n]), IdempotencyKey: new("key")}
	}
	must(w.App.InviteContacts(w.As(gym.Owner), in(0)))(t)
	w.Unchanged("other input", func() {
		_, err := w.App.InviteContacts(w.As(gym.Owner), in(1))
		refused(t, "other input", err, invite.IdempotencyReused, "input.idempotencyKey")
	})
	if r := must(w.App.InviteContacts(w.As(leader), in(1)))(t); r.Items[0].Invitation == nil {
		t.Errorf("another person's key: %+v", r)
	}
	other := pasted("a@example.com")
	other.IdempotencyKey = new("key")
	if r := must(w.App.CreateContacts(w.As(gym.Owner), other))(t); !r.Items[0].New {
		t.Errorf("another mutation's key: %+v", r)
	}
	w.Clock.Advance(24*time.Hour + time.Second)
	if err := w.App.Forget(w.System("forget")); err != nil {
		t.Fatal(err)
	}
	if r := must(w.App.InviteContacts(w.As(gym.Owner), in(2)))(t); r.Items[0].Invitation == nil {
		t.Errorf("a day later: %+v", r)
	}
}

// A refused call leaves its key free to be corrected under.
func TestARefusedCallKeepsNoKey(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(1)[0]
	in := app.InviteInput{Contacts: []invite.ID{c.ID, store.NewID()}, IdempotencyKey: new("key")}
	w.Unchanged("refused", func() {
		if _, err := w.App.InviteContacts(w.As(gym.Owner), in); invite.CodeOf(err) != invite.NotFound {
			t.Fatal(err)
		}
	})
	in.Contacts = ids(c)
	if r := must(w.App.InviteContacts(w.As(gym.Owner), in))(t); r.Items[0].Invitation == nil {
		t.Errorf("corrected: %+v", r)
	}
	if n := w.Probe.Int(`SELECT count(*) FROM idempotency_keys WHERE result::text LIKE '%person%'`); n != 0 {
		t.Error("a stored answer holds more than ids")
	}
}
