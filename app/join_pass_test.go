package app_test

import (
	"testing"
	"time"

	"usher/app"
	"usher/app/apptest"
	"usher/invite"
	"usher/store"
)

// village is a community with access passes.
type village struct {
	*apptest.World
	place  *apptest.Place
	passes []app.PrintedPass
	rows   []invite.AccessPass
}

// newVillage generates n passes and reads them as they are printed.
func newVillage(t *testing.T, n int, in app.PassesInput, change ...func(*app.Deps)) village {
	t.Helper()
	w := apptest.New(t, change...)
	place := w.Place(invite.Community, "Maple Commons")
	return newPasses(t, place, n, in)
}

func newPasses(t *testing.T, place *apptest.Place, n int, in app.PassesInput) village {
	t.Helper()
	in.Count = n
	run, rows := generate(t, place, in)
	return village{place.World, place, onPaper(t, place, run.ID), rows}
}

// onPaper returns what stands on the paper of a run.
func onPaper(t *testing.T, place *apptest.Place, run invite.ID) []app.PrintedPass {
	t.Helper()
	owner := place.World.As(place.Owner)
	sheet := must(place.World.App.PrintPasses(owner, app.PrintInput{Selection: app.PassSelection{Run: &run}, Paper: invite.A4, PerPage: 8}))(t)
	return must(place.World.App.OpenPrint(owner, sheet.ID))(t).Passes
}

// with is the input of somebody who types the pass's code.
func with(p app.PrintedPass, email string) app.RegisterInput {
	return app.RegisterInput{Credential: app.Credential{Code: &p.Code}, Name: "Ana Park", Password: apptest.Password, Email: &email}
}

// joinWith joins with the input, and with every proof that it asks for.
func joinWith(t *testing.T, w *apptest.World, in app.RegisterInput) (app.Registered, error) {
	t.Helper()
	for {
		joined, err := register(w, in)
		switch invite.CodeOf(err) {
		case invite.PhoneProofNeeded:
			in.PhoneProof = new(lastProof(w, invite.SMS).Code)
		case invite.EmailProofNeeded:
			in.Proof = new(lastProof(w, invite.Email).Code)
		default:
			return joined, err
		}
	}
}

func lastProof(w *apptest.World, ch invite.Channel) app.Proof {
	w.T.Helper()
	list := w.Mail.Proofs()
	for n := len(list) - 1; n >= 0; n-- {
		if list[n].Channel == ch {
			return list[n]
		}
	}
	w.T.Fatalf("no proof was sent by %s", ch)
	return app.Proof{}
}

func (v village) pass(t *testing.T, n int) invite.AccessPass {
	t.Helper()
	return passesOf(t, v.World, v.rows[n].RunID)[n]
}

func (v village) household(t *testing.T, contact invite.ID) *invite.Household {
	t.Helper()
	c := v.place.Contact(contact)
	if c.HouseholdID == nil {
		return nil
	}
	h := must(v.DB.Household(t.Context(), store.InOrganization(v.place.Org.ID), *c.HouseholdID))(t)
	return &h
}

