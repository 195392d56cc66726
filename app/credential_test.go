package app_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"usher/app"
	"usher/app/apptest"
	"usher/invite"
)

// ends are all ways in which a sent message stops being an invitation.
var ends = map[string]struct {
	do   func(t *testing.T, w *apptest.World, p *apptest.Place, c invite.Contact, sent app.Message)
	link app.PreviewState
	code invite.Code // what registering by the link answers
}{
	"used": {func(_ *testing.T, _ *apptest.World, p *apptest.Place, _ invite.Contact, m app.Message) { p.Join(m) },
		app.PreviewUsed, invite.LinkUsed},
	"revoked": {func(t *testing.T, w *apptest.World, p *apptest.Place, c invite.Contact, _ app.Message) {
		if err := w.App.RevokeInvitation(w.As(p.Owner), p.Invitation(c.ID).ID, ""); err != nil {
			t.Fatal(err)
		}
	}, app.PreviewNotValid, invite.LinkNotValid},
	"lapsed": {func(_ *testing.T, w *apptest.World, _ *apptest.Place, _ invite.Contact, _ app.Message) {
		w.Clock.Advance(10 * 24 * time.Hour)
	}, app.PreviewExpired, invite.LinkExpired},
	"expired": {func(t *testing.T, w *apptest.World, p *apptest.Place, c invite.Contact, _ app.Message) {
		w.Clock.Advance(10 * 24 * time.Hour)
		expire(t, w, p.Invitation(c.ID).ID)
	}, app.PreviewExpired, invite.LinkExpired},
	"offline": {func(t *testing.T, w *apptest.World, p *apptest.Place, c invite.Contact, _ app.Message) {
		setType(t, w, p, c.ID, invite.Offline)
	}, app.PreviewOffline, invite.OfflineClient},
	"replaced": {func(t *testing.T, w *apptest.World, p *apptest.Place, c invite.Contact, _ app.Message) {
		resendLater(t, w, p, c)
		p.SendNext()
	}, app.PreviewNotValid, invite.LinkNotValid},
	"declined": {func(t *testing.T, w *apptest.World, _ *apptest.Place, _ invite.Contact, m app.Message) {
		if err := w.App.Decline(t.Context(), app.Visitor{}, app.Credential{Token: &m.Token}); err != nil {
			t.Fatal(err)
		}
	}, app.PreviewNotValid, invite.LinkNotValid},
	"archived": {func(_ *testing.T, w *apptest.World, _ *apptest.Place, c invite.Contact, _ app.Message) {
		w.Probe.Exec(`UPDATE contacts SET archived_at = now() WHERE id = $1`, c.ID)
	}, app.PreviewNotValid, invite.LinkNotValid},
	"address corrected": {func(t *testing.T, w *apptest.World, p *apptest.Place, c invite.Contact, _ app.Message) {
		if err := w.App.UpdateContact(w.As(p.Owner), app.UpdateInput{ID: c.ID, Email: new("right@example.com")}); err != nil {
			t.Fatal(err)
		}
	}, app.PreviewNotValid, invite.LinkNotValid},
}

