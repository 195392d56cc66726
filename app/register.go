package app

import (
	"context"
	"crypto/subtle"
	"errors"
	"strings"
	"time"

	"usher/address"
	"usher/auth"
	"usher/invite"
	"usher/store"
)

// Proofs of an email address.
const (
	proofLife  = 10 * time.Minute
	proofTries = 5
)

// RegisterInput is what a person gives to join.
type RegisterInput struct {
	Credential
	Name     string
	Password string
	Email    *string // to sign in with, where none is on file
	Proof    *string // the 6-digit code that was mailed
}

// Registered is a person who has joined, and is signed in.
type Registered struct {
	Signed
	Contact invite.ID
}

// Register joins: account, membership and the invitation's acceptance in one
// transaction, then a sign-in.
//
// Refusals, in this order, so that nothing is said about accounts before the
// email is proven: RATE_LIMITED; those of the name; CODE_NOT_VALID or LINK_*;
// those of the password; EMAIL_PROOF_* where the credential did not come by
// the email on file; ACCOUNT_EXISTS where the email has an account and this is
// not its password. The rule is for new passwords: an account that exists
// joins with the one it has.
func (a *App) Register(ctx context.Context, from Visitor, in RegisterInput) (Registered, error) {
	if err := a.limitCredential(ctx, from, in.Credential); err != nil {
		return Registered{}, err
	}
	name, refused := invite.CleanName("input.name", in.Name)
	switch {
	case refused != nil:
		return Registered{}, refused
	case name == "":
		return Registered{}, invite.Errorf(invite.Required, "input.name", "Enter your name, 1 to %d characters.", invite.MaxNameLength)
	}
	p, err := a.preview(ctx, in.Credential)
	if err != nil {
		return Registered{}, err
	}
	if p.State != PreviewOpen {
		return Registered{}, p.refusal(in.Credential)
	}
	email, err := in.email(p.found.contact)
	if err != nil {
		return Registered{}, err
	}
	weak := auth.CheckPassword(p.Policy.Password, "input.password", in.Password, []string{name, email, p.Organization.Name}).Or()
	if weak != nil && (len(in.Password) > auth.MaxPasswordBytes || p.NeedsProof && in.unproven()) {
		return Registered{}, weak
	}
	if p.NeedsProof {
		if err := a.prove(ctx, p, email, in); err != nil {
			return Registered{}, err
		}
	}
	account, fresh, err := a.accountFor(ctx, email, name, in.Password)
	switch {
	case fresh && weak != nil:
		return Registered{}, weak
	case err != nil:
		return Registered{}, err
	}
	var joined Registered
	err = a.write(ctx, func(tx *store.Tx) (facts []invite.Fact, err error) {
		joined, facts, err = a.join(ctx, tx, p, in.Credential, account, fresh, name)
		return facts, err
	})
	return joined, err
}

// unproven tells whether no 6-digit code came with the input.
func (in RegisterInput) unproven() bool {
	return in.Proof == nil || strings.TrimSpace(*in.Proof) == ""
}

// email returns the email to sign in with: the one on file, else the given.
func (in RegisterInput) email(c invite.Contact) (string, error) {
	if c.Email != nil {
		return *c.Email, nil
	}
	if in.Email == nil || strings.TrimSpace(*in.Email) == "" {
		return "", invite.Errorf(invite.Required, "input.email", "Enter the email address that you want to sign in with.")
	}
	email, problem := address.ParseEmail(*in.Email)
	if problem != nil {
		return "", invite.Errorf(invite.Invalid, "input.email", "%s", problem.Message)
	}
	return email.Lower, nil
}

// prove asks for the 6-digit code that was mailed to email, or mails one.
func (a *App) prove(ctx context.Context, p Preview, email string, in RegisterInput) error {
	i := p.found.invitation
	if in.unproven() {
		if err := a.limit(ctx, "proof:"+string(i.ID), a.Limits.ProofMails); err != nil {
			return err
		}
		code, err := auth.NewProof(a.Random)
		if err != nil {
			return err
		}
		err = a.DB.InTx(ctx, func(tx *store.Tx) error {
			return tx.SaveProof(ctx, i.ID, email, a.proofHash(i, email, code), tx.Now().Add(proofLife))
		})
		if err != nil {
			return err
		}
		err = a.Mailer.MailProof(ctx, Proof{To: email, Name: p.found.contact.Name, Organization: p.Organization, Code: code, Lifetime: proofLife})
		if err != nil {
			a.Log.WarnContext(ctx, "email proof not mailed", "invitation", i.ID, "err", err)
			return invite.Errorf(invite.EmailProofUnsent, "input.emailProof", "The code could not be mailed to %s just now. Try again in a minute, or contact %s.", mask(&email), p.Organization.Contact()).
				With("email", mask(&email)).With("support", p.Organization.Contact())
		}
		return invite.Errorf(invite.EmailProofNeeded, "input.emailProof", "We mailed a 6-digit code to %s. Enter it here; it works for 10 minutes.", mask(&email))
	}
	var want []byte
	err := a.DB.InTx(ctx, func(tx *store.Tx) (err error) {
		want, err = tx.TryProof(ctx, i.ID, email, proofTries)
		return err
	})
	digits := strings.Join(strings.Fields(*in.Proof), "")
	wrong := invite.Errorf(invite.EmailProofWrong, "input.emailProof", "This code is wrong, used up or older than 10 minutes. Leave it out to get a new one.")
	switch {
	case invite.CodeOf(err) == invite.NotFound:
		return wrong
	case err != nil:
		return err
	}
	for _, got := range a.Keys.Lookups(auth.ForEmailProof, proofText(i, email, digits)) {
		if subtle.ConstantTimeCompare(got, want) == 1 {
			return nil
		}
	}
	return wrong
}