// A pass is bound to nobody: whoever holds it joins as themselves, with a
// household of their own where households are billed.
func TestJoinWithAPass(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	place := w.Place(invite.Community, "Maple Commons")
	street := must(w.App.CreateGroup(w.As(place.Owner), nil, "Birch Lane"))(t)
	v := newPasses(t, place, 2, app.PassesInput{Groups: []invite.ID{street.ID}})
	p := must(w.App.Preview(t.Context(), app.Visitor{}, app.Credential{Token: &v.passes[0].Token}))(t)
	if p.State != app.PreviewOpen || p.Route != invite.ByPass || !p.NeedsEmail || !p.NeedsProof || !p.AsksAddress || p.NeedsPhoneProof ||
		p.Name+p.MaskedAddress+p.MaskedEmail != "" || p.Organization.Name != "Maple Commons" {
		t.Errorf("preview: %+v", p)
	}
	in := with(v.passes[0], "Ana@Example.com")
	in.Phone, in.Address = new("(202) 555-0123"), new("12 Birch Lane, Apt 3")
	refused(t, "unproven", second(register(w, in)), invite.EmailProofNeeded, "input.emailProof")
	if n := w.Probe.Int(`SELECT count(*) FROM contacts`); n != 0 || v.pass(t, 0).State != invite.PassAvailable {
		t.Errorf("before the proof: %d contacts, pass %s", n, v.pass(t, 0).State)
	}
	joined := must(joinWith(t, w, in))(t)
	c := place.Contact(joined.Contact)
	if c.Status != invite.Registered || c.Name != "Ana Park" || *c.Email != "ana@example.com" || *c.Phone != "+12025550123" || c.Address != "12 Birch Lane, Apt 3" ||
		*c.JoinedBy != invite.ByPass || c.BroughtInBy == "" || c.ClientType != invite.FullAccess || c.Stage != invite.Member || c.LocationID != place.Location.ID {
		t.Errorf("contact: %+v", c)
	}
	if pass := v.pass(t, 0); pass.State != invite.PassRedeemed || *pass.RedeemedBy != c.ID {
		t.Errorf("pass: %+v", pass)
	}
	h := v.household(t, c.ID)
	if h == nil || h.HeadID == nil || *h.HeadID != c.ID || h.Name != "12 Birch Lane, Apt 3" {
		t.Errorf("household: %+v", h)
	}
	if n := w.Probe.Int(`SELECT count(*) FROM group_members WHERE contact_id = $1 AND group_id = $2`, c.ID, street.ID); n != 1 {
		t.Error("who came with the street's pass is not in the street's group")
	}
	if n := w.Probe.Int(`SELECT count(DISTINCT kind) FROM events WHERE contact_id = $1 AND kind IN ('CONTACT_CREATED', 'CONTACT_JOINED', 'PASS_REDEEMED', 'HOUSEHOLD_CHANGED', 'GROUP_CHANGED')`, c.ID); n != 5 {
		t.Errorf("%d kinds of facts", n)
	}
	if n := w.Probe.Int(`SELECT count(*) FROM access_passes WHERE state = 'REDEEMED' AND sealed IS NOT NULL`); n != 0 {
		t.Error("a redeemed pass can be printed")
	}
	if _, err := w.App.SignIn(t.Context(), app.Visitor{}, "ana@example.com", apptest.Password); err != nil {
		t.Errorf("sign-in: %v", err)
	}
	// The next one reads what to do.
	refused(t, "typed again", second(register(w, with(v.passes[0], "bo@example.com"))), invite.CodeNotValid, "input.code")
	again := with(v.passes[0], "bo@example.com")
	again.Credential = app.Credential{Token: &v.passes[0].Token}
	refused(t, "scanned again", second(register(w, again)), invite.LinkUsed, "input.token")
	// Somebody who has joined keeps the next pass for others.
	refused(t, "joined twice", second(joinWith(t, w, with(v.passes[1], "ana@example.com"))), invite.AlreadyRegistered, "")
	if v.pass(t, 1).State != invite.PassAvailable {
		t.Error("the second pass was used up")
	}
	// And is never swept into "invite all".
	swept := must(w.App.InviteContacts(w.As(place.Owner), app.InviteInput{Filter: &store.ContactFilter{}}))(t)
	if len(swept.Items) != 1 || swept.Items[0].Skipped == nil || swept.Items[0].Skipped.Code != invite.AlreadyRegistered {
		t.Errorf("invite all: %+v", swept.Items)
	}
}

// Where seats are billed, nobody is put into a household.
func TestAPassOfAGymMakesNoHousehold(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	v := newPasses(t, w.Place(invite.Gym, "Iron Temple"), 1, app.PassesInput{})
	joined := must(joinWith(t, w, with(v.passes[0], "ana@example.com")))(t)
	if v.household(t, joined.Contact) != nil {
		t.Error("a household was made")
	}
}

