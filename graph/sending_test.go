package graph_test

import (
	"strings"
	"testing"
	"time"

	"usher/app"
	"usher/invite"
	"usher/store"
)

const resendingMany = `mutation($i:InviteContactsInput!){resendInvitations(input:$i){queuedCount skippedCount
	results{outcome expectedSendAt error{code field message} contact{name status} invitation{id status round}}
	batch{id total waiting expectedFinishAt} userErrors{code field message}}}`

func TestResendInvitations(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p, other := w.Place(invite.Gym, "Alpha Gym"), w.Place(invite.Gym, "Beta Gym")
	c, foreign := p.Contacts(6), other.Contacts(1)
	p.Send(c[0])
	w.Clock.Advance(time.Minute)
	p.Send(c[1])
	w.Clock.Advance(time.Hour)
	p.Invite(c[2], c[3])
	own := w.as(w.signIn(p.Owner))
	own.do(resendingMany, vars{"i": vars{"contacts": []any{c[0].ID, c[1].ID, c[2].ID, c[4].ID, c[0].ID}, "idempotencyKey": "k"}}).
		has(`"queuedCount":3,"skippedCount":1`, `"userErrors":[]`, `"total":2,"waiting":2`,
			`{"outcome":"QUEUED","expectedSendAt":"2026-11-24T09:01:00Z","error":null,"contact":{"name":"Person 002","status":"QUEUED"}`,
			`{"outcome":"QUEUED","expectedSendAt":"2026-11-24T09:03:00Z","error":null,"contact":{"name":"Person 000","status":"PENDING"}`,
			`{"outcome":"QUEUED","expectedSendAt":"2026-11-24T09:04:00Z","error":null,"contact":{"name":"Person 001","status":"PENDING"}`,
			`"expectedFinishAt":"2026-11-24T09:05:00Z"`, `"round":2`,
			`{"outcome":"SKIPPED","expectedSendAt":null,"error":{"code":"NOT_RESENDABLE","field":null,"message":"Person 004 was never invited; invite instead."},"contact":{"name":"Person 004","status":"NOT_INVITED"},"invitation":null}`)
	own.do(resendingMany, vars{"i": vars{"filter": vars{"search": "Person 003"}}}).ok(`"queuedCount":1,"skippedCount":0`, `"batch":null`) // moved to the front
	for _, tc := range []struct {
		input       vars
		code, field string
	}{
		{vars{}, "REQUIRED", "input.contacts"},
		{vars{"contacts": []any{}}, "REQUIRED", "input.contacts"},
		{vars{"contacts": []any{c[0].ID}, "filter": vars{}}, "REQUIRED", "input.contacts"},
		{vars{"filter": vars{"search": "nobody at all"}}, "REQUIRED", "input.filter"},
		{vars{"filter": vars{"search": strings.Repeat("x", 101)}}, "TOO_LONG", "filter.search"},
		{vars{"contacts": []any{c[4].ID}, "idempotencyKey": "k"}, "IDEMPOTENCY_REUSED", "input.idempotencyKey"},
		{vars{"contacts": []any{c[0].ID}, "invitation": vars{"button": strings.Repeat("x", 41)}}, "TOO_LONG", "input.invitation.button"},
	} {
		own.do(resendingMany, vars{"i": tc.input}).refused(tc.code, tc.field).has(`"results":[]`, `"batch":null`)
	}
	own.do(resendingMany, vars{"i": vars{"contacts": []any{c[0].ID, store.NewID()}}}).fails("NOT_FOUND")
	own.do(resendingMany, vars{"i": vars{"contacts": []any{foreign[0].ID}}}).fails("NOT_FOUND")
	w.anyone().do(resendingMany, vars{"i": vars{"contacts": []any{c[0].ID}}}).fails("UNAUTHENTICATED")
	w.as(w.client(p, "member@alpha.example")).do(resendingMany, vars{"i": vars{"contacts": []any{c[0].ID}}}).fails("FORBIDDEN")
	support := w.as(w.Support())
	support.do(resendingMany, vars{"i": vars{"organization": p.Org.ID, "contacts": []any{c[0].ID}}}).ok(`"queuedCount":1`)
	support.do(resendingMany, vars{"i": vars{"organization": p.Org.ID, "contacts": []any{foreign[0].ID}}}).fails("NOT_FOUND")
	support.do(inviting, vars{"i": vars{"organization": p.Org.ID, "contacts": []any{c[5].ID}}}).fails("FORBIDDEN")
}