// A typed code that cannot be used has one answer, whatever the reason, from
// everything that takes it; and using it changes nothing.
func TestOneAnswerForEveryBadCode(t *testing.T) {
	t.Parallel()
	answers := func(w *apptest.World, code string) (out []string) {
		cred := app.Credential{Code: &code}
		p, err := w.App.Preview(w.T.Context(), app.Visitor{}, cred)
		if err != nil || !cmp.Equal(p.State, app.PreviewNotValid) || p.Organization.Name != "" || p.Name+p.MaskedAddress+p.MaskedEmail != "" || p.ExpiresAt != nil {
			w.T.Errorf("preview: %+v %v", p, err)
		}
		_, err = w.App.Register(w.T.Context(), app.Visitor{}, app.RegisterInput{Credential: cred, Name: "Ada", Password: apptest.Password})
		out = append(out, errorText(err))
		_, err = w.App.Register(w.T.Context(), app.Visitor{}, app.RegisterInput{Credential: cred, Name: "Ada", Password: "weak"})
		out = append(out, errorText(err))
		return append(out, errorText(w.App.Decline(w.T.Context(), app.Visitor{}, cred)))
	}
	const text = "CODE_NOT_VALID: input.code: This code cannot be used. Check it, or ask the place that gave it to you for a new one. " +
		"If somebody of your household has joined with it, ask them to add you."
	want := []string{text, text, text}
	t.Run("unknown", func(t *testing.T) {
		t.Parallel()
		w := apptest.New(t)
		w.Place(invite.Gym, "Iron Temple")
		for _, code := range []string{"0000000000", "ABCDEFGHJK", "", "no code", "ABCDEFGHJKM", strings.Repeat("A", 100_000), "ABCDE\x00GHJK", "ÄÄÄÄÄÄÄÄÄÄ"} {
			w.Unchanged("unknown", func() {
				if diff := cmp.Diff(want, answers(w, code)); diff != "" {
					t.Errorf("%.20q:\n%s", code, diff)
				}
			})
		}
	})
	for name, end := range ends {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := apptest.New(t)
			gym := w.Place(invite.Gym, "Iron Temple")
			c := gym.Contacts(1)[0]
			m := gym.Send(c)[0]
			end.do(t, w, gym, c, m)
			w.Unchanged(name, func() {
				if diff := cmp.Diff(want, answers(w, m.Code)); diff != "" {
					t.Error(diff)
				}
			})
		})
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// The holder of a whole link learns what became of it.
func TestLinkStates(t *testing.T) {
	t.Parallel()
	for name, end := range ends {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := apptest.New(t)
			gym := w.Place(invite.Gym, "Iron Temple")
			c := gym.Contacts(1)[0]
			m := gym.Send(c)[0]
			if s := look(t, w, m); s != app.PreviewOpen {
				t.Fatalf("before: %s", s)
			}
			end.do(t, w, gym, c, m)
			w.Unchanged(name, func() {
				p := must(w.App.Preview(t.Context(), app.Visitor{}, app.Credential{Token: &m.Token}))(t)
				if p.State != end.link || p.Name != "" || p.MaskedEmail != "" || p.ExpiresAt != nil {
					t.Errorf("%+v", p)
				}
				if (p.Organization.Name == "") != (end.link == app.PreviewNotValid) {
					t.Errorf("the organization's name is %q", p.Organization.Name)
				}
				_, err := w.App.Register(t.Context(), app.Visitor{}, app.RegisterInput{Credential: app.Credential{Token: &m.Token}, Name: "Ada", Password: apptest.Password})
				refused(t, "register", err, end.code, "input.token")
				if end.link != app.PreviewNotValid && !strings.Contains(err.Error(), "desk@iron-temple.example") {
					t.Errorf("the support contact is not named: %v", err)
				}
				refused(t, "decline", w.App.Decline(t.Context(), app.Visitor{}, app.Credential{Token: &m.Token}), end.code, "input.token")
			})
		})
	}
}

func TestNoLink(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	m := gym.Send(gym.Contacts(1)[0])[0]
	other := "1" + strings.Repeat("A", invite.LinkTokenLength-1)
	for _, token := range []string{"", "x", other, m.Token + "A", m.Token[1:], strings.ToLower(m.Token) + " ", m.Code} {
		w.Unchanged("no link", func() {
			p := must(w.App.Preview(t.Context(), app.Visitor{}, app.Credential{Token: &token}))(t)
			if p.State != app.PreviewNotValid {
				t.Errorf("%q: %s", token, p.State)
			}
		})
	}
	for name, cred := range map[string]app.Credential{"neither": {}, "both": {Token: &m.Token, Code: &m.Code}} {
		_, err := w.App.Preview(t.Context(), app.Visitor{}, cred)
		refused(t, name, err, invite.Required, "input.code")
	}
}

// A code is read as people write it.
func TestForgivingCodes(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	code := gym.Send(gym.Contacts(1)[0])[0].Code
	for _, typed := range []string{code, invite.GroupCode(code), strings.ToLower(code), " " + code[:3] + " - " + code[3:] + "\n",
		strings.NewReplacer("0", "O", "1", "l").Replace(code), strings.NewReplacer("0", "o", "1", "I").Replace(code)} {
		if p := must(w.App.Preview(t.Context(), app.Visitor{}, app.Credential{Code: &typed}))(t); p.State != app.PreviewOpen {
			t.Errorf("%q for %q: %s", typed, code, p.State)
		}
	}
}

