package app_test

import (
	"context"
	"errors"
	"regexp"
	"strings"
	"testing"
	"time"

	"usher/app"
	"usher/app/apptest"
	"usher/invite"
)

// texted is somebody who got an invitation by text, and an email beside it
// where one is on file.
type texted struct {
	*apptest.World
	gym     *apptest.Place
	contact invite.Contact
	sms     app.Message
}

func newTexted(t *testing.T, c app.NewContact, change ...func(*app.Deps)) texted {
	t.Helper()
	w := apptest.New(t, change...)
	gym := w.Place(invite.Gym, "Iron Temple")
	contact := gym.Create(c)[0]
	m := gym.Send(contact)
	return texted{w, gym, contact, m[len(m)-1]}
}

// join tries to register by the text message.
func (x texted) join(email, proof *string) error {
	in := by(x.sms)
	in.Email, in.Proof = email, proof
	_, err := register(x.World, in)
	return err
}

// mailed asks for a proof and returns its digits.
func (x texted) mailed(t *testing.T, email *string) app.Proof {
	t.Helper()
	before := len(x.Mail.Proofs())
	refused(t, "the first try", x.join(email, nil), invite.EmailProofNeeded, "input.emailProof")
	proofs := x.Mail.Proofs()
	if len(proofs) != before+1 {
		t.Fatalf("%d proofs were mailed", len(proofs)-before)
	}
	return proofs[before]
}

// wrong returns other digits than code.
func wrong(code string) *string {
	last := "7"
	if code[5:] == last {
		last = "8"
	}
	return new(code[:5] + last)
}

// Who joins by text proves the email on file by six digits that are mailed
// there.
func TestProofOfTheEmailOnFile(t *testing.T) {
	t.Parallel()
	x := newTexted(t, app.NewContact{Name: "Ada", Email: "ada@example.com", Phone: "+12025550123"})
	p := x.mailed(t, new("elsewhere@example.com")) // what is typed counts only where nothing is on file
	if p.To != "ada@example.com" || p.Organization.Name != "Iron Temple" || p.Lifetime != 10*time.Minute || !regexp.MustCompile(`^\d{6}$`).MatchString(p.Code) {
		t.Errorf("%+v", p)
	}
	if n := x.Probe.Int(`SELECT count(*) FROM proofs p WHERE p::text LIKE '%' || $1 || '%'`, p.Code); n != 0 {
		t.Error("the digits are stored as they are")
	}
	if s := x.gym.Contact(x.contact.ID).Status; s != invite.ContactStatus(invite.Pending) || x.Probe.Int(`SELECT count(*) FROM accounts WHERE email = 'ada@example.com'`) != 0 {
		t.Errorf("before the proof: %s", s)
	}
	refused(t, "wrong", x.join(nil, wrong(p.Code)), invite.EmailProofWrong, "input.emailProof")
	if err := x.join(nil, new(p.Code[:3]+" "+p.Code[3:])); err != nil {
		t.Errorf("right, as people type it: %v", err)
	}
}

// Where no email is on file, one is asked for, proven and kept.
func TestProofOfATypedEmail(t *testing.T) {
	t.Parallel()
	x := newTexted(t, app.NewContact{Name: "Ada", Phone: "+12025550123"})
	for name, email := range map[string]*string{"none": nil, "blank": new(" ")} {
		x.Unchanged(name, func() { refused(t, name, x.join(email, nil), invite.Required, "input.email") })
	}
	x.Unchanged("bad", func() { refused(t, "bad", x.join(new("a@@b"), nil), invite.Invalid, "input.email") })
	p := x.mailed(t, new("Ada@Example.com"))
	if p.To != "ada@example.com" {
		t.Errorf("mailed to %s", p.To)
	}
	refused(t, "for another email", x.join(new("eve@example.com"), &p.Code), invite.EmailProofWrong, "input.emailProof")
	if err := x.join(new("ADA@example.com"), &p.Code); err != nil {
		t.Fatal(err)
	}
	if c := x.gym.Contact(x.contact.ID); c.Email == nil || *c.Email != "ada@example.com" {
		t.Errorf("%+v", c)
	}
	if _, err := x.App.SignIn(t.Context(), app.Visitor{}, "ada@example.com", apptest.Password); err != nil {
		t.Error(err)
	}
}

// A typed email that another contact of the organization has is refused after
// it is proven, and nobody joins.
func TestTypedEmailOfAnotherContact(t *testing.T) {
	t.Parallel()
	x := newTexted(t, app.NewContact{Phone: "+12025550123"})
	x.gym.Create(app.NewContact{Email: "ada@example.com"})
	p := x.mailed(t, new("ada@example.com"))
	refused(t, "taken", x.join(new("ada@example.com"), &p.Code), invite.EmailTaken, "input.email")
	if x.Probe.Int(`SELECT count(*) FROM accounts WHERE email = 'ada@example.com'`)+x.Probe.Int(`SELECT count(*) FROM memberships WHERE role = 'CLIENT'`) != 0 {
		t.Error("somebody joined")
	}
}