const previewing = `query($i:InviteContactsInput!,$a:SendAction!,$c:ID){previewInvite(input:$i,action:$a,contact:$c){
	queuedCount skippedCount skipped{contact{name status} error{code field message}} firstSendAt lastSendAt ttlDays
	message{contact{name} email{from to subject text html} sms{to text segments}} userErrors{code field message}}}`

// What is shown is what would leave: the same texts, the same form, and in
// place of a credential an example.
func TestPreviewInvite(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	c := p.Contacts(4)
	p.Invite(c[3])
	own := w.as(p.Owner)
	chosen := []any{c[3].ID, c[0].ID, c[1].ID, c[2].ID}
	text := vars{"subject": "Come in, {{name}}", "body": "Here is {{organization}}.", "button": "Go <3"}
	w.Unchanged("a preview", func() {
		own.do(previewing, vars{"i": vars{"contacts": chosen, "invitation": text, "idempotencyKey": "k"}, "a": "INVITE", "c": c[1].ID}).
			has(`"queuedCount":3,"skippedCount":1,"skipped":[{"contact":{"name":"Person 003","status":"QUEUED"},"error":{"code":"ALREADY_INVITED","field":null,"message":"Person 003 has an invitation`,
				`"firstSendAt":"2026-11-24T08:01:00Z","lastSendAt":"2026-11-24T08:03:00Z","ttlDays":10,"message":{"contact":{"name":"Person 001"}`,
				`"from":"Alpha Gym \u003cinvitations@usher.example\u003e","to":"person001@alpha-gym.example","subject":"Come in, Person 001"`,
				`Here is Alpha Gym.`, `https://usher.example/join/`+app.ExampleToken, `Y0URC-0DE00`, `Go \u0026lt;3`,
				`"sms":{"to":"+12025550101","text":"Alpha Gym invites you to its app:\nhttps://usher.example/join/`+app.ExampleToken+`\nOr type the code Y0URC-0DE00. This invitation expires in 10 days.","segments":1}`,
				`"userErrors":[]`)
		own.do(previewing, vars{"i": vars{"contacts": chosen, "invitation": vars{"channels": "SMS_ONLY"}}, "a": "INVITE"}).
			has(`"message":{"contact":{"name":"Person 000"},"email":null,"sms":{`, `"userErrors":[]`)
		own.do(previewing, vars{"i": vars{"contacts": chosen}, "a": "RESEND"}).
			has(`"queuedCount":1,"skippedCount":3`, `"NOT_RESENDABLE"`, `"firstSendAt":"2026-11-24T08:00:00Z","lastSendAt":"2026-11-24T08:00:00Z"`, `"message":{"contact":{"name":"Person 003"}`)
		own.do(previewing, vars{"i": vars{"contacts": chosen}, "a": "INVITE", "c": c[3].ID}).
			has(`"queuedCount":3`, `"ttlDays":10,"message":null,"userErrors":[]`)
		own.do(previewing, vars{"i": vars{"filter": vars{"statuses": []any{"QUEUED"}}}, "a": "INVITE"}).
			has(`"queuedCount":0,"skippedCount":1`, `"firstSendAt":null,"lastSendAt":null,"ttlDays":null,"message":null,"userErrors":[]`)
	})
	m := map[invite.Channel]app.Message{}
	own.do(inviting, vars{"i": vars{"contacts": []any{c[1].ID}, "invitation": text}}).ok(`"queuedCount":1`)
	p.SendNext()
	w.Clock.Advance(time.Minute)
	for _, sent := range p.SendNext() {
		m[sent.Channel] = sent
	}
	for channel, sent := range m {
		left, err := renderer(t, w.World).Render(sent)
		if err != nil {
			t.Fatal(err)
		}
		shown := own.do(previewing, vars{"i": vars{"contacts": []any{c[2].ID}, "invitation": text}, "a": "INVITE"})
		path := map[invite.Channel]string{invite.Email: "email", invite.SMS: "sms"}[channel]
		example := strings.NewReplacer(sent.Token, app.ExampleToken, invite.GroupCode(sent.Code), invite.GroupCode(app.ExampleCode), "Person 001", "Person 002", "person001", "person002")
		if got := shown.at("previewInvite.message." + path + ".text"); got != example.Replace(left.Text) {
			t.Errorf("%s: shown %q, sent %q", channel, got, left.Text)
		}
		if channel == invite.Email && shown.at("previewInvite.message.email.html") != example.Replace(left.HTML) {
			t.Errorf("the HTML differs: %s", left.HTML)
		}
	}
}