func (a *App) proofHash(i invite.Invitation, email, code string) []byte {
	return a.Keys.Lookup(auth.ForEmailProof, proofText(i, email, code))
}

// proofText binds the digits to what they prove: they are not unique.
func proofText(i invite.Invitation, email, code string) string {
	return string(i.ID) + ":" + email + ":" + code
}

// accountFor returns the account of a proven email, or a fresh one. The
// password of an existing account is asked for; the same work is done either
// way.
func (a *App) accountFor(ctx context.Context, email, name, password string) (account invite.Account, fresh bool, err error) {
	account, err = a.DB.AccountByEmail(ctx, email)
	switch {
	case invite.CodeOf(err) == invite.NotFound:
		hash, err := a.Hasher.Hash(ctx, password)
		return invite.Account{ID: store.NewID(), Email: email, Name: name, PasswordHash: hash}, true, err
	case err != nil:
		return account, false, err
	}
	ok, err := a.Hasher.Verify(ctx, password, account.PasswordHash)
	if err == nil && !ok {
		err = invite.Errorf(invite.AccountExists, "input.password", "This email has an account already. Enter that account's password to join with it.")
	}
	return account, false, err
}

// join records the acceptance. Of many simultaneous attempts one wins: the
// contact's lock lets one at a time through, and the state lets one.
func (a *App) join(ctx context.Context, tx *store.Tx, p Preview, cred Credential, account invite.Account, fresh bool, name string) (Registered, []invite.Fact, error) {
	fail := func(err error) (Registered, []invite.Fact, error) { return Registered{}, nil, err }
	t := target{invitation: p.found.invitation.ID, contact: p.found.contact.ID, branches: branches{organization: p.Organization}}
	c, i, rounds, err := t.lock(ctx, tx)
	if err != nil {
		return fail(err)
	}
	f := found{invitation: i, contact: c}
	if f.delivery, err = tx.Delivery(ctx, p.found.delivery.ID); err != nil {
		return fail(err)
	}
	if p.State = f.state(tx.Now()); p.State != PreviewOpen {
		return fail(p.refusal(cred))
	}
	if c.Email != nil && *c.Email != account.Email { // corrected by staff since the look: what was proven is another one
		return fail(invite.Errorf(invite.Conflict, "", "Your email on file was changed just now. Try again."))
	}
	next, err := i.Accept(f.dispatched(), tx.Now())
	if err != nil {
		return fail(p.refusal(cred))
	}
	if fresh {
		if err := tx.InsertAccount(ctx, account); err != nil {
			return fail(err)
		}
	}
	m := invite.Membership{ID: store.NewID(), AccountID: account.ID, OrganizationID: &c.OrganizationID, Role: invite.Client, ContactID: &c.ID}
	if err := tx.InsertMembership(ctx, m); err != nil {
		return fail(err)
	}
	c.Name, c.Email = name, &account.Email
	if err := tx.JoinContact(ctx, c, account.ID); err != nil {
		return fail(err)
	}
	if err := received(ctx, tx, f.delivery, rounds); err != nil {
		return fail(err)
	}
	facts, err := endInvitation(ctx, tx, next, rounds)
	if err != nil {
		return fail(err)
	}
	if err := tx.SaveInvitations(ctx, next); err != nil {
		return fail(err)
	}
	signed, err := a.open(ctx, tx, m)
	return Registered{signed, c.ID}, append(facts, i.About(invite.InvitationAccepted).On(f.delivery.Channel).Moved(i.StateAt(tx.Now()), next.State)), err
}

// received records that a message reached its person although our record of
// its sending is not written yet.
func received(ctx context.Context, tx *store.Tx, d invite.Delivery, rounds []invite.Round) error {
	if d.State.Over() {
		return nil
	}
	now := tx.Now()
	d.State, d.Reason, d.SentAt, d.NextAttemptAt = invite.Sent, "", &now, nil
	if err := tx.SaveDelivery(ctx, d); err != nil {
		return err
	}
	for _, r := range rounds {
		if r.ID == d.RoundID {
			r.Accepted = true
			return tx.SaveRound(ctx, r)
		}
	}
	return errors.New("a delivery's round is missing")
}
