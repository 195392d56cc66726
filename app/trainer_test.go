package app_test

import (
	"testing"

	"usher/app"
	"usher/app/apptest"
	"usher/invite"
)

// Owners and leaders give clients to trainers; trainers give theirs to nobody.
func TestWhoseClientAContactIs(t *testing.T) {
	w := apptest.New(t)
	gym, other := w.Place(invite.Gym, "Iron Temple"), w.Place(invite.Gym, "Silver Hall")
	trainer, stranger := gym.Staff(invite.Trainer), other.Staff(invite.Trainer)
	c := gym.Contacts(1)[0]
	give := func(to invite.ID) error {
		return w.App.UpdateContact(w.As(gym.Owner), app.UpdateInput{ID: c.ID, Trainer: &to})
	}
	for _, test := range []struct {
		name string
		to   invite.ID
		want invite.Code
	}{
		{"a trainer of another organization", stranger.Membership, invite.NotFound},
		{"an owner", gym.Owner.Membership, invite.Invalid},
		{"nobody", c.ID, invite.NotFound},
		{"a trainer", trainer.Membership, ""},
	} {
		if got := invite.CodeOf(give(test.to)); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
	if got := gym.Contact(c.ID).TrainerID; got == nil || *got != trainer.Membership {
		t.Fatalf("the trainer is %v", got)
	}
	name := "By the trainer"
	if err := w.App.UpdateContact(w.As(trainer), app.UpdateInput{ID: c.ID, Name: &name}); err != nil {
		t.Errorf("a trainer edits an own client: %v", err)
	}
	err := w.App.UpdateContact(w.As(trainer), app.UpdateInput{ID: c.ID, Clear: []app.ContactField{app.FieldTrainer}})
	if invite.CodeOf(err) != invite.NotAllowed {
		t.Errorf("a trainer gives a client up: %v", err)
	}
	err = w.App.UpdateContact(w.As(gym.Owner), app.UpdateInput{ID: c.ID, Clear: []app.ContactField{app.FieldTrainer}})
	if err != nil || gym.Contact(c.ID).TrainerID != nil {
		t.Errorf("the owner takes the client back: %v", err)
	}
	if err := w.App.UpdateContact(w.As(trainer), app.UpdateInput{ID: c.ID, Name: &name}); invite.CodeOf(err) != invite.NotFound {
		t.Errorf("a trainer edits another's client: %v", err)
	}
}
