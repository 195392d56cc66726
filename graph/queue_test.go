package graph_test

import (
	"encoding/base64"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"usher/app"
	"usher/app/apptest"
	"usher/invite"
	"usher/store"
)

const (
	laneOf  = `query($id:ID!,$n:Int,$a:String){node(id:$id){...on Location{queue(first:$n,after:$a)` + queueParts + `}}}`
	batchOf = `query($id:ID!,$n:Int,$a:String){node(id:$id){...on InvitationBatch{queue(first:$n,after:$a)` + queueParts + `}}}`

	queueParts = `{nodes{position purpose priority expectedSendAt contact{name} invitation{id status expectedSendAt} batch{id}}
		edges{cursor node{position}} pageInfo{hasNextPage hasPreviousPage startCursor endCursor}}`
)

// walk reads a queue in pages and returns the names with the positions.
func (c *client) walk(query string, id invite.ID, size int) (list []string) {
	c.w.T.Helper()
	v := vars{"id": id, "n": size}
	for {
		page := c.do(query, v).ok()
		n := strings.Count(page.body, `"priority"`)
		for k := range n {
			node := "node.queue.nodes." + strconv.Itoa(k)
			list = append(list, page.at(node+".contact.name")+" "+page.at(node+".position"))
		}
		if page.at("node.queue.pageInfo.hasNextPage") != "true" {
			return list
		}
		if v["a"] = page.at("node.queue.pageInfo.endCursor"); n != size || v["a"] != page.at("node.queue.edges."+strconv.Itoa(n-1)+".cursor") {
			c.w.T.Fatalf("a page of %d in the middle: %s", n, page.short())
		}
	}
}

// A lane shows who leaves when, in the order in which they leave, whatever the
// size of the pages.
func TestLocationQueue(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	p.Set(invite.PolicyPatch{ReminderDaysBefore: ptr(2)})
	c := p.Contacts(6)
	p.Send(c[0]) // will be reminded
	w.Clock.Advance(8 * 24 * time.Hour)
	if err := w.App.QueueReminders(w.System("reminders"), []invite.ID{*p.Contact(c[0].ID).InvitationID}); err != nil {
		t.Fatal(err)
	}
	batch := p.Invite(c[1], c[2], c[3])
	single := p.Invite(c[4])
	own := w.as(w.signIn(p.Owner))
	all := own.do(laneOf, vars{"id": p.Location.ID, "n": 50}).ok(
		`{"position":1,"purpose":"INVITE","priority":"SINGLE","expectedSendAt":"2026-12-02T08:00:00Z","contact":{"name":"Person 004"}`, string(*single.Batch),
		`{"position":2,"purpose":"INVITE","priority":"BATCH","expectedSendAt":"2026-12-02T08:01:00Z","contact":{"name":"Person 001"}`, string(*batch.Batch),
		`{"position":5,"purpose":"REMINDER","priority":"REMINDER","expectedSendAt":"2026-12-02T08:04:00Z","contact":{"name":"Person 000"}`, `"batch":null`,
		`"hasNextPage":false,"hasPreviousPage":false`)
	for k := range 5 { // as everywhere else
		node := "node.queue.nodes." + strconv.Itoa(k)
		if at, elsewhere := all.at(node+".expectedSendAt"), all.at(node+".invitation.expectedSendAt"); at != elsewhere {
			t.Errorf("%s: %s, and of the invitation %s", node, at, elsewhere)
		}
	}
	want := []string{"Person 004 1", "Person 001 2", "Person 002 3", "Person 003 4", "Person 000 5"}
	for _, size := range []int{1, 2, 3, 4, 5, 100} {
		if got := own.walk(laneOf, p.Location.ID, size); !slices.Equal(got, want) {
			t.Errorf("pages of %d: %q", size, got)
		}
	}
	p.SendNext()
	if got := own.walk(laneOf, p.Location.ID, 2); !slices.Equal(got, []string{"Person 001 1", "Person 002 2", "Person 003 3", "Person 000 4"}) {
		t.Errorf("when one has left: %q", got)
	}
	if got := own.walk(batchOf, *batch.Batch, 2); !slices.Equal(got, []string{"Person 001 1", "Person 002 2", "Person 003 3"}) {
		t.Errorf("the batch: %q", got)
	}
	own.do(batchOf, vars{"id": single.Batch, "n": 5}).ok(`"nodes":[],"edges":[],"pageInfo":{"hasNextPage":false,"hasPreviousPage":false,"startCursor":null,"endCursor":null}`)
}