// Two people with the same pass: one joins.
func TestOnePassOnePerson(t *testing.T) {
	t.Parallel()
	v := newVillage(t, 1, app.PassesInput{})
	inputs := make([]app.RegisterInput, 8)
	for n := range inputs {
		inputs[n] = with(v.passes[0], string(rune('a'+n))+"@example.com")
		refused(t, "unproven", second(register(v.World, inputs[n])), invite.EmailProofNeeded, "input.emailProof")
		inputs[n].Proof = new(lastProof(v.World, invite.Email).Code)
	}
	won := 0
	for _, err := range atOnce(len(inputs), func(n int) error { return second(register(v.World, inputs[n])) }) {
		switch invite.CodeOf(err) {
		case "":
			won++
		case invite.CodeNotValid:
		default:
			t.Error(err)
		}
	}
	if n := v.Probe.Int(`SELECT count(*) FROM contacts`); won != 1 || n != 1 || v.Probe.Int(`SELECT count(*) FROM accounts a WHERE a.email LIKE '_@example.com'`) != 1 ||
		v.Probe.Int(`SELECT count(*) FROM households`) != 1 {
		t.Errorf("%d joined, %d contacts", won, n)
	}
}

// A pass that cannot be used: by code one answer for every reason, by link the
// reason.
func TestPassesThatCannotBeUsed(t *testing.T) {
	t.Parallel()
	for name, x := range map[string]struct {
		do   func(*testing.T, village)
		link invite.Code
	}{
		"revoked": {func(t *testing.T, v village) {
			must(v.App.RevokePasses(v.As(v.place.Owner), app.PassSelection{Passes: []invite.ID{v.rows[0].ID}}, "lost in the post"))(t)
		}, invite.LinkNotValid},
		"expired": {func(_ *testing.T, v village) { v.Clock.Advance(48 * time.Hour) }, invite.LinkExpired},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			v := newVillage(t, 1, app.PassesInput{TTLDays: new(1)})
			x.do(t, v)
			v.Unchanged(name, func() {
				in := with(v.passes[0], "ana@example.com")
				refused(t, "code", second(register(v.World, in)), invite.CodeNotValid, "input.code")
				in.Credential = app.Credential{Token: &v.passes[0].Token}
				refused(t, "link", second(register(v.World, in)), x.link, "input.token")
				refused(t, "decline", v.App.Decline(t.Context(), app.Visitor{}, in.Credential), x.link, "input.token")
			})
		})
	}
	t.Run("nobody's to decline", func(t *testing.T) {
		t.Parallel()
		v := newVillage(t, 1, app.PassesInput{})
		v.Unchanged("decline", func() {
			refused(t, "by link", v.App.Decline(t.Context(), app.Visitor{}, app.Credential{Token: &v.passes[0].Token}), invite.LinkNotValid, "input.token")
			if err := v.App.RequestNew(t.Context(), app.Visitor{}, v.passes[0].Token); err != nil {
				t.Errorf("asking for a new one: %v", err)
			}
		})
	})
}

// The email that is proven tells who comes: somebody on file joins as
// themselves, and their open invitation ends.
func TestAPassFindsWhoIsOnFile(t *testing.T) {
	t.Parallel()
	v := newVillage(t, 3, app.PassesInput{})
	ana := v.place.Create(app.NewContact{Name: "Ana", Email: "ana@example.com"})[0]
	sent := v.place.Send(ana)[0]
	joined := must(joinWith(t, v.World, with(v.passes[0], "ana@example.com")))(t)
	if joined.Contact != ana.ID {
		t.Error("a second contact was made")
	}
	c, i := v.place.Contact(ana.ID), v.place.Invitation(ana.ID)
	if c.Status != invite.Registered || *c.JoinedBy != invite.ByPass || i.State != invite.Revoked || i.EndReason != "Joined with an access pass" {
		t.Errorf("%s, invitation %s %q", c.Status, i.State, i.EndReason)
	}
	refused(t, "the mail's link", second(register(v.World, by(sent))), invite.LinkUsed, "input.token")

	off := v.place.Create(app.NewContact{Name: "Bo", Email: "bo@example.com"})[0]
	setType(t, v.World, v.place, off.ID, invite.Offline)
	refused(t, "offline", second(joinWith(t, v.World, with(v.passes[1], "bo@example.com"))), invite.OfflineClient, "")
	gone := v.place.Create(app.NewContact{Name: "Cy", Email: "cy@example.com"})[0]
	v.Probe.Exec(`UPDATE contacts SET archived_at = now() WHERE id = $1`, gone.ID)
	refused(t, "archived", second(joinWith(t, v.World, with(v.passes[1], "cy@example.com"))), invite.ContactArchived, "")
	if v.pass(t, 1).State != invite.PassAvailable || v.Probe.Int(`SELECT count(*) FROM accounts WHERE email IN ('bo@example.com', 'cy@example.com')`) != 0 {
		t.Error("a refused joiner used up a pass, or got an account")
	}
}

