package graph_test

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"usher/app"
	"usher/app/apptest"
	"usher/auth"
	"usher/invite"
)

// A subscriber's stream ends within seconds when its right to look ends,
// whether or not anything happens, and the process lives on.
func TestStreamEndsWithTheSignIn(t *testing.T) {
	t.Parallel()
	for name, end := range map[string]func(t *testing.T, w *wire, p *apptest.Place, leader auth.Actor){
		"signed out": func(t *testing.T, w *wire, _ *apptest.Place, leader auth.Actor) {
			w.as(leader).do(`mutation{signOut{userErrors{code}}}`).ok()
		},
		"removed from the staff": func(t *testing.T, w *wire, p *apptest.Place, leader auth.Actor) {
			w.as(p.Owner).do(`mutation($m:ID!){removeStaff(input:{membership:$m}){userErrors{code}}}`, vars{"m": leader.Membership}).ok()
		},
		"token ran out": func(_ *testing.T, w *wire, _ *apptest.Place, _ auth.Actor) {
			w.Clock.Advance(auth.AccessTTL)
		},
	} {
		t.Run(name, func(t *testing.T) {
			bothWays(t, func(t *testing.T, open opener) {
				w := newWire(t)
				p := w.Place(invite.Gym, "Alpha Gym")
				leader := p.Staff(invite.Leader)
				batch := p.Invite(p.Contacts(2)...).Batch
				idle := open(w, leader, changes, vars{"after": w.cursor()})
				progress := open(w, leader, `subscription($b:ID!){batchProgress(batch:$b){total}}`, vars{"b": batch})
				progress.next().has(`"total":2`)
				end(t, w, p, leader)
				w.Clock.Advance(3 * time.Second) // a sign-in is believed in for two
				idle.ends("UNAUTHENTICATED")
				progress.ends("UNAUTHENTICATED")
				w.as(w.signIn(p.Owner)).do(`{viewer{account{id}}}`).ok()
			})
		})
	}
}

// An event that happens after the end of the sign-in is not shown.
func TestNothingIsShownAfterTheEnd(t *testing.T) {
	t.Parallel()
	bothWays(t, func(t *testing.T, open opener) {
		w := newWire(t)
		p := w.Place(invite.Gym, "Alpha Gym")
		leader := p.Staff(invite.Leader)
		c := p.Contacts(2)
		s := open(w, leader, changes, vars{"after": w.cursor()})
		p.Invite(c[0])
		w.place()
		s.moved(c[0], "", "QUEUED")
		w.as(leader).do(`mutation{signOut{userErrors{code}}}`).ok()
		p.Invite(c[1])
		w.place()
		for e := range s.events {
			if strings.Contains(e.body, string(c[1].ID)) {
				t.Errorf("shown: %s", e.body)
			}
			if e.kind != "next" || strings.Contains(e.body, "errors") {
				break
			}
		}
	})
}

// A socket lives longer than its sign-in may: each operation on it asks anew.
func TestSocketOfAnEndedSignInAnswersNoMore(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	member := w.client(p, "member@alpha.example")
	s := w.socket(member)
	s.subscribe(`{viewer{account{email}}}`).next().has("member@alpha.example")
	if err := w.App.UpdateContact(w.As(p.Owner), app.UpdateInput{ID: member.Contact, ClientType: ptr(invite.Offline)}); err != nil {
		t.Fatal(err)
	}
	w.Clock.Advance(3 * time.Second)
	s.subscribe(`{viewer{account{email}}}`).next().fails("UNAUTHENTICATED").lacks("member@alpha.example")
	s.subscribe(`mutation{updateContact(input:{id:"` + string(member.Contact) + `"}){contact{id}}}`).next().fails("UNAUTHENTICATED")
	s.subscribe(changes).ends("UNAUTHENTICATED")
}

