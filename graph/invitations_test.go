package graph_test

import (
	"strings"
	"testing"
	"time"

	"usher/app"
	"usher/app/apptest"
	"usher/graph"
	"usher/invite"
	"usher/store"
)

const inviting = `mutation($i:InviteContactsInput!){inviteContacts(input:$i){queuedCount skippedCount
	results{outcome expectedSendAt error{code message} contact{name status} invitation{id status subject channels}}
	batch{id total waiting expectedFinishAt} userErrors{code field message}}}`

func TestInviteContacts(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	c := p.Contacts(5)
	offline := p.Create(app.NewContact{Name: "Off Line", Email: "off@example.org"})[0]
	if err := w.App.UpdateContact(w.As(p.Owner), app.UpdateInput{ID: offline.ID, ClientType: ptr(invite.Offline)}); err != nil {
		t.Fatal(err)
	}
	own := w.as(p.Owner)
	// The first leaves at once, the next a minute later; both are done a pace after that.
	own.do(inviting, vars{"i": vars{"contacts": []any{c[0].ID, c[1].ID, c[0].ID, offline.ID}, "invitation": vars{"subject": "Come in, {{name}}", "channels": "EMAIL_ONLY"}, "idempotencyKey": "k"}}).
		has(`"queuedCount":2,"skippedCount":1`, `"expectedSendAt":"2026-11-24T08:00:00Z"`, `"expectedSendAt":"2026-11-24T08:01:00Z"`, `"expectedFinishAt":"2026-11-24T08:02:00Z"`,
			`"error":{"code":"OFFLINE_CLIENT"`, "Off Line", `"subject":"Come in, {{name}}","channels":["EMAIL"]`, `"userErrors":[]`)
	own.do(inviting, vars{"i": vars{"contacts": []any{c[0].ID, c[2].ID}}}).has(`"queuedCount":1,"skippedCount":1`, `"code":"ALREADY_INVITED"`)
	own.do(inviting, vars{"i": vars{"filter": vars{"search": "Person 003"}}}).ok(`"queuedCount":1,"skippedCount":0`, "Person 003")
	own.do(inviting, vars{"i": vars{"filter": vars{"search": "nobody at all"}}}).refused("REQUIRED", "input.filter").has(`"batch":null`)
	own.do(inviting, vars{"i": vars{"contacts": []any{}}}).refused("REQUIRED", "input.contacts")
	own.do(inviting, vars{"i": vars{}}).refused("REQUIRED", "input.contacts")
	own.do(inviting, vars{"i": vars{"contacts": []any{c[4].ID}, "filter": vars{}}}).refused("REQUIRED", "input.contacts")
	own.do(inviting, vars{"i": vars{"contacts": []any{c[4].ID}, "idempotencyKey": "k"}}).refused("IDEMPOTENCY_REUSED", "input.idempotencyKey")
	own.do(inviting, vars{"i": vars{"contacts": []any{c[4].ID}, "invitation": vars{"button": strings.Repeat("x", 41)}}}).refused("TOO_LONG", "input.invitation.button")
	own.do(inviting, vars{"i": vars{"contacts": []any{c[4].ID, store.NewID()}}}).fails("NOT_FOUND")
	var many []any
	for range 201 {
		many = append(many, store.NewID())
	}
	own.do(inviting, vars{"i": vars{"contacts": many}}).refused("TOO_MANY", "input.contacts")
	w.anyone().do(inviting, vars{"i": vars{"contacts": []any{c[4].ID}}}).fails("UNAUTHENTICATED")
	w.as(p.Staff(invite.Trainer)).do(inviting, vars{"i": vars{"contacts": []any{c[4].ID}}}).fails("FORBIDDEN")
	own.do(`query($i:ID!){contact(id:$i){status}}`, vars{"i": c[4].ID}).ok("NOT_INVITED") // after all those refusals
}

