package app

import (
	"context"
	"strings"
	"time"

	"usher/auth"
	"usher/invite"
	"usher/store"
)

// Credential is the proof of an invitation, as a stranger presents it: a
// link's token or a typed code.
type Credential struct {
	Token *string
	Code  *string
}

// PreviewState is what the holder of a credential can do with it.
type PreviewState string

// The preview states.
const (
	PreviewOpen     PreviewState = "OPEN"
	PreviewExpired  PreviewState = "EXPIRED"
	PreviewUsed     PreviewState = "USED"
	PreviewOffline  PreviewState = "OFFLINE"
	PreviewNotValid PreviewState = "NOT_VALID"
)

// Preview is what the holder of a credential is shown. All but State is empty
// where it is NOT_VALID.
type Preview struct {
	State           PreviewState
	Route           invite.JoinRoute
	Organization    invite.Organization
	Policy          invite.Policy // at the location where the person belongs
	MaskedAddress   string        // where the message went; empty for a pass
	Name            string        // this and the rest only where OPEN
	MaskedEmail     string
	NeedsProof      bool
	NeedsEmail      bool
	NeedsPhoneProof bool
	MaskedPhone     string
	AsksAddress     bool
	Household       string // that the person was added to
	AddedBy         string // the head who did
	ExpiresAt       *time.Time
	TimeZone        string // of that location, an IANA name
	way             way
}

// Preview tells the holder of a credential what can be done with it; it
// changes nothing. Every typed code that cannot be used has the one answer
// NOT_VALID. Refusals: RATE_LIMITED, REQUIRED.
func (a *App) Preview(ctx context.Context, from Visitor, cred Credential) (Preview, error) {
	if err := a.limitCredential(ctx, from, cred); err != nil {
		return Preview{}, err
	}
	return a.preview(ctx, cred)
}

// limitCredential counts an attempt before it is checked. The overall limit
// slows typed codes only: links cannot be guessed.
func (a *App) limitCredential(ctx context.Context, from Visitor, cred Credential) error {
	if (cred.Token == nil) == (cred.Code == nil) {
		return invite.Errorf(invite.Required, "input.code", "Give either the token of a link or a typed code.")
	}
	if err := a.limit(ctx, "credential:"+from.prefix(), a.Limits.CredentialByPlace); err != nil || cred.Code == nil {
		return err
	}
	return a.limit(ctx, "codes", a.Limits.TypedCodes)
}

func (a *App) preview(ctx context.Context, cred Credential) (Preview, error) {
	w, err := a.find(ctx, cred)
	if invite.CodeOf(err) == invite.NotFound {
		return Preview{State: PreviewNotValid}, nil
	}
	if err != nil {
		return Preview{}, err
	}
	state := w.state(a.DB.Now())
	if state == PreviewNotValid || cred.Code != nil && state != PreviewOpen {
		return Preview{State: PreviewNotValid}, nil
	}
	organization, location := w.place()
	scope := store.InOrganization(organization)
	org, err := a.DB.Organization(ctx, scope, organization)
	if err != nil {
		return Preview{}, err
	}
	l, err := a.DB.Location(ctx, scope, location)
	if err != nil {
		return Preview{}, err
	}
	p := Preview{State: state, Route: w.route(), Organization: org, Policy: l.PolicyIn(org), TimeZone: l.TimeZone, MaskedAddress: mask(w.sentTo()), way: w}
	if state == PreviewOpen {
		p.show()
	}
	return p, nil
}

// show adds what only the holder of a credential that can be used is told.
func (p *Preview) show() {
	who := p.way.who()
	p.Name = who.name
	p.MaskedEmail = mask(who.email)
	p.NeedsEmail = who.email == nil
	p.NeedsProof = !p.way.proves(who.email)
	if phone := p.way.phoneToProve(); phone != nil {
		p.NeedsPhoneProof, p.MaskedPhone = true, mask(phone)
	}
	p.AsksAddress = who.address == "" && (p.Route == invite.ByPass || p.Policy.BillingUnit == invite.RegisteredHousehold)
	p.Household, p.AddedBy = who.household, who.addedBy
	p.ExpiresAt = p.way.expiresAt()
}

