package httpd

import (
	"net/http"
	"testing"

	"usher/app"
	"usher/invite"
)

// passes generates access passes and returns what is on the paper.
func (s *site) passes(n int, bound ...invite.ID) []app.PrintedPass {
	s.t.Helper()
	owner := s.world.As(s.gym.Owner)
	run, err := s.world.App.GeneratePasses(owner, app.PassesInput{Count: n})
	if err != nil {
		s.t.Fatal(err)
	}
	rows, err := s.world.DB.PassesOfRuns(s.t.Context(), []invite.ID{run})
	if err != nil {
		s.t.Fatal(err)
	}
	for k, contact := range bound {
		if err := s.world.App.BindPass(owner, rows[k].ID, &contact); err != nil {
			s.t.Fatal(err)
		}
	}
	sheet, err := s.world.App.PrintPasses(owner, app.PrintInput{Selection: app.PassSelection{Run: &run}, Paper: invite.A4, PerPage: 8})
	if err != nil {
		s.t.Fatal(err)
	}
	opened, err := s.world.App.OpenPrint(owner, sheet.ID)
	if err != nil {
		s.t.Fatal(err)
	}
	return opened.Passes
}

// A resident scans the pass, mistypes, proves the email, and is in; the next
// one reads what to do.
func TestJoinWithAPass(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	pass := s.passes(1)[0]
	b := s.browser()
	b.follow("/join/" + pass.Token)
	b.shows("<h1>Your access pass</h1>", "Your access pass lets you join", `name="email"`, `name="phone"`, `name="address"`)
	b.hides(pass.Token, pass.Code, "Not for you, or not interested?")
	status(t, b.submit("/join", "name", "Ana Park", "email", "ana@mail.example", "phone", "12", "address", "12 Birch Lane", "password", goodPassword), http.StatusUnprocessableEntity)
	b.shows("This is no phone number that can receive texts.", `value="12"`, `value="12 Birch Lane"`, `value="ana@mail.example"`, `value="Ana Park"`)
	b.hides(goodPassword)
	status(t, b.submit("/join", "name", "Ana Park", "email", "ana@mail.example", "phone", "+1 202 555 0123", "address", "12 Birch Lane", "password", goodPassword), http.StatusOK)
	b.shows("Check your email", "ana@mail.example")
	b.follow("/join/proof?lang=es") // what was typed survives another language
	b.follow("/join/proof?lang=en")
	status(t, b.submit("/join/proof", "proof", s.proof().Code), http.StatusSeeOther)
	b.follow("/join")
	b.shows("You are in", "Ana Park")
	if n := s.world.Probe.Int(`SELECT count(*) FROM contacts WHERE email = 'ana@mail.example' AND phone = '+12025550123' AND address = '12 Birch Lane' AND joined_by = 'ACCESS_PASS'`); n != 1 {
		t.Error("what was typed is not on file")
	}

	other := s.browser()
	status(t, other.follow("/join/"+pass.Token), http.StatusGone)
	other.shows("This access pass was used", "ask them to add you", "for another access pass")
	other.hides("Ana")
	other.follow("/join/" + "1" + pass.Token[1:24] + "A")
	other = s.browser()
	other.follow("/join")
	status(t, other.submit("/join/code", "code", pass.Code), http.StatusUnprocessableEntity)
	other.shows("This code cannot be used", "ask them to add you")
	other.hides("Iron Temple")
}

func TestJoinWithAPassBoundToAPhone(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	c := s.gym.Create(app.NewContact{Name: "Bo Lind", Phone: "+12025550124"})[0]
	pass := s.passes(1, c.ID)[0]
	if pass.For != "Bo Lind" {
		t.Errorf("the paper says %q", pass.For)
	}
	b := s.browser()
	b.follow("/join")
	status(t, b.submit("/join/code", "code", invite.GroupCode(pass.Code)), http.StatusSeeOther)
	b.follow("/join")
	b.shows("is for the person with the phone", "+1•••24")
	b.hides("Bo Lind", "+12025550124", `name="phone"`)
	status(t, b.submit("/join", "name", "Bo", "email", "bo@mail.example", "password", goodPassword), http.StatusOK)
	b.shows("Check your phone", "+1•••24")
	if p := s.proof(); p.Channel != invite.SMS || p.To != "+12025550124" {
		t.Errorf("%+v", p)
	}
	status(t, b.submit("/join/proof", "phone-proof", ""), http.StatusUnprocessableEntity)
	b.shows("Enter the 6 digits from the text message.", "Check your phone")
	status(t, b.submit("/join/proof", "phone-proof", "000 00x"), http.StatusUnprocessableEntity)
	b.shows("This code is wrong", "Check your phone")
	status(t, b.submit("/join/proof", "phone-proof", s.proof().Code), http.StatusOK)
	b.shows("Check your email", "bo@mail.example")
	if p := s.proof(); p.Channel != invite.Email || p.To != "bo@mail.example" {
		t.Errorf("%+v", p)
	}
	status(t, b.submit("/join/proof", "proof", "000 00x"), http.StatusUnprocessableEntity)
	b.shows("Check your email", "This code is wrong")
	status(t, b.submit("/join/proof", "proof", s.proof().Code), http.StatusSeeOther)
	b.follow("/join")
	b.shows("You are in")
	if got := s.gym.Contact(c.ID); got.Status != invite.Registered || *got.Email != "bo@mail.example" {
		t.Errorf("%+v", got)
	}
}

// The mail's link of somebody whom the head of a household added.
func TestConfirmAHousehold(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	head := s.joined("Ana Park", "ana@mail.example")
	if _, err := s.world.App.CreateHousehold(s.world.As(s.gym.Owner), app.NewHousehold{Address: new("12 Birch Lane"), Members: []invite.ID{head.Contact}, Head: &head.Contact}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.world.App.AddHouseholdMember(s.world.As(head), app.MemberInput{Name: "Dee Park", Email: new("dee@mail.example")}); err != nil {
		t.Fatal(err)
	}
	message := s.world.Mail.Additions()[0]
	b := s.browser()
	b.follow("/join/" + message.Token)
	b.shows("You are invited", "Ana Park", "has added you to the household", "12 Birch Lane", "Not for you, or not interested?")
	b.hides(message.Token, "has invited")
	status(t, b.submit("/join", "name", "Dee Park", "password", goodPassword), http.StatusSeeOther)
	b.follow("/join")
	b.shows("You are in", "/household")

	if _, err := s.world.App.AddHouseholdMember(s.world.As(head), app.MemberInput{Name: "Eve", Email: new("eve@mail.example")}); err != nil {
		t.Fatal(err)
	}
	message = s.world.Mail.Additions()[1]
	b = s.browser()
	b.follow("/join/" + message.Token)
	status(t, b.submit("/join/decline"), http.StatusOK)
	b.shows("You have declined")
	status(t, s.browser().follow("/join/"+message.Token), http.StatusNotFound)
	if n := s.world.Probe.Int(`SELECT count(*) FROM contacts WHERE email = 'eve@mail.example'`); n != 0 {
		t.Error("who declined is on file")
	}
}
