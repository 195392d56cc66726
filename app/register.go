package app

import (
	"context"
	"strings"

	"usher/address"
	"usher/auth"
	"usher/invite"
	"usher/store"
)

// RegisterInput is what a person gives to join.
type RegisterInput struct {
	Credential
	Name       string
	Password   string
	Email      *string // to sign in with, where none is on file
	Proof      *string // the 6-digit code that was mailed
	PhoneProof *string // the 6-digit code that was texted
	Phone      *string // to put on file, where none is
	Address    *string // likewise
}

// Registered is a person who has joined, and is signed in.
type Registered struct {
	Signed
	Contact invite.ID
}

// Register joins: account, membership, household and the end of the credential
// in one transaction, then a sign-in.
//
// Refusals, in this order, so that nothing is said about accounts before the
// email is proven: RATE_LIMITED; those of name, phone and address;
// CODE_NOT_VALID or LINK_*; those of the password; PHONE_PROOF_* for a pass
// that is bound to somebody without an email; EMAIL_PROOF_* where the
// credential did not come by the email on file; ACCOUNT_EXISTS where the email
// has an account and this is not its password; ALREADY_REGISTERED,
// OFFLINE_CLIENT, NOT_ALLOWED and HAS_HOUSEHOLD where whoever has the email
// cannot join this way. The rule is for new passwords: an account that exists
// joins with the one it has.
func (a *App) Register(ctx context.Context, from Visitor, in RegisterInput) (Registered, error) {
	if err := a.limitCredential(ctx, from, in.Credential); err != nil {
		return Registered{}, err
	}
	j, err := in.clean()
	if err != nil {
		return Registered{}, err
	}
	p, err := a.preview(ctx, in.Credential)
	if err != nil {
		return Registered{}, err
	}
	if p.State != PreviewOpen {
		return Registered{}, p.refusal(in.Credential)
	}
	if err := j.complete(p, in); err != nil {
		return Registered{}, err
	}
	weak := auth.CheckPassword(p.Policy.Password, "input.password", in.Password, []string{j.name, j.email, p.Organization.Name}).Or()
	if weak != nil && (len(in.Password) > auth.MaxPasswordBytes || p.NeedsProof && blank(in.Proof)) {
		return Registered{}, weak
	}
	if err := a.prove(ctx, p, j, in); err != nil {
		return Registered{}, err
	}
	account, fresh, err := a.accountFor(ctx, j.email, j.name, in.Password)
	switch {
	case fresh && weak != nil:
		return Registered{}, weak
	case err != nil:
		return Registered{}, err
	}
	j.account, j.fresh = account, fresh
	var joined Registered
	err = a.write(ctx, func(tx *store.Tx) (facts []invite.Fact, err error) {
		joined, facts, err = a.join(ctx, tx, p, j, in.Credential)
		return facts, err
	})
	return joined, err
}

// joiner is a person about to join, as far as they are known.
type joiner struct {
	name    string
	email   string // to sign in with
	phone   *string
	address string
	account invite.Account
	fresh   bool // the account is to be made
}

// clean judges what needs no look at the credential: name and address.
func (in RegisterInput) clean() (joiner, error) {
	var errs invite.Errors
	name, refused := invite.CleanName("input.name", in.Name)
	switch {
	case refused != nil:
		errs = append(errs, refused)
	case name == "":
		errs = append(errs, invite.Errorf(invite.Required, "input.name", "Enter your name, 1 to %d characters.", invite.MaxNameLength))
	}
	j := joiner{name: name}
	if in.Address != nil {
		if j.address, refused = invite.CleanAddress("input.address", *in.Address); refused != nil {
			errs = append(errs, refused)
		}
	}
	return j, errs.Or()
}

// complete adds what depends on the credential: the email to sign in with is
// the one on file, else the given; a phone is read as in the organization's
// region.
func (j *joiner) complete(p Preview, in RegisterInput) error {
	if !blank(in.Phone) {
		phone, problem := address.ParsePhone(*in.Phone, p.Organization.Region)
		if problem != nil {
			return invite.Errorf(invite.Invalid, "input.phone", "%s", problem.Message)
		}
		j.phone = new(string(phone))
	}
	if known := p.way.who().email; known != nil {
		j.email = *known
		return nil
	}
	if blank(in.Email) {
		return invite.Errorf(invite.Required, "input.email", "Enter the email address that you want to sign in with.")
	}
	email, problem := address.ParseEmail(*in.Email)
	if problem != nil {
		return invite.Errorf(invite.Invalid, "input.email", "%s", problem.Message)
	}
	j.email = email.Lower
	return nil
}

// blank tells whether nothing was given.
func blank(text *string) bool { return text == nil || strings.TrimSpace(*text) == "" }

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