func TestResendRevokeAndCancel(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	c := p.Contacts(4)
	own := w.as(p.Owner)
	batch := p.Invite(c[:3]...)
	first, second := batch.Items[0].Invitation, batch.Items[1].Invitation
	const resend = `mutation($i:ID!){resendInvitation(input:{id:$i}){invitation{status round expectedSendAt} userErrors{code field message}}}`
	const revoke = `mutation($i:ID!,$r:String){revokeInvitation(input:{id:$i,reason:$r}){invitation{status endReason} userErrors{code field message}}}`
	const cancel = `mutation($b:ID!){cancelBatch(input:{id:$b}){cancelledCount batch{cancelled waiting finished expectedFinishAt} userErrors{code field message}}}`
	own.do(resend, vars{"i": second}).ok(`"status":"QUEUED","round":1`, `"expectedSendAt":"2026-11-24T08:00:00Z"`) // moved to the front
	p.SendNext()
	own.do(`query($i:ID!){invitation(id:$i){status sentAt expiresAt deliveries{state channel address purpose attempts} timeline{kind actor to}}}`, vars{"i": second}).
		ok(`"status":"PENDING","sentAt":"2026-11-24T08:00:00Z","expiresAt":"2026-12-04T08:00:00Z"`, `"state":"SENT"`, `"kind":"INVITATION_SENT","actor":"sender","to":"PENDING"`, `"kind":"ROUND_RAISED","actor":"Owner"`)
	own.do(resend, vars{"i": second}).refused("TOO_SOON", "id").has(`"invitation":null`)
	own.do(revoke, vars{"i": first, "r": "moved\naway"}).refused("CONTROL_CHARACTERS", "input.reason")
	own.do(revoke, vars{"i": first, "r": strings.Repeat("x", 201)}).refused("TOO_LONG", "input.reason")
	own.do(revoke, vars{"i": first, "r": "moved away"}).ok(`"status":"REVOKED","endReason":"moved away"`)
	own.do(revoke, vars{"i": first}).refused("NOT_REVOCABLE", "id")
	own.do(resend, vars{"i": first}).refused("NOT_RESENDABLE", "id")
	own.do(cancel, vars{"b": batch.Batch}).ok(`"cancelledCount":1`, `"cancelled":2,"waiting":0,"finished":true,"expectedFinishAt":null`)
	own.do(cancel, vars{"b": batch.Batch}).refused("BATCH_FINISHED", "input.id").has(`"cancelledCount":0`)
	own.do(`query($i:ID!){contact(id:$i){status invitation{status endReason}}}`, vars{"i": c[2].ID}).ok(`"status":"NOT_INVITED"`, "BATCH_CANCELLED")
	member := w.client(p, "member@alpha.example")
	accepted := p.Contact(member.Contact).InvitationID
	own.do(resend, vars{"i": accepted}).refused("ALREADY_ACCEPTED", "id")
	own.do(revoke, vars{"i": accepted}).refused("ALREADY_ACCEPTED", "id")
	own.do(inviting, vars{"i": vars{"contacts": []any{member.Contact}}}).has("ALREADY_REGISTERED")
	for _, call := range []string{resend, revoke} {
		w.as(member).do(call, vars{"i": second}).fails("NOT_FOUND")
		w.anyone().do(call, vars{"i": second}).fails("UNAUTHENTICATED")
		own.do(call, vars{"i": store.NewID()}).fails("NOT_FOUND")
	}
	support := w.as(w.Support())
	support.do(revoke, vars{"i": second}).fails("FORBIDDEN")
	support.do(cancel, vars{"b": batch.Batch}).fails("FORBIDDEN")
	w.Clock.Advance(14 * time.Minute) // 20 with those that passed
	support = w.as(w.signInAs("support@usher.example"))
	support.do(resend, vars{"i": second}).ok(`"round":2`)
	own = w.as(w.signIn(p.Owner))
	own.do(`{invitationBatches(first:2){nodes{id createdBy total} edges{cursor} pageInfo{hasNextPage endCursor}}}`).ok(`"createdBy":"Sam Support"`, `"hasNextPage":true`)
	own.do(`query($b:ID!){invitationBatch(id:$b){total sent failed cancelled waiting createdBy}}`, vars{"b": batch.Batch}).ok(`"total":3,"sent":1,"failed":0,"cancelled":2,"waiting":0,"createdBy":"Owner"`)
}