func TestBatchProgress(t *testing.T) {
	t.Parallel()
	bothWays(t, func(t *testing.T, open opener) {
		w := newWire(t)
		p := w.Place(invite.Gym, "Alpha Gym")
		pace := 0
		p.Set(invite.PolicyPatch{PaceSeconds: &pace})
		c := p.Contacts(12)
		batch := p.Invite(c...).Batch
		s := open(w, p.Owner, `subscription($b:ID!){batchProgress(batch:$b){id total sent waiting finished expectedFinishAt}}`, vars{"b": batch})
		s.next().has(`"total":12,"sent":0,"waiting":12,"finished":false`, `"expectedFinishAt":"2026-11-24T08:00`)
		started := time.Now()
		for range c {
			p.SendNext()
			w.place()
		}
		reports := 0
		for last := ""; !strings.Contains(last, `"finished":true`); reports++ {
			last = s.next().body
		}
		s.ends("")
		if most := 2 + int(time.Since(started)/(500*time.Millisecond)); reports > most {
			t.Errorf("%d reports in %v", reports, time.Since(started))
		}
		// One that is finished says so, and ends.
		again := open(w, p.Owner, `subscription($b:ID!){batchProgress(batch:$b){sent finished}}`, vars{"b": batch})
		again.next().has(`"sent":12,"finished":true`)
		again.ends("")
	})
}

// Who does not read is dropped and told to start anew. Neither the writers nor
// the other subscribers notice.
func TestSlowReaderIsDropped(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	body := strings.Repeat("long ", 200)
	var wide strings.Builder // 20 times the text of the invitation: what the network buffers is soon full
	for n := range 20 {
		fmt.Fprintf(&wide, " b%d:body", n)
	}
	from := w.cursor()
	deaf := w.as(p.Owner)
	deaf.http.Transport = &http.Transport{DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
		conn, err := (&net.Dialer{}).DialContext(ctx, network, address)
		if err == nil {
			err = conn.(*net.TCPConn).SetReadBuffer(256 << 10)
		}
		return conn, err
	}}
	slow, _, err := deaf.dial()
	if err != nil {
		t.Fatal(err)
	}
	slow.hello(`{"Authorization":"Bearer ` + w.token(p.Owner) + `"}`)
	slow.mu.Lock() // its reader stops at the first message
	quick := byEvents(w, p.Owner, `subscription($after:String){invitationStatusChanged(after:$after){to}}`, vars{"after": from})
	text := fmt.Sprintf(`{"query":"subscription{invitationStatusChanged(after:\"%s\"){invitation{%s}}}"}`, from, wide.String())
	stalled := &stream{t: t, events: make(chan event, 10_000)}
	slow.streams["1"] = stalled
	slow.say(message{ID: "1", Type: "subscribe", Payload: []byte(text)})
	for range 7 {
		made, err := w.App.CreateContacts(w.As(p.Owner), app.CreateInput{
			Contacts: people(200), Stage: invite.Member, ClientType: invite.FullAccess, Invite: app.InviteNow, Invitation: app.InvitationText{Body: &body},
		})
		if err != nil || made.Batch == nil {
			t.Fatal(err)
		}
		w.place()
		for range 200 {
			quick.next().has("QUEUED")
		}
	}
	slow.mu.Unlock()
	stalled.ends("RESYNC")
}

func TestStreamsLeaveNothingBehind(t *testing.T) {
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	before := goleak.IgnoreCurrent()
	from := w.cursor()
	clients := make([]*client, 40)
	var all []*stream
	var sockets []*socket
	for n := range clients {
		clients[n] = w.as(p.Owner)
		all = append(all, clients[n].listen(changes, vars{"after": from}))
		s := w.socket(p.Owner)
		sockets = append(sockets, s)
		all = append(all, s.subscribe(changes, vars{"after": from}), s.subscribe(changes))
	}
	c := p.Contacts(1)
	p.Invite(c...)
	w.place()
	for _, s := range all {
		s.next()
		s.stop()
	}
	for n := range clients {
		_ = sockets[n].conn.CloseNow()
		clients[n].http.CloseIdleConnections()
	}
	var leaked error
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(100 * time.Millisecond) {
		if leaked = goleak.Find(before); leaked == nil {
			return
		}
	}
	t.Errorf("%d goroutines: %v", runtime.NumGoroutine(), leaked)
}

// signIn signs the account of an actor in once more.
func (w *wire) signIn(a auth.Actor) auth.Actor {
	w.T.Helper()
	account, err := w.DB.Account(context.Background(), a.Account)
	if err != nil {
		w.T.Fatal(err)
	}
	signed, err := w.App.SignIn(context.Background(), app.Visitor{}, account.Email, apptest.Password)
	if err != nil {
		w.T.Fatal(err)
	}
	return signed.Actor
}

func ptr[T any](v T) *T { return &v }
