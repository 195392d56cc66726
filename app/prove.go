package app

import (
	"context"
	"crypto/subtle"
	"strings"
	"time"

	"usher/auth"
	"usher/invite"
	"usher/store"
)

// Proofs of an address.
const (
	proofLife  = 10 * time.Minute
	proofTries = 5
)

// proving is a 6-digit code that is to prove one address, and what is said
// about it.
type proving struct {
	channel             invite.Channel
	address             string
	typed               *string // nil or blank has a code sent
	field, argument     string  // by which messages in other languages name the address
	needed, wrong, fail invite.Code
	sent, unsent        string // formats; the masked address, and for unsent the support contact
}

func mailed(address string, typed *string) proving {
	return proving{
		invite.Email, address, typed, "input.emailProof", "email", invite.EmailProofNeeded, invite.EmailProofWrong, invite.EmailProofUnsent,
		"We mailed a 6-digit code to %s. Enter it here; it works for 10 minutes.",
		"The code could not be mailed to %s just now. Try again in a minute, or contact %s.",
	}
}

func texted(address string, typed *string) proving {
	return proving{
		invite.SMS, address, typed, "input.phoneProof", "phone", invite.PhoneProofNeeded, invite.PhoneProofWrong, invite.PhoneProofUnsent,
		"We texted a 6-digit code to %s. Enter it here; it works for 10 minutes.",
		"The code could not be texted to %s just now. Try again in a minute, or contact %s.",
	}
}

// prove asks for the 6-digit codes that joining needs, or sends one: the
// phone's of a bound pass first, then the email's. A code that is right may be
// given again with the next one, while it lives: it is the last step that uses
// it up.
func (a *App) prove(ctx context.Context, p Preview, j joiner, in RegisterInput) error {
	if p.NeedsPhoneProof {
		if err := a.proven(ctx, p, texted(*p.way.phoneToProve(), in.PhoneProof)); err != nil {
			return err
		}
	}
	if !p.NeedsProof {
		return nil
	}
	return a.proven(ctx, p, mailed(j.email, in.Proof))
}

func (a *App) proven(ctx context.Context, p Preview, v proving) error {
	if blank(v.typed) {
		return a.sendProof(ctx, p, v)
	}
	var want []byte
	err := a.DB.InTx(ctx, func(tx *store.Tx) (err error) {
		want, err = tx.TryProof(ctx, p.way.subject(), v.address, proofTries)
		return err
	})
	digits := strings.Join(strings.Fields(*v.typed), "")
	wrong := invite.Errorf(v.wrong, v.field, "This code is wrong, used up or older than 10 minutes. Leave it out to get a new one.")
	switch {
	case invite.CodeOf(err) == invite.NotFound:
		return wrong
	case err != nil:
		return err
	}
	for _, got := range a.Keys.Lookups(auth.ForEmailProof, proofText(p.way.subject(), v.address, digits)) {
		if subtle.ConstantTimeCompare(got, want) == 1 {
			return nil
		}
	}
	return wrong
}

// sendProof sends a code and says so. A pass may be tried with many emails:
// each has its own limit, and the pass one of its own, so that nobody has
// codes sent to the whole town.
func (a *App) sendProof(ctx context.Context, p Preview, v proving) error {
	subject := p.way.subject()
	if err := a.limit(ctx, "proof:"+string(subject)+":"+digest(v.address), a.Limits.ProofMails); err != nil {
		return err
	}
	if err := a.limit(ctx, "proofs:"+string(subject), a.Limits.ProofsBySubject); err != nil {
		return err
	}
	code, err := auth.NewProof(a.Random)
	if err != nil {
		return err
	}
	err = a.DB.InTx(ctx, func(tx *store.Tx) error {
		hash := a.Keys.Lookup(auth.ForEmailProof, proofText(subject, v.address, code))
		return tx.SaveProof(ctx, subject, v.address, hash, tx.Now().Add(proofLife))
	})
	if err != nil {
		return err
	}
	masked, support := mask(&v.address), p.Organization.Contact()
	err = a.Mailer.SendProof(ctx, Proof{Channel: v.channel, To: v.address, Organization: p.Organization, Code: code, Lifetime: proofLife})
	if err != nil {
		a.Log.WarnContext(ctx, "proof not sent", "subject", subject, "channel", v.channel, "err", err)
		return invite.Errorf(v.fail, v.field, v.unsent, masked, support).With(v.argument, masked).With("support", support)
	}
	return invite.Errorf(v.needed, v.field, v.sent, masked).With(v.argument, masked)
}

// proofText binds the digits to what they prove: they are not unique.
func proofText(subject invite.ID, address, code string) string {
	return string(subject) + ":" + address + ":" + code
}