const registering = `mutation($i:RegisterInput!){register(input:$i){viewer{account{email} membership{role}} contact{name status} tokens{accessToken} userErrors{code field message}}}`

// The holder of a link or a code: what is shown, and joining by each.
func TestPreviewAndRegister(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	p.Invite(p.Create(app.NewContact{Name: "Ann Ash", Email: "ann.ash@example.org"})...)
	m := p.SendNext()[0]
	const preview = `query($t:String,$c:String){invitationPreview(token:$t,code:$c){state organizationName supportContact name maskedAddress maskedEmail needsEmailProof needsEmail expiresAt passwordPolicy{rules}}}`
	w.anyone().do(preview, vars{"t": m.Token}).ok(`"state":"OPEN","organizationName":"Alpha Gym","supportContact":"desk@alpha-gym.example","name":"Ann Ash"`, "a•••h@example.org", `"needsEmailProof":false`).lacks("ann.ash")
	w.anyone().do(preview, vars{"c": strings.ToLower(m.Code)}).ok(`"state":"OPEN"`)
	none := w.anyone().do(preview, vars{"c": "00000-00000"}).ok(`"state":"NOT_VALID"`)
	if other := w.anyone().do(preview, vars{"c": "nonsense"}); other.body != none.body {
		t.Errorf("two answers for codes: %s", other.body)
	}
	w.anyone().do(preview, vars{"t": "nonsense"}).ok(`"state":"NOT_VALID","organizationName":null`)
	w.anyone().do(preview).fails("BAD_REQUEST")
	w.anyone().do(preview, vars{"t": m.Token, "c": m.Code}).fails("BAD_REQUEST")
	in := func(change vars) vars {
		out := vars{"token": m.Token, "name": "Ann Ash", "password": apptest.Password, "transport": "BEARER"}
		for k, v := range change {
			out[k] = v
		}
		return vars{"i": out}
	}
	for field, tc := range map[string]struct {
		change vars
		code   string
	}{
		"input.name": {vars{"name": " "}, "REQUIRED"}, "input.password": {vars{"password": "short"}, "PASSWORD_TOO_WEAK"},
		"input.code": {vars{"token": nil, "code": "00000-00000"}, "CODE_NOT_VALID"}, "input.token": {vars{"token": "nonsense"}, "LINK_NOT_VALID"},
	} {
		w.anyone().do(registering, in(tc.change)).refused(tc.code, field).has(`"viewer":null`, `"contact":null`, `"tokens":null`)
	}
	w.anyone().do(registering, in(vars{"password": "Password1!"})).refused("PASSWORD_BREACHED", "input.password")
	w.anyone().do(registering, in(vars{"password": "Alpha-Gym1"})).refused("PASSWORD_LIKE_NAME", "input.password")
	joined := w.anyone().do(registering, in(nil)).ok(`"email":"ann.ash@example.org"`, `"role":"CLIENT"`, `"status":"REGISTERED"`)
	w.bearer(joined.at("register.tokens.accessToken")).do(`{viewer{membership{contact{name invitation{status acceptedAt}}}}}`).ok("Ann Ash", `"status":"ACCEPTED"`)
	w.anyone().do(registering, in(nil)).refused("LINK_USED", "input.token").has("desk@alpha-gym.example")
	w.anyone().do(registering, in(vars{"token": nil, "code": m.Code})).refused("CODE_NOT_VALID", "input.code").lacks("Alpha")
	w.anyone().do(preview, vars{"t": m.Token}).ok(`"state":"USED"`, `"name":null`)
	w.anyone().do(preview, vars{"c": m.Code}).ok(`"state":"NOT_VALID"`).lacks("Alpha")
	w.anyone().do(`query($o:ID){passwordPolicy(organization:$o){minLength upper symbol rules}}`, vars{"o": p.Org.ID}).ok(`"minLength":6,"upper":true,"symbol":true`)
	w.anyone().do(`{passwordPolicy{minLength}}`).ok(`"minLength":6`)
	w.anyone().do(`query($o:ID){passwordPolicy(organization:$o){minLength}}`, vars{"o": store.NewID()}).fails("NOT_FOUND")
	for _, secret := range []string{m.Token, m.Code, apptest.Password, joined.at("register.tokens.accessToken")} {
		if strings.Contains(w.Log.String(), secret) {
			t.Error("the log holds a secret")
		}
	}
}