// A batch may wait in several lanes; the positions are those in each.
func TestBatchQueueInTwoLanes(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	c := p.Contacts(4)
	second, err := w.App.CreateLocation(w.As(p.Owner), nil, "Second", "Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{1, 3} {
		if err := w.App.UpdateContact(w.As(p.Owner), app.UpdateInput{ID: c[n].ID, Location: &second.ID}); err != nil {
			t.Fatal(err)
		}
	}
	if _, _, err := w.App.UpdatePolicy(w.As(p.Owner), app.PolicyInput{Location: &second.ID, Set: invite.PolicyPatch{PaceSeconds: ptr(600)}}); err != nil {
		t.Fatal(err)
	}
	batch := p.Invite(p.Contact(c[0].ID), p.Contact(c[1].ID), p.Contact(c[2].ID), p.Contact(c[3].ID))
	own := w.as(p.Owner)
	for _, size := range []int{1, 3, 10} {
		if got := own.walk(batchOf, *batch.Batch, size); !slices.Equal(got, []string{"Person 000 1", "Person 001 1", "Person 002 2", "Person 003 2"}) {
			t.Errorf("pages of %d: %q", size, got)
		}
	}
	own.do(batchOf, vars{"id": batch.Batch, "n": 10}).ok(`"expectedSendAt":"2026-11-24T08:10:00Z","contact":{"name":"Person 003"}`, `"expectedSendAt":"2026-11-24T08:01:00Z","contact":{"name":"Person 002"}`)
}

// A trainer sees the own clients' rounds, where they really stand.
func TestTrainersQueue(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Coach, "Coach Kim")
	trainer := p.Staff(invite.Trainer)
	c := p.Contacts(5)
	for _, n := range []int{1, 3, 4} {
		if err := w.App.UpdateContact(w.As(p.Owner), app.UpdateInput{ID: c[n].ID, Trainer: &trainer.Membership}); err != nil {
			t.Fatal(err)
		}
	}
	theirs := p.Invite(c[:4]...)
	mine, err := w.App.InviteContacts(w.As(trainer), app.InviteInput{Contacts: []invite.ID{c[4].ID}})
	if err != nil {
		t.Fatal(err)
	}
	own := w.as(trainer)
	for _, size := range []int{1, 2, 10} {
		if got := own.walk(laneOf, p.Location.ID, size); !slices.Equal(got, []string{"Person 004 1", "Person 001 3", "Person 003 5"}) {
			t.Errorf("pages of %d: %q", size, got)
		}
	}
	own.do(laneOf, vars{"id": p.Location.ID, "n": 10}).ok(string(*mine.Batch), `"batch":null`).lacks(string(*theirs.Batch), "Person 000", "Person 002")
	own.do(batchOf, vars{"id": mine.Batch, "n": 10}).ok("Person 004")
	own.do(batchOf, vars{"id": theirs.Batch, "n": 10}).fails("NOT_FOUND")
}