// After five wrong tries the right digits are refused too, as they are after
// ten minutes, and after newer ones were mailed.
func TestProofsEnd(t *testing.T) {
	t.Parallel()
	ada := app.NewContact{Email: "ada@example.com", Phone: "+12025550123"}
	t.Run("five tries", func(t *testing.T) {
		t.Parallel()
		x := newTexted(t, ada)
		p := x.mailed(t, nil)
		for range 5 {
			refused(t, "wrong", x.join(nil, wrong(p.Code)), invite.EmailProofWrong, "input.emailProof")
		}
		refused(t, "right, the sixth", x.join(nil, &p.Code), invite.EmailProofWrong, "input.emailProof")
		fresh := x.mailed(t, nil)
		if err := x.join(nil, &fresh.Code); err != nil {
			t.Errorf("a new one: %v", err)
		}
	})
	t.Run("the fifth try", func(t *testing.T) {
		t.Parallel()
		x := newTexted(t, ada)
		p := x.mailed(t, nil)
		for range 4 {
			refused(t, "wrong", x.join(nil, wrong(p.Code)), invite.EmailProofWrong, "input.emailProof")
		}
		if err := x.join(nil, &p.Code); err != nil {
			t.Error(err)
		}
	})
	t.Run("guessing at once", func(t *testing.T) {
		t.Parallel()
		x := newTexted(t, ada)
		p := x.mailed(t, nil)
		atOnce(30, func(int) error { return x.join(nil, wrong(p.Code)) })
		if n := x.Probe.Int(`SELECT tries FROM proofs`); n != 5 {
			t.Errorf("%d tries were let through", n)
		}
	})
	t.Run("ten minutes", func(t *testing.T) {
		t.Parallel()
		x := newTexted(t, ada)
		p := x.mailed(t, nil)
		x.Clock.Advance(10 * time.Minute)
		refused(t, "late", x.join(nil, &p.Code), invite.EmailProofWrong, "input.emailProof")
	})
	t.Run("newer digits", func(t *testing.T) {
		t.Parallel()
		x := newTexted(t, ada)
		old, fresh := x.mailed(t, nil), x.mailed(t, nil)
		if old.Code != fresh.Code {
			refused(t, "old", x.join(nil, &old.Code), invite.EmailProofWrong, "input.emailProof")
		}
	})
	t.Run("somebody else's", func(t *testing.T) {
		t.Parallel()
		x := newTexted(t, ada)
		other := x.Place(invite.Gym, "Other Gym")
		m := other.Send(other.Create(ada)[0])[1]
		p := x.mailed(t, nil)
		in := by(m)
		in.Proof = &p.Code
		_, err := register(x.World, in)
		refused(t, "of another invitation", err, invite.EmailProofWrong, "input.emailProof")
	})
}

// Nothing is said about accounts before the email is proven.
func TestAccountsAreSecretUntilTheProof(t *testing.T) {
	t.Parallel()
	said := map[bool][]string{}
	for _, exists := range []bool{false, true} {
		x := newTexted(t, app.NewContact{Phone: "+12025550123"})
		email := new("ada@example.com")
		if exists {
			coach := x.Place(invite.Coach, "Coach Kim")
			coach.Join(coach.Send(coach.Create(app.NewContact{Email: *email})[0])[0])
		}
		try := func(password string, proof *string) error {
			in := by(x.sms)
			in.Email, in.Password, in.Proof = email, password, proof
			_, err := register(x.World, in)
			return err
		}
		for _, err := range []error{try("weak", nil), try("Other9-Otter", nil), try("Other9-Otter", new("000000"))} {
			said[exists] = append(said[exists], errorText(err))
		}
		proofs := x.Mail.Proofs()
		code := proofs[len(proofs)-1].Code
		if !exists {
			continue
		}
		refused(t, "proven, another password", try("Other9-Otter", &code), invite.AccountExists, "input.password")
		if err := try(apptest.Password, &code); err != nil {
			t.Errorf("proven, the account's password: %v", err)
		}
	}
	if a, b := strings.Join(said[false], "\n"), strings.Join(said[true], "\n"); a != b {
		t.Errorf("without an account:\n%s\nwith one:\n%s", a, b)
	}
}

type brokenMailer struct{}

func (brokenMailer) SendProof(context.Context, app.Proof) error { return errors.New("550 no") }

func TestProofThatCannotBeMailed(t *testing.T) {
	t.Parallel()
	x := newTexted(t, app.NewContact{Email: "ada@example.com", Phone: "+12025550123"}, func(d *app.Deps) { d.Mailer = brokenMailer{} })
	err := x.join(nil, nil)
	refused(t, "not mailed", err, invite.EmailProofUnsent, "input.emailProof")
	if strings.Contains(err.Error(), "550") || !strings.Contains(err.Error(), "desk@iron-temple.example") {
		t.Errorf("%v", err)
	}
}