// Whoever joins by text proves the email by a mailed code; one in a browser is
// signed in by cookie.
func TestRegisterByTextAndByCookie(t *testing.T) {
	t.Parallel()
	w := newWire(t, func(o *graph.Options) { o.Development = true })
	p := w.Place(invite.Gym, "Alpha Gym")
	p.Invite(p.Create(app.NewContact{Name: "Tom Text", Phone: "+12025550123"})...)
	m := p.SendNext()[0]
	in := vars{"token": m.Token, "name": "Tom Text", "password": apptest.Password}
	b := w.browser()
	b.do(registering, vars{"i": in}).refused("REQUIRED", "input.email")
	in["email"] = "owner@alpha-gym.example" // has an account: nothing is said of it before it is proven
	b.do(registering, vars{"i": in}).refused("EMAIL_PROOF_NEEDED", "input.emailProof").lacks("ACCOUNT")
	in["email"] = "tom@example.org"
	b.do(registering, vars{"i": in}).refused("EMAIL_PROOF_NEEDED", "input.emailProof")
	in["emailProof"] = "000000"
	b.do(registering, vars{"i": in}).refused("EMAIL_PROOF_WRONG", "input.emailProof")
	proofs := w.Mail.Proofs()
	in["emailProof"] = proofs[len(proofs)-1].Code
	b.do(registering, vars{"i": in}).ok(`"email":"tom@example.org"`, `"tokens":null`)
	b.do(who).ok("tom@example.org")
}

func TestDeclineAndAskForANewOne(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	c := p.Create(people(2)...)
	p.Invite(c[0])
	m := p.SendNext()[0]
	const decline = `mutation($t:String,$c:String){declineInvitation(input:{token:$t,code:$c}){declined userErrors{code field message}}}`
	const renew = `mutation($t:String!){requestNewInvitation(input:{token:$t}){accepted userErrors{code field message}}}`
	w.anyone().do(decline, vars{"c": "00000-00000"}).refused("CODE_NOT_VALID", "input.code").has(`"declined":false`)
	w.anyone().do(decline).refused("REQUIRED", "input.code")
	w.anyone().send("GET", "query=mutation%7BdeclineInvitation(input%3A%7Btoken%3A%22"+m.Token+"%22%7D)%7Bdeclined%7D%7D", "", nil).fails("BAD_REQUEST")
	w.as(p.Owner).do(`query($i:ID!){contact(id:$i){status}}`, vars{"i": c[0].ID}).ok("PENDING") // a GET changes nothing
	w.anyone().do(decline, vars{"t": m.Token}).ok(`"declined":true`)
	w.anyone().do(decline, vars{"t": m.Token}).refused("LINK_NOT_VALID", "input.token")
	w.as(p.Owner).do(`query($i:ID!){contact(id:$i){status statusLabel}}`, vars{"i": c[0].ID}).ok(`"DECLINED","statusLabel":"Invite Declined"`)
	w.Clock.Advance(time.Minute)
	p.Invite(c[1])
	m = p.SendNext()[0]
	w.Clock.Advance(10*24*time.Hour + time.Hour)
	w.anyone().do(registering, vars{"i": vars{"token": m.Token, "name": "X", "password": apptest.Password, "transport": "BEARER"}}).refused("LINK_EXPIRED", "input.token")
	own := w.as(w.signIn(p.Owner))
	own.do(`query($i:ID!){contact(id:$i){status invitation{status}}}`, vars{"i": c[1].ID}).ok(`"status":"EXPIRED","invitation":{"status":"EXPIRED"}`) // right on read, without a sweep
	asked := w.anyone().do(renew, vars{"t": m.Token}).ok(`"accepted":true`)
	if other := w.anyone().do(renew, vars{"t": "nonsense"}); other.body != asked.body {
		t.Errorf("another answer for another token: %s", other.body)
	}
	own.do(`query($i:ID!){contact(id:$i){status invitation{round expectedSendAt}}}`, vars{"i": c[1].ID}).ok(`"status":"QUEUED"`, `"round":2`)
}