func TestQueueRefused(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p, other := w.Place(invite.Gym, "Alpha Gym"), w.Place(invite.Gym, "Beta Gym")
	batch := p.Invite(p.Contacts(3)...).Batch
	foreign := other.Invite(other.Contacts(3)...).Batch
	own := w.as(p.Owner)
	inLane := own.do(laneOf, vars{"id": p.Location.ID, "n": 1}).at("node.queue.pageInfo.endCursor")
	inBatch := own.do(batchOf, vars{"id": batch, "n": 1}).at("node.queue.pageInfo.endCursor")
	elsewhere := w.as(other.Owner).do(laneOf, vars{"id": other.Location.ID, "n": 1}).at("node.queue.pageInfo.endCursor")
	encode := func(s string) string { return base64.RawURLEncoding.EncodeToString([]byte(s)) }
	lists := map[string]struct {
		query string
		id    invite.ID
		own   string
	}{"lane": {laneOf, p.Location.ID, inLane}, "batch": {batchOf, *batch, inBatch}}
	for name, list := range lists {
		own.do(list.query, vars{"id": list.id, "n": 100, "a": list.own}).ok(`"hasPreviousPage":true`)
		for _, n := range []int{0, -1, 101} {
			own.do(list.query, vars{"id": list.id, "n": n}).fails("BAD_REQUEST", "first is 1 to 100")
		}
		for what, cursor := range map[string]string{
			"of the lane": inLane, "of the batch": inBatch, "of another organization": elsewhere, "empty": "", "cut": list.own[:len(list.own)-5],
			"of another form": encode(`[1]`), "of no priority": encode(fmt.Sprintf(`{"q":%q,"p":9,"n":1}`, list.id)),
			"too large": encode(fmt.Sprintf(`{"q":%q,"p":0,"n":99999999999999999999}`, list.id)), "no number": encode(fmt.Sprintf(`{"q":%q,"p":0,"n":"1"}`, list.id)),
		} {
			if cursor == list.own {
				continue
			}
			t.Run(name+" "+what, func(t *testing.T) {
				got := own.do(list.query, vars{"id": list.id, "n": 1, "a": cursor})
				got.t = t
				got.fails("BAD_REQUEST", "does not belong to this list", `"field":"after"`)
			})
		}
	}
	for query, id := range map[string]invite.ID{laneOf: other.Location.ID, batchOf: *foreign} {
		own.do(query, vars{"id": id, "n": 1}).fails("NOT_FOUND")
		w.anyone().do(query, vars{"id": id, "n": 1}).fails("UNAUTHENTICATED")
	}
	w.as(w.client(p, "member@alpha.example")).do(`{viewer{membership{contact{location{queue{nodes{position}}}}}}}`).fails("FORBIDDEN")
	w.as(w.Support()).do(laneOf, vars{"id": p.Location.ID, "n": 10}).ok("Person 001").lacks("Beta")
}

// Whatever is selected of a hundred that wait, and of the lanes of an
// organization or of its batches at once.
func TestQueuesCostAConstantNumberOfStatements(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	places := map[int]*apptest.Place{}
	for _, n := range []int{1, 100} {
		p := w.Place(invite.Gym, fmt.Sprintf("Queue %d", n))
		c := p.Contacts(n)
		for k := range 5 {
			if n > 1 {
				p.Invite(c[k*20 : k*20+20]...)
				if _, err := w.App.CreateLocation(w.As(p.Owner), nil, fmt.Sprintf("Branch %d", k), "Europe/Rome"); err != nil {
					t.Fatal(err)
				}
			}
		}
		if n == 1 {
			p.Invite(c...)
		}
		places[n] = p
	}
	const round = `{nodes{position purpose priority expectedSendAt contact{id name status location{name} programs{id} groups{id}} batch` + batchParts + `
		invitation{id status expectedSendAt deliveries{state} timeline(first:2){kind}}} edges{cursor} pageInfo{hasNextPage}}`
	for name, tc := range map[string]struct {
		query string
		most  int
	}{
		"lane":    {`query($l:ID!){node(id:$l){...on Location{waiting queue(first:100)` + round + `}}}`, 18},
		"lanes":   {`{viewer{organization{locations{name waiting queue(first:20){nodes{position expectedSendAt contact{name} invitation{status} batch{total}}}}}}}`, 14},
		"batches": {`{invitationBatches(first:10){nodes{total queue(first:20){nodes{position expectedSendAt contact{name} invitation{status} batch{waiting}}}}}}`, 14},
	} {
		var n []int
		for _, size := range []int{1, 100} {
			v := vars{}
			if name == "lane" {
				v["l"] = places[size].Location.ID
			}
			n = append(n, w.cost(w.as(places[size].Owner), tc.query, v, fmt.Sprintf(`"position":%d`, min(size, 20))))
		}
		t.Logf("%s: %v statements", name, n)
		if differs(n[0], n[1]) || n[1] > tc.most {
			t.Errorf("%s: %d statements for one, %d for many; at most %d", name, n[0], n[1], tc.most)
		}
	}
}

