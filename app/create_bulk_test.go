package app_test

import (
	"fmt"
	"testing"

	"usher/app"
	"usher/app/apptest"
	"usher/invite"
)

// Two people paste the same list at the same time: each entry is created once,
// and everybody learns what became of each.
func TestTheSameListTwiceAtOnce(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	leader := gym.Staff(invite.Leader)
	results := make([]app.CreateResult, 4)
	for _, err := range atOnce(len(results), func(i int) (err error) {
		in := pasted(addresses(200))
		in.Invite = app.InviteNow
		actor := gym.Owner
		if i%2 == 1 {
			actor = leader
		}
		results[i], err = w.App.CreateContacts(w.As(actor), in)
		return err
	}) {
		if err != nil {
			t.Fatal(err)
		}
	}
	for n := range 200 {
		made := 0
		for _, r := range results {
			item := r.Items[n]
			if item.New {
				made++
			}
			if item.Contact == nil || *item.Contact != *results[0].Items[n].Contact {
				t.Fatalf("entry %d: %+v", n, item)
			}
		}
		if made != 1 {
			t.Errorf("entry %d was created %d times", n, made)
		}
	}
	for what, want := range map[string]int{"contacts": 200, "invitations": 200, "rounds": 200, "deliveries": 400, "batches": 1} {
		if n := w.Probe.Int(`SELECT count(*) FROM ` + what); n != want {
			t.Errorf("%d %s, want %d", n, what, want)
		}
	}
	totals := must(w.DB.StatusTotals(t.Context(), []invite.ID{gym.Org.ID}, w.Clock.Now()))(t)
	if len(totals) != 1 || totals[0].Status != invite.ContactStatus(invite.Queued) || totals[0].N != 200 {
		t.Errorf("kept counts: %+v", totals)
	}
	if n := w.Probe.Int(`SELECT count(*) FROM events WHERE kind = 'CONTACT_CREATED'`); n != 200 {
		t.Errorf("%d facts of creation, want 200", n)
	}
}

// A list costs a handful of statements, however long it is.
func TestListsCostAConstantNumberOfStatements(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	program := must(w.App.CreateProgram(w.As(gym.Owner), nil, "Yoga"))(t)
	group := must(w.App.CreateGroup(w.As(gym.Owner), nil, "Early"))(t)
	cost := func(do func() error) int {
		before := w.Statements()
		if err := do(); err != nil {
			t.Fatal(err)
		}
		return w.Statements() - before
	}
	type costs struct{ Create, Invite, Cancel int }
	of := func(n int) (c costs) {
		list := make([]app.NewContact, n)
		for i := range list {
			list[i] = app.NewContact{Email: fmt.Sprintf("at-once-%d-%d@example.com", n, i), Phone: fmt.Sprintf("+1202555%04d", i)}
		}
		now := listed(list...)
		now.Invite, now.Program, now.Groups = app.InviteNow, &program.ID, []invite.ID{group.ID}
		c.Create = cost(func() error { _, err := w.App.CreateContacts(w.As(gym.Owner), now); return err })
		for i := range list {
			list[i].Email = "later-" + list[i].Email
		}
		var batch invite.ID
		contacts := gym.Create(list...)
		c.Invite = cost(func() error { batch = *gym.Invite(contacts...).Batch; return nil })
		c.Cancel = cost(func() error { _, err := w.App.CancelBatch(w.As(gym.Owner), batch); return err })
		return c
	}
	few, many := of(10), of(200)
	if few != many {
		t.Errorf("10 contacts cost %+v statements, 200 cost %+v", few, many)
	}
	if many.Create > 25 || many.Invite > 20 {
		t.Errorf("more than a handful: %+v", many)
	}
	t.Logf("statements: %+v", many)
}