// find returns the way that the credential opens, or NOT_FOUND. Codes are those
// of invitations or of passes; links are those, or of additions to households.
func (a *App) find(ctx context.Context, cred Credential) (way, error) {
	var roads []func() (way, error)
	switch {
	case cred.Code != nil:
		code, ok := invite.NormalizeCode(*cred.Code)
		if !ok {
			code = "" // no code has this hash; the same work is done for it
		}
		hashes := a.Keys.Lookups(auth.ForTypedCode, code)
		roads = append(roads,
			func() (way, error) { return invitedBy(ctx, &a.DB.Reader)(a.DB.DeliveryByCode(ctx, hashes)) },
			func() (way, error) { return passedBy(ctx, &a.DB.Reader)(a.DB.PassByCode(ctx, hashes)) })
	case invite.IsLinkToken(*cred.Token):
		hashes := a.Keys.Lookups(auth.ForLinkToken, *cred.Token)
		roads = append(roads,
			func() (way, error) { return invitedBy(ctx, &a.DB.Reader)(a.DB.DeliveryByToken(ctx, hashes)) },
			func() (way, error) { return passedBy(ctx, &a.DB.Reader)(a.DB.PassByToken(ctx, hashes)) },
			func() (way, error) { return addedBy(ctx, &a.DB.Reader)(a.DB.AdditionByToken(ctx, hashes)) })
	}
	for _, road := range roads {
		if w, err := road(); invite.CodeOf(err) != invite.NotFound {
			return w, err
		}
	}
	return nil, invite.Errorf(invite.NotFound, "", "No such link or code.")
}

// refusal returns the error of a credential that cannot be redeemed.
func (p Preview) refusal(cred Credential) error {
	if cred.Code != nil {
		return invite.Errorf(invite.CodeNotValid, "input.code", "This code cannot be used. Check it, or ask the place that gave it to you for a new one. "+
			"If somebody of your household has joined with it, ask them to add you.")
	}
	thing, remedy := "invitation", "Ask for a new one."
	switch p.Route {
	case invite.ByPass:
		thing, remedy = "access pass", "Ask for another one."
	case invite.ByHousehold:
		thing, remedy = "link", "Ask whoever added you to send it once more."
	}
	switch p.State {
	case PreviewExpired:
		return invite.Errorf(invite.LinkExpired, "input.token", "This %s has expired. %s Contact: %s.", thing, remedy, p.Organization.Contact())
	case PreviewUsed:
		if p.Route == invite.ByPass {
			return invite.Errorf(invite.LinkUsed, "input.token", "Somebody has joined with this access pass already. If that was you, sign in; if somebody of your household, ask them to add you. Contact: %s.", p.Organization.Contact())
		}
		return invite.Errorf(invite.LinkUsed, "input.token", "This %s was used already. Sign in instead. Contact: %s.", thing, p.Organization.Contact())
	case PreviewOffline:
		return invite.Errorf(invite.OfflineClient, "input.token", "%s keeps your data without app access. Contact: %s.", p.Organization.Name, p.Organization.Contact())
	}
	return invite.Errorf(invite.LinkNotValid, "input.token", "This link cannot be used. Look for a newer message, or ask the place that invited you.")
}

// mask hides most of an address: enough to recognize one's own.
func mask(address *string) string {
	if address == nil {
		return ""
	}
	local, domain, email := strings.Cut(*address, "@")
	r := []rune(local)
	switch {
	case !email && len(r) > 4:
		return string(r[:2]) + "•••" + string(r[len(r)-2:])
	case !email:
		return "•••"
	case len(r) <= 2:
		return string(r[:1]) + "•••@" + domain
	}
	return string(r[:1]) + "•••" + string(r[len(r)-1:]) + "@" + domain
}

// Decline says no to an invitation, or to a household. Refusals: RATE_LIMITED,
// REQUIRED, and those of a credential that cannot be used; a pass is nobody's
// to decline (LINK_NOT_VALID, CODE_NOT_VALID).
func (a *App) Decline(ctx context.Context, from Visitor, cred Credential) error {
	if err := a.limitCredential(ctx, from, cred); err != nil {
		return err
	}
	p, err := a.preview(ctx, cred)
	if err != nil {
		return err
	}
	if p.State == PreviewOpen && p.Route == invite.ByPass {
		p.State = PreviewNotValid
	}
	if p.State != PreviewOpen {
		return p.refusal(cred)
	}
	return a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) {
		if err := p.way.lock(ctx, tx); err != nil {
			return nil, err
		}
		if p.State = p.way.state(tx.Now()); p.State != PreviewOpen {
			return nil, p.refusal(cred)
		}
		return p.way.decline(ctx, tx)
	})
}

// RequestNew asks for a new message in place of an expired invitation's; it
// goes to the address on file. It answers alike whatever became of the
// request. Refusals: RATE_LIMITED.
func (a *App) RequestNew(ctx context.Context, from Visitor, token string) error {
	cred := Credential{Token: &token}
	if err := a.limitCredential(ctx, from, cred); err != nil {
		return err
	}
	if err := a.limit(ctx, "renew:"+digest(token), a.Limits.NewInvitations); err != nil {
		return err
	}
	p, err := a.preview(ctx, cred)
	invited, ok := p.way.(*invitedWay)
	if err != nil || !ok || p.State != PreviewExpired {
		return err
	}
	b, err := loadBranches(ctx, &a.DB.Reader, p.Organization)
	if err != nil {
		return err
	}
	err = a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) {
		return a.resend(ctx, tx, target{invited.invitation.ID, invited.invitee.ID, b}, InvitationText{})
	})
	if _, expected := invite.Refusals(err); expected {
		return nil
	}
	return err
}