// An account of another organization joins with its own password, asked for
// only once the email is proven.
func TestAPassAndAnAccountThatExists(t *testing.T) {
	t.Parallel()
	v := newVillage(t, 1, app.PassesInput{})
	gym := v.Place(invite.Gym, "Iron Temple")
	gym.Join(gym.Send(gym.Create(app.NewContact{Name: "Ana", Email: "ana@example.com"})[0])[0])
	in := with(v.passes[0], "ana@example.com")
	in.Password = "Other8-Heron"
	refused(t, "unproven", second(register(v.World, in)), invite.EmailProofNeeded, "input.emailProof")
	in.Proof = new(lastProof(v.World, invite.Email).Code)
	refused(t, "another password", second(register(v.World, in)), invite.AccountExists, "input.password")
	in.Password = apptest.Password
	joined := must(register(v.World, in))(t)
	if n := v.Probe.Int(`SELECT count(*) FROM accounts WHERE email = 'ana@example.com'`); n != 1 || joined.Actor.Organization != v.place.Org.ID {
		t.Errorf("%d accounts, signed in at %s", n, joined.Actor.Organization)
	}
}

// A bound pass joins as its contact only who proves the contact's email, or
// phone where there is no email.
func TestBoundPasses(t *testing.T) {
	t.Parallel()
	v := newVillage(t, 2, app.PassesInput{})
	owner := v.As(v.place.Owner)
	two := v.place.Create(app.NewContact{Name: "Ana", Email: "ana@example.com", Phone: "+12025550123"}, app.NewContact{Name: "Bo", Phone: "+12025550124"})
	for n, c := range two {
		if err := v.App.BindPass(owner, v.rows[n].ID, &c.ID); err != nil {
			t.Fatal(err)
		}
	}
	p := must(v.App.Preview(t.Context(), app.Visitor{}, app.Credential{Code: &v.passes[0].Code}))(t)
	if p.Name != "" || p.NeedsEmail || !p.NeedsProof || p.MaskedEmail != "a•••a@example.com" || p.NeedsPhoneProof {
		t.Errorf("bound to an email: %+v", p)
	}
	// The finder's own email counts for nothing.
	refused(t, "finder", second(register(v.World, with(v.passes[0], "finder@example.com"))), invite.EmailProofNeeded, "input.emailProof")
	if got := lastProof(v.World, invite.Email); got.To != "ana@example.com" {
		t.Errorf("the proof went to %s", got.To)
	}
	joined := must(joinWith(t, v.World, with(v.passes[0], "finder@example.com")))(t)
	if c := v.place.Contact(two[0].ID); joined.Contact != c.ID || *c.Email != "ana@example.com" {
		t.Errorf("joined as %s", joined.Contact)
	}

	p = must(v.App.Preview(t.Context(), app.Visitor{}, app.Credential{Code: &v.passes[1].Code}))(t)
	if !p.NeedsPhoneProof || p.MaskedPhone != "+1•••24" || !p.NeedsEmail {
		t.Errorf("bound to a phone: %+v", p)
	}
	in := with(v.passes[1], "bo@example.com")
	refused(t, "no proof", second(register(v.World, in)), invite.PhoneProofNeeded, "input.phoneProof")
	texted := lastProof(v.World, invite.SMS)
	if texted.To != "+12025550124" {
		t.Errorf("the proof went to %s", texted.To)
	}
	in.PhoneProof = wrong(texted.Code)
	refused(t, "wrong", second(register(v.World, in)), invite.PhoneProofWrong, "input.phoneProof")
	in.PhoneProof = &texted.Code
	refused(t, "email still to prove", second(register(v.World, in)), invite.EmailProofNeeded, "input.emailProof")
	// The phone's code does not prove an email, nor the email's a phone.
	in.Proof = &texted.Code
	if mailed := lastProof(v.World, invite.Email).Code; mailed != texted.Code {
		refused(t, "the phone's code for the email", second(register(v.World, in)), invite.EmailProofWrong, "input.emailProof")
	}
	in.Proof = new(lastProof(v.World, invite.Email).Code)
	joined = must(register(v.World, in))(t)
	if c := v.place.Contact(two[1].ID); joined.Contact != c.ID || *c.Email != "bo@example.com" || c.Status != invite.Registered {
		t.Errorf("joined as %s: %+v", joined.Contact, c)
	}
}

