package graph

import (
	"context"
	"net/http"

	"usher/app"
	"usher/auth"
	"usher/graph/model"
	"usher/invite"
)

type viewerResolver struct{ *Resolver }
type membershipResolver struct{ *Resolver }

// Viewer is who is signed in.
func (r *queryResolver) Viewer(ctx context.Context) (*model.Viewer, error) {
	actor := of(ctx).asker()
	if !actor.SignedIn() {
		return nil, nil
	}
	return &model.Viewer{Actor: actor}, nil
}

func (r *viewerResolver) Account(ctx context.Context, v *model.Viewer) (*invite.Account, error) {
	return ptr(of(ctx).load().accounts.load(ctx, v.Actor.Account))
}

func (r *viewerResolver) Membership(ctx context.Context, v *model.Viewer) (*invite.Membership, error) {
	return ptr(of(ctx).load().memberships.load(ctx, v.Actor.Membership))
}

func (r *viewerResolver) Memberships(ctx context.Context, v *model.Viewer) ([]invite.Membership, error) {
	list, err := r.DB.MembershipsOf(ctx, v.Actor.Account)
	for _, m := range list {
		of(ctx).load().own.want(id(m.OrganizationID))
	}
	return of(ctx).load().sawMemberships(list), err
}

func (r *viewerResolver) Organization(ctx context.Context, v *model.Viewer) (*invite.Organization, error) {
	if v.Actor.Organization == "" {
		return nil, nil
	}
	return ptr(of(ctx).load().organizations.load(ctx, v.Actor.Organization))
}

func (r *viewerResolver) Permissions(ctx context.Context, v *model.Viewer) ([]auth.Permission, error) {
	org, err := r.Organization(ctx, v)
	if err != nil {
		return nil, err
	}
	trainersInvite := false
	if org != nil {
		locations, _, err := of(ctx).load().locationsOf.find(ctx, org.ID)
		if err != nil {
			return nil, err
		}
		trainersInvite = app.TrainersInvite(*org, locations)
	}
	list := auth.Permissions(v.Actor.Role, trainersInvite)
	if list == nil {
		list = []auth.Permission{}
	}
	return list, nil
}

// Organization of a membership is shown to its holder even while another
// membership is open: the switcher needs its name.
func (r *membershipResolver) Organization(ctx context.Context, m *invite.Membership) (*invite.Organization, error) {
	if m.OrganizationID == nil {
		return nil, nil
	}
	req := of(ctx)
	if org, ok, err := req.load().organizations.find(ctx, *m.OrganizationID); ok || err != nil {
		return &org, err
	}
	if m.AccountID != req.asker().Account {
		return nil, nil
	}
	return ptr(req.load().own.load(ctx, *m.OrganizationID))
}

func (r *membershipResolver) Contact(ctx context.Context, m *invite.Membership) (*invite.Contact, error) {
	if m.ContactID == nil {
		return nil, nil
	}
	c, ok, err := of(ctx).load().contacts.find(ctx, *m.ContactID)
	if !ok {
		return nil, err
	}
	return &c, err
}

func (r *membershipResolver) Name(ctx context.Context, m *invite.Membership) (string, error) {
	a, err := of(ctx).load().accounts.load(ctx, m.AccountID)
	return a.Name, err
}

func (r *membershipResolver) Email(ctx context.Context, m *invite.Membership) (string, error) {
	a, err := of(ctx).load().accounts.load(ctx, m.AccountID)
	return a.Email, err
}

func (r *mutationResolver) SignIn(ctx context.Context, in model.SignInInput) (*model.SignInPayload, error) {
	if err := r.deliverable(ctx, in.Transport); err != nil {
		return nil, err
	}
	signed, err := r.App.SignIn(ctx, visitor(ctx), in.Email, in.Password)
	return r.signedIn(ctx, in.Transport, signed, err)
}