// The list by when invitations lapse, and who lapses soon.
func TestContactsByExpiry(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	p.Set(invite.PolicyPatch{Channels: ptr(invite.EmailOnly), SendWindow: &invite.WindowChoice{}})
	c := p.Contacts(5)
	for _, n := range []int{3, 1, 4} { // lapse on the 4th, a minute and an hour later
		p.Send(c[n])
		w.Clock.Advance(map[int]time.Duration{3: time.Minute, 1: time.Hour}[n])
	}
	own := w.as(w.signIn(p.Owner))
	const page = `query($a:String,$d:SortDirection!){contacts(first:2,after:$a,sort:{field:EXPIRES_AT,direction:$d}){nodes{name} pageInfo{endCursor hasNextPage}}}`
	names := func(direction string) (list []string) {
		v := vars{"d": direction}
		for {
			got := own.do(page, v).ok()
			for k := range strings.Count(got.body, `"name"`) {
				list = append(list, got.at("contacts.nodes." + strconv.Itoa(k) + ".name")[len("Person 00"):])
			}
			if got.at("contacts.pageInfo.hasNextPage") != "true" {
				return list
			}
			v["a"] = got.at("contacts.pageInfo.endCursor")
		}
	}
	for direction, want := range map[string]string{"ASC": "31402", "DESC": "41320"} {
		if got := strings.Join(names(direction), ""); got != want && !(direction == "ASC" && got == "31420") && !(direction == "DESC" && got == "41302") {
			t.Errorf("%s: %s, want %s", direction, got, want)
		}
	}
	const before = `query($b:Time!){contacts(filter:{expiresBefore:$b}){nodes{name} totalCount{value exact} statusCounts{status count{value}}}}`
	own.do(before, vars{"b": "2026-12-04T08:01:00Z"}).ok(`"nodes":[{"name":"Person 003"}]`, `"totalCount":{"value":1,"exact":true}`, `{"status":"PENDING","count":{"value":1}}`, `{"status":"EXPIRED","count":{"value":0}}`)
	own.do(before, vars{"b": "2026-12-04T08:01:00.000001Z"}).ok("Person 003", "Person 001").lacks("Person 004")
	own.do(before, vars{"b": "0000-01-01T00:00:00Z"}).ok(`"nodes":[]`)
	own.do(before, vars{"b": "9999-12-31T23:59:59Z"}).ok(`"value":3`)
	own.do(before, vars{"b": "soon"}).fails("BAD_REQUEST")
	own.do(inviting, vars{"i": vars{"filter": vars{"expiresBefore": "2026-12-05T00:00:00Z"}}}).has(`"skippedCount":3`)
	w.Clock.Advance(apptest.Start.AddDate(0, 0, 10).Add(30 * time.Second).Sub(w.Clock.Now())) // the first has lapsed
	own = w.as(w.signIn(p.Owner))
	own.do(before, vars{"b": "2026-12-05T00:00:00Z"}).ok("Person 001", "Person 004", `"value":2`).lacks("Person 003")
	if got := strings.Join(names("ASC"), ""); got[:2] != "14" || len(got) != 5 {
		t.Errorf("when one has lapsed: %s", got)
	}
	cursor := own.do(page, vars{"d": "ASC"}).at("contacts.pageInfo.endCursor")
	own.do(page, vars{"d": "DESC", "a": cursor}).fails("BAD_REQUEST", "does not belong")
	encode := func(value string) string {
		return base64.RawURLEncoding.EncodeToString([]byte(fmt.Sprintf(`{"b":"EXPIRES_AT","v":%q,"i":%q}`, value, store.NewID())))
	}
	own.do(page, vars{"d": "ASC", "a": encode("soon")}).fails("BAD_REQUEST", "does not belong")
	own.do(page, vars{"d": "ASC", "a": encode("")}).ok()
	own.do(page, vars{"d": "ASC", "a": encode("2026-12-04T08:00:00Z")}).ok("Person 001")
}

// Rounds that are moved to the front while a page is read spoil no page.
func TestQueueWhileItIsMoved(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	c := p.Contacts(100)
	p.Invite(c...)
	stop := make(chan struct{})
	moved := make(chan error, 1)
	go func() {
		defer close(stop)
		for k := range c {
			if _, err := w.App.ResendInvitations(w.As(p.Owner), app.InviteInput{Contacts: []invite.ID{c[len(c)-1-k].ID}}); err != nil {
				moved <- err
				return
			}
		}
		moved <- nil
	}()
	own := w.as(p.Owner)
	for reading := true; reading; {
		select {
		case <-stop:
			reading = false
		default:
		}
		own.do(laneOf, vars{"id": p.Location.ID, "n": 100}).ok()
	}
	if err := <-moved; err != nil {
		t.Fatal(err)
	}
	if got := own.walk(laneOf, p.Location.ID, 30); len(got) != 100 || got[99] != "Person 099 100" {
		t.Errorf("%q", got)
	}
}