// A pass is re-bound between the look and the joining: what was proven is
// somebody else's.
func TestAPassBoundMeanwhile(t *testing.T) {
	t.Parallel()
	v := newVillage(t, 1, app.PassesInput{})
	c := v.place.Create(app.NewContact{Name: "Bo", Email: "bo@example.com"})[0]
	in := with(v.passes[0], "ana@example.com")
	refused(t, "unproven", second(register(v.World, in)), invite.EmailProofNeeded, "input.emailProof")
	in.Proof = new(lastProof(v.World, invite.Email).Code)
	if err := v.App.BindPass(v.As(v.place.Owner), v.rows[0].ID, &c.ID); err != nil {
		t.Fatal(err)
	}
	refused(t, "bound to another", second(register(v.World, in)), invite.EmailProofWrong, "input.emailProof")
	if v.pass(t, 0).State != invite.PassAvailable || v.place.Contact(c.ID).AccountID != nil {
		t.Error("somebody joined as another")
	}
}

// What is typed beside is judged before anything is proven or sent.
func TestBadInputWithAPass(t *testing.T) {
	t.Parallel()
	v := newVillage(t, 1, app.PassesInput{})
	long := make([]rune, 201)
	for n := range long {
		long[n] = 'x'
	}
	for name, x := range map[string]struct {
		change func(*app.RegisterInput)
		code   invite.Code
		field  string
	}{
		"no name":          {func(in *app.RegisterInput) { in.Name = " " }, invite.Required, "input.name"},
		"no email":         {func(in *app.RegisterInput) { in.Email = nil }, invite.Required, "input.email"},
		"bad email":        {func(in *app.RegisterInput) { in.Email = new("ana@") }, invite.Invalid, "input.email"},
		"bad phone":        {func(in *app.RegisterInput) { in.Phone = new("12") }, invite.Invalid, "input.phone"},
		"long address":     {func(in *app.RegisterInput) { in.Address = new(string(long)) }, invite.TooLong, "input.address"},
		"lines in address": {func(in *app.RegisterInput) { in.Address = new("12 Birch\u202eLane") }, invite.ControlCharacters, "input.address"},
		"weak password":    {func(in *app.RegisterInput) { in.Password = "weak" }, invite.PasswordTooWeak, "input.password"},
	} {
		in := with(v.passes[0], "ana@example.com")
		x.change(&in)
		v.Unchanged(name, func() { refused(t, name, second(register(v.World, in)), x.code, x.field) })
	}
	if n := len(v.Mail.Proofs()); n != 0 {
		t.Errorf("%d proofs were sent", n)
	}
	// Names of any script and emoji are names.
	in := with(v.passes[0], "ana@example.com")
	in.Name, in.Address = "أنا 🏡 Παρκ", new("شارع البتولا ١٢")
	joined := must(joinWith(t, v.World, in))(t)
	if c := v.place.Contact(joined.Contact); c.Name != in.Name || c.Address != *in.Address || v.household(t, c.ID).Name != *in.Address {
		t.Errorf("%+v", c)
	}
}

// A pass that was photographed and shared has codes mailed to no more than a
// handful of people, whatever their networks.
func TestASharedPassIsNoMailer(t *testing.T) {
	t.Parallel()
	limits := &budget{left: map[string]int{}}
	v := newVillage(t, 1, app.PassesInput{}, func(d *app.Deps) { d.Limiter = limits })
	var last error
	for n := range 30 {
		last = second(register(v.World, with(v.passes[0], string(rune('a'+n%26))+string(rune('a'+n/26))+"@example.com")))
	}
	if invite.CodeOf(last) != invite.RateLimited || len(v.Mail.Proofs()) != app.DefaultLimits().ProofsBySubject.Rate {
		t.Errorf("%v after %d mails", last, len(v.Mail.Proofs()))
	}
}

// second returns the error of a pair.
func second[T any](_ T, err error) error { return err }
