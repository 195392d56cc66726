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
	State         PreviewState
	Organization  invite.Organization
	Policy        invite.Policy // at the contact's location
	Name          string        // the rest only where OPEN, but for MaskedAddress
	MaskedAddress string
	MaskedEmail   string
	NeedsProof    bool
	NeedsEmail    bool
	ExpiresAt     *time.Time
	TimeZone      string // of the contact\'s location, an IANA name
	found         found
}

// found is what a credential leads to.
type found struct {
	delivery   invite.Delivery
	invitation invite.Invitation
	contact    invite.Contact
}

// dispatched tells whether the credential's message is out or on its way.
func (f found) dispatched() bool {
	return f.delivery.State.WasAccepted() || f.delivery.State == invite.Dispatching || f.delivery.State == invite.Deferred
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
	f, err := a.find(ctx, cred)
	if invite.CodeOf(err) == invite.NotFound {
		return Preview{State: PreviewNotValid}, nil
	}
	if err != nil {
		return Preview{}, err
	}
	now := a.DB.Now()
	state := f.state(now)
	if state == PreviewNotValid || cred.Code != nil && state != PreviewOpen {
		return Preview{State: PreviewNotValid}, nil
	}
	scope := store.InOrganization(f.contact.OrganizationID)
	org, err := a.DB.Organization(ctx, scope, f.contact.OrganizationID)
	if err != nil {
		return Preview{}, err
	}
	l, err := a.DB.Location(ctx, scope, f.contact.LocationID)
	if err != nil {
		return Preview{}, err
	}
	p := Preview{State: state, Organization: org, Policy: l.PolicyIn(org), TimeZone: l.TimeZone, MaskedAddress: mask(f.delivery.Address), found: f}
	if state == PreviewOpen {
		p.Name = f.contact.Name
		p.MaskedEmail = mask(f.contact.Email)
		p.NeedsEmail = f.contact.Email == nil
		p.NeedsProof = !f.provesEmail()
		p.ExpiresAt = f.invitation.ExpiresAt
		if f.invitation.State == invite.Queued {
			p.ExpiresAt = nil
		}
	}
	return p, nil
}

// find returns what the credential leads to, or NOT_FOUND.
func (a *App) find(ctx context.Context, cred Credential) (f found, err error) {
	switch {
	case cred.Code != nil:
		code, ok := invite.NormalizeCode(*cred.Code)
		if !ok {
			code = "" // no code has this hash; the same work is done for it
		}
		f.delivery, err = a.DB.DeliveryByCode(ctx, a.Keys.Lookups(auth.ForTypedCode, code))
	case !invite.IsLinkToken(*cred.Token):
		err = invite.Errorf(invite.NotFound, "", "No such link.")
	default:
		f.delivery, err = a.DB.DeliveryByToken(ctx, a.Keys.Lookups(auth.ForLinkToken, *cred.Token))
	}
	if err != nil {
		return f, err
	}
	scope := store.InOrganization(f.delivery.OrganizationID)
	if f.invitation, err = a.DB.Invitation(ctx, scope, f.delivery.InvitationID); err != nil {
		return f, err
	}
	f.contact, err = a.DB.Contact(ctx, scope, f.invitation.ContactID)
	return f, err
}

// state tells what the credential is good for at now.
func (f found) state(now time.Time) PreviewState {
	state := f.invitation.StateAt(now)
	switch {
	case state == invite.Accepted:
		return PreviewUsed
	case f.contact.ClientType == invite.Offline:
		return PreviewOffline
	case f.contact.AccountID != nil:
		return PreviewUsed
	case f.contact.ArchivedAt != nil:
		return PreviewNotValid
	case state == invite.Expired:
		return PreviewExpired
	case f.delivery.CredentialEndedAt != nil: // a newer message replaced it
		return PreviewNotValid
	case state == invite.Pending, state == invite.Queued && f.dispatched():
		return PreviewOpen
	}
	return PreviewNotValid
}

// provesEmail tells whether redeeming the credential proves the email on file:
// it was sent there.
func (f found) provesEmail() bool {
	return f.delivery.Channel == invite.Email && f.contact.Email != nil && f.delivery.Address != nil && *f.delivery.Address == *f.contact.Email
}

// refusal returns the error of a credential that cannot be redeemed.
func (p Preview) refusal(cred Credential) error {
	if cred.Code != nil {
		return invite.Errorf(invite.CodeNotValid, "input.code", "This code cannot be used. Check it, or ask the place that invited you for a new one.")
	}
	switch p.State {
	case PreviewExpired:
		return invite.Errorf(invite.LinkExpired, "input.token", "This invitation has expired. Ask for a new one. Contact: %s.", p.Organization.Contact())
	case PreviewUsed:
		return invite.Errorf(invite.LinkUsed, "input.token", "This invitation was used already. Sign in instead. Contact: %s.", p.Organization.Contact())
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

// Decline says no to an invitation. Refusals: RATE_LIMITED, REQUIRED, and
// those of a credential that cannot be used.
func (a *App) Decline(ctx context.Context, from Visitor, cred Credential) error {
	if err := a.limitCredential(ctx, from, cred); err != nil {
		return err
	}
	p, err := a.preview(ctx, cred)
	if err != nil {
		return err
	}
	if p.State != PreviewOpen {
		return p.refusal(cred)
	}
	return a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) {
		t := target{invitation: p.found.invitation.ID, contact: p.found.contact.ID, branches: branches{organization: p.Organization}}
		_, i, rounds, err := t.lock(ctx, tx)
		if err != nil {
			return nil, err
		}
		next, err := i.Decline(p.found.dispatched(), tx.Now())
		if err != nil {
			return nil, p.refusal(cred)
		}
		facts, err := endInvitation(ctx, tx, next, rounds)
		if err != nil {
			return nil, err
		}
		return append(facts, i.About(invite.InvitationDeclined).Moved(i.State, next.State)), tx.SaveInvitations(ctx, next)
	})
}

// RequestNew asks for a new message in place of an expired link's; it goes to
// the address on file. It answers alike whatever became of the request.
// Refusals: RATE_LIMITED.
func (a *App) RequestNew(ctx context.Context, from Visitor, token string) error {
	cred := Credential{Token: &token}
	if err := a.limitCredential(ctx, from, cred); err != nil {
		return err
	}
	if err := a.limit(ctx, "renew:"+digest(token), a.Limits.NewInvitations); err != nil {
		return err
	}
	p, err := a.preview(ctx, cred)
	if err != nil || p.State != PreviewExpired {
		return err
	}
	b, err := loadBranches(ctx, &a.DB.Reader, p.Organization)
	if err != nil {
		return err
	}
	err = a.write(ctx, func(tx *store.Tx) ([]invite.Fact, error) {
		return a.resend(ctx, tx, target{p.found.invitation.ID, p.found.contact.ID, b}, InvitationText{})
	})
	if _, expected := invite.Refusals(err); expected {
		return nil
	}
	return err
}
