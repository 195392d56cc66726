package app_test

import (
	"os"
	"testing"
	"time"

	"usher/app"
	"usher/app/apptest"
	"usher/invite"
)

// The main road: a pasted list becomes contacts, they are invited, one message
// after another leaves, and a person joins and signs in.
func TestFromPasteToSignedIn(t *testing.T) {
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	text, err := os.ReadFile("../examples/paste-200.txt")
	if err != nil {
		t.Fatal(err)
	}
	paste := string(text)
	made, err := w.App.CreateContacts(w.As(gym.Owner), app.CreateInput{Text: &paste, Stage: invite.Member, ClientType: invite.FullAccess, Invite: app.InviteNow})
	if err != nil {
		t.Fatal(err)
	}
	if len(made.Items) != 200 || made.Batch == nil {
		t.Fatalf("%d created, batch %v", len(made.Items), made.Batch)
	}
	if n := len(gym.Waiting()); n != 200 {
		t.Fatalf("%d wait", n)
	}
	messages := gym.SendNext()
	if len(messages) != 1 || messages[0].Channel != invite.Email {
		t.Fatalf("%+v", messages)
	}
	first := messages[0]
	p, err := w.App.Preview(t.Context(), app.Visitor{}, app.Credential{Code: &first.Code})
	if err != nil || p.State != app.PreviewOpen {
		t.Fatalf("%+v %v", p, err)
	}
	if want := apptest.Start.Add(10 * 24 * time.Hour); !p.ExpiresAt.Equal(want) {
		t.Errorf("expires %v, want %v", p.ExpiresAt, want)
	}
	joined, err := w.App.Register(t.Context(), app.Visitor{}, app.RegisterInput{Credential: app.Credential{Token: &first.Token}, Name: "Inès", Password: apptest.Password})
	if err != nil {
		t.Fatal(err)
	}
	c := gym.Contact(joined.Contact)
	if c.Status != invite.Registered || c.Name != "Inès" {
		t.Errorf("%+v", c)
	}
	if _, err := w.App.SignIn(t.Context(), app.Visitor{}, *c.Email, apptest.Password); err != nil {
		t.Errorf("sign in: %v", err)
	}
	_, err = w.App.Register(t.Context(), app.Visitor{}, app.RegisterInput{Credential: app.Credential{Token: &first.Token}, Name: "Inès", Password: apptest.Password})
	if invite.CodeOf(err) != invite.LinkUsed {
		t.Errorf("second use of the link: %v", err)
	}
	_, err = w.App.Register(t.Context(), app.Visitor{}, app.RegisterInput{Credential: app.Credential{Code: &first.Code}, Name: "Inès", Password: apptest.Password})
	if invite.CodeOf(err) != invite.CodeNotValid {
		t.Errorf("second use of the code: %v", err)
	}
}