func TestPreviewInviteRefused(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p, other := w.Place(invite.Gym, "Alpha Gym"), w.Place(invite.Gym, "Beta Gym")
	c, foreign := p.Contacts(3), other.Contacts(1)
	own, support, trainer, member := w.as(p.Owner), w.as(w.Support()), w.as(p.Staff(invite.Trainer)), w.as(w.client(p, "member@alpha.example"))
	bad := vars{"subject": "", "body": "see http://x.example"}
	w.Unchanged("refused previews", func() {
		texts := own.do(previewing, vars{"i": vars{"contacts": []any{c[0].ID, c[1].ID}, "invitation": bad}, "a": "INVITE"})
		texts.refused("REQUIRED", "input.invitation.subject").refused("FOREIGN_LINK", "input.invitation.body").
			has(`"queuedCount":2`, `"lastSendAt":"2026-11-24T08:03:00Z"`, `"message":null`)
		for _, id := range []invite.ID{c[2].ID, foreign[0].ID, store.NewID()} {
			own.do(previewing, vars{"i": vars{"contacts": []any{c[0].ID, c[1].ID}}, "a": "INVITE", "c": id}).
				refused("INVALID", "contact").has(`"queuedCount":2`, `"message":null`).lacks("Beta", "beta")
		}
		for field, in := range map[string]vars{"input.contacts": {}, "input.filter": {"filter": vars{"search": "nobody at all"}}} {
			own.do(previewing, vars{"i": in, "a": "RESEND"}).refused("REQUIRED", field).has(`"queuedCount":0,"skippedCount":0,"skipped":[]`, `"message":null`)
		}
		own.do(previewing, vars{"i": vars{"filter": vars{"search": strings.Repeat("x", 101)}}, "a": "INVITE"}).refused("TOO_LONG", "filter.search")
		own.do(previewing, vars{"i": vars{"contacts": []any{foreign[0].ID}}, "a": "INVITE"}).fails("NOT_FOUND")
		own.do(previewing, vars{"i": vars{"organization": other.Org.ID, "contacts": []any{foreign[0].ID}}, "a": "INVITE"}).fails("NOT_FOUND")
		support.do(previewing, vars{"i": vars{"contacts": []any{c[0].ID}}, "a": "RESEND"}).refused("REQUIRED", "organization")
		support.do(previewing, vars{"i": vars{"organization": p.Org.ID, "contacts": []any{c[0].ID}}, "a": "INVITE"}).fails("FORBIDDEN")
		support.do(previewing, vars{"i": vars{"organization": p.Org.ID, "contacts": []any{c[0].ID}}, "a": "RESEND"}).has(`"skippedCount":1`)
		for _, a := range []string{"INVITE", "RESEND"} {
			v := vars{"i": vars{"contacts": []any{c[0].ID}}, "a": a}
			trainer.do(previewing, v).fails("FORBIDDEN")
			member.do(previewing, v).fails("FORBIDDEN")
			w.anyone().do(previewing, v).fails("UNAUTHENTICATED")
		}
		own.do(previewing, vars{"i": vars{"contacts": []any{c[0].ID}}, "a": "NONSENSE"}).fails("BAD_REQUEST")
	})
}

// A trainer sees ahead for own clients.
func TestTrainersPreview(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Coach, "Coach Kim")
	trainer := p.Staff(invite.Trainer)
	other := p.Contacts(1)[0]
	made, err := w.App.CreateContacts(w.As(trainer), app.CreateInput{Contacts: []app.NewContact{{Name: "Own Client", Email: "own@example.org"}}, Stage: invite.Member, ClientType: invite.FullAccess, Invite: app.InviteLater})
	if err != nil {
		t.Fatal(err)
	}
	c := w.as(trainer)
	c.do(previewing, vars{"i": vars{"filter": vars{}}, "a": "INVITE"}).ok(`"queuedCount":1,"skippedCount":0`, "own@example.org").lacks("Person")
	c.do(previewing, vars{"i": vars{"contacts": []any{made.Items[0].Contact, other.ID}}, "a": "INVITE"}).fails("NOT_FOUND")
	c.do(previewing, vars{"i": vars{"contacts": []any{made.Items[0].Contact}}, "a": "INVITE", "c": other.ID}).refused("INVALID", "contact").lacks("Person")
}