// What the holder of an open invitation is shown, and nothing more.
func TestPreview(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	gym.Set(invite.PolicyPatch{PaceSeconds: new(0)})
	c := gym.Create(app.NewContact{Name: "Ada", Email: "adalovelace@example.com", Phone: "+12025550123"}, app.NewContact{Phone: "+12025550124"}, app.NewContact{Email: "ab@example.com"})
	type shown struct {
		Name, Address, Email  string
		NeedsProof, NeedsMail bool
	}
	for n, want := range [][]shown{
		{{"Ada", "a•••e@example.com", "a•••e@example.com", false, false}, {"Ada", "+1•••23", "a•••e@example.com", true, false}},
		{{"", "+1•••24", "", true, true}},
		{{"", "a•••@example.com", "a•••@example.com", false, false}},
	} {
		for k, m := range gym.Send(c[n]) {
			p := must(w.App.Preview(t.Context(), app.Visitor{}, app.Credential{Code: &m.Code}))(t)
			got := shown{p.Name, p.MaskedAddress, p.MaskedEmail, p.NeedsProof, p.NeedsEmail}
			if diff := cmp.Diff(want[k], got); diff != "" {
				t.Errorf("contact %d, %s:\n%s", n, m.Channel, diff)
			}
			if p.Organization.Name != "Iron Temple" || !p.ExpiresAt.Equal(m.ExpiresAt) {
				t.Errorf("%s %v", p.Organization.Name, p.ExpiresAt)
			}
		}
	}
}

// A message may be redeemed before our record of its sending is written; that
// record then changes nothing.
func TestRedeemedOnItsWay(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(1)[0]
	gym.Invite(c)
	m := gym.Grant().Messages
	if p := must(w.App.Preview(t.Context(), app.Visitor{}, app.Credential{Token: &m[0].Token}))(t); p.State != app.PreviewOpen || p.ExpiresAt != nil {
		t.Errorf("%+v", p)
	}
	gym.Join(m[0])
	if i := gym.Invitation(c.ID); i.State != invite.Accepted {
		t.Errorf("%+v", i)
	}
	if diff := cmp.Diff([]invite.DeliveryState{invite.Sent, invite.Cancelled}, states(gym, c.ID)); diff != "" {
		t.Error(diff)
	}
	dead(t, w, gym.Invitation(c.ID).ID)
	w.Unchanged("recorded late", func() {
		gym.Record(m[0], app.Outcome{ProviderID: "late"})
		gym.Record(m[1], app.Outcome{ProviderID: "late"})
	})
}

func TestDecline(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	c := gym.Contacts(1)[0]
	m := gym.Send(c)
	resendLater(t, w, gym, c)
	if err := w.App.Decline(t.Context(), app.Visitor{}, app.Credential{Code: &m[0].Code}); err != nil {
		t.Fatal(err)
	}
	i := gym.Invitation(c.ID)
	if i.State != invite.Declined || gym.Contact(c.ID).Status != invite.ContactStatus(invite.Declined) || len(gym.Waiting()) != 0 {
		t.Errorf("%+v, %d wait", i, len(gym.Waiting()))
	}
	dead(t, w, i.ID)
	f := must(w.DB.Timelines(t.Context(), []invite.ID{i.ID}, 10))(t)
	var kinds []invite.FactKind
	for _, fact := range f[:2] {
		kinds = append(kinds, fact.Kind)
		if fact.ActorName != "the invitee" {
			t.Errorf("%+v", fact)
		}
	}
	if diff := cmp.Diff([]invite.FactKind{invite.InvitationDeclined, invite.RoundWasCancelled}, kinds); diff != "" {
		t.Error(diff)
	}
	gym.Invite(c)
	if i := gym.Invitation(c.ID); i.State != invite.Queued || i.Round != 1 {
		t.Errorf("invited anew: %+v", i)
	}
}