func (r *mutationResolver) RefreshSession(ctx context.Context, in *model.RefreshSessionInput) (*model.SignInPayload, error) {
	transport, token := model.TokenTransportCookie, ""
	if in != nil && in.RefreshToken != nil {
		transport, token = model.TokenTransportBearer, *in.RefreshToken
	} else if jar := jarOf(ctx); jar != nil {
		token = jar.refresh
	}
	if err := r.deliverable(ctx, transport); err != nil {
		return nil, err
	}
	signed, err := r.App.Refresh(ctx, token)
	if err != nil && transport == model.TokenTransportCookie {
		jarOf(ctx).clear()
	}
	return r.signedIn(ctx, transport, signed, err)
}

func (r *mutationResolver) SignOut(ctx context.Context) (*model.SignOutPayload, error) {
	if jar := jarOf(ctx); jar != nil {
		jar.clear()
	}
	errs, err := refusals(r.App.SignOut(ctx))
	of(ctx).become(auth.Actor{Kind: auth.KindAnonymous})
	return &model.SignOutPayload{UserErrors: errs}, err
}

func (r *mutationResolver) SwitchMembership(ctx context.Context, in model.SwitchMembershipInput) (*model.SignInPayload, error) {
	transport := model.TokenTransportBearer
	if byCookie(ctx) {
		transport = model.TokenTransportCookie
	}
	if err := r.deliverable(ctx, transport); err != nil {
		return nil, err
	}
	signed, err := r.App.SwitchMembership(ctx, in.Membership)
	return r.signedIn(ctx, transport, signed, err)
}

// deliverable refuses cookies where no HTTP answer can set them.
func (r *Resolver) deliverable(ctx context.Context, t model.TokenTransport) error {
	if t == model.TokenTransportCookie && jarOf(ctx) == nil {
		return invite.Errorf(invite.Invalid, "input.transport", "Cookies can only be set by a POST request; use BEARER here.")
	}
	return nil
}

// signedIn makes the rest of the response the new viewer's and hands over the
// tokens.
func (r *Resolver) signedIn(ctx context.Context, t model.TokenTransport, s app.Signed, err error) (*model.SignInPayload, error) {
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return &model.SignInPayload{UserErrors: errs}, err
	}
	return &model.SignInPayload{Viewer: &model.Viewer{Actor: s.Actor}, Tokens: r.hand(ctx, t, s), UserErrors: errs}, nil
}

func (r *Resolver) hand(ctx context.Context, t model.TokenTransport, s app.Signed) *model.SessionTokens {
	of(ctx).become(s.Actor)
	if t == model.TokenTransportCookie {
		jarOf(ctx).set(s)
		return nil
	}
	return &model.SessionTokens{AccessToken: s.AccessToken, ExpiresAt: s.AccessExpires, RefreshToken: s.RefreshToken}
}

// Names of the session cookies.
const (
	accessCookie  = "usher_access"
	refreshCookie = "usher_refresh"
)

// SetSessionCookies gives a browser its sign-in: httpOnly cookies that no
// script reads. secure is false only in development without TLS.
func SetSessionCookies(w http.ResponseWriter, s app.Signed, secure bool) {
	http.SetCookie(w, sessionCookie(accessCookie, s.AccessToken, secure, int(s.AccessExpires.Sub(s.Issued).Seconds())))
	http.SetCookie(w, sessionCookie(refreshCookie, s.RefreshToken, secure, int(s.Expires.Sub(s.Issued).Seconds())))
}

// ClearSessionCookies takes a browser's sign-in away.
func ClearSessionCookies(w http.ResponseWriter, secure bool) {
	http.SetCookie(w, sessionCookie(accessCookie, "", secure, -1))
	http.SetCookie(w, sessionCookie(refreshCookie, "", secure, -1))
}

func sessionCookie(name, value string, secure bool, seconds int) *http.Cookie {
	return &http.Cookie{Name: name, Value: value, Path: "/", MaxAge: seconds, HttpOnly: true, Secure: secure, SameSite: http.SameSiteLaxMode}
}

// SessionTokens returns the access and the refresh token of a browser's
// sign-in; empty where it sent none.
func SessionTokens(r *http.Request) (access, refresh string) {
	if c, err := r.Cookie(accessCookie); err == nil {
		access = c.Value
	}
	if c, err := r.Cookie(refreshCookie); err == nil {
		refresh = c.Value
	}
	return access, refresh
}
