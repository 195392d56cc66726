package bench

import (
	"bytes"
	"testing"
	"time"

	"usher/app"
	"usher/invite"
)

const pageOfIDs = `{ contacts(first: 100) { nodes { id } } }`

const wholePage = `{
  contacts(first: 100) {
    totalCount { value exact }
    statusCounts { status label count { value exact } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes {
      id name email phone stage stageLabel status statusLabel registeredAt createdAt updatedAt archivedAt
      organization { id name }
      clientType { key name canSignIn messaging takesSeat }
      location { id name timeZone waiting nextSendAt expectedFinishAt }
      programs { id name }
      groups { id name }
      invitation {
        id status statusLabel round channels ttlDays subject button expectedSendAt sentAt expiresAt acceptedAt endReason createdAt
        batch { id createdBy total sent failed cancelled waiting expectedFinishAt finished }
        deliveries { id round purpose channel address state attempts reason nextAttemptAt sentAt }
        timeline(first: 10) { id kind at actor from to channel reason }
      }
      invitations { id status }
    }
  }
}`

// BenchmarkGraphQLPage compares a page of 100 contacts with everything
// selected, over HTTP, with the same page with ids only. The design: a
// constant number of statements whatever is selected.
func BenchmarkGraphQLPage(b *testing.B) {
	t := newTown(b)
	group, err := t.World.App.CreateGroup(t.owner(), nil, "Oak Street")
	must(b, err)
	program, err := t.World.App.CreateProgram(t.owner(), nil, "Strength")
	must(b, err)
	_, err = t.World.App.CreateContacts(t.owner(), app.CreateInput{
		Contacts: t.newcomers(100), Stage: invite.Member, ClientType: invite.FullAccess, Invite: app.InviteNow,
		Program: &program.ID, Groups: []invite.ID{group.ID},
	})
	must(b, err)
	for range 50 { // half is sent, half waits
		t.SendNext()
		t.World.Clock.Advance(time.Minute)
	}
	d := t.door()
	few, all := document(b, pageOfIDs, nil), document(b, wholePage, nil)
	if text := d.asked(all); bytes.Count(text, []byte(`"kind"`)) < 250 || bytes.Count(text, []byte(`"expectedSendAt":null`)) != 50 {
		b.Fatalf("not the page that was meant: %.2000s", text)
	}
	var ids, whole samples
	statements := 0
	rounds(b, func() {
		ids.time(func() { d.asked(few) })
		before := t.World.Statements()
		whole.time(func() { d.asked(all) })
		statements = t.World.Statements() - before
	})
	b.ReportMetric(whole.median()/ids.median(), "x-page-of-ids")
	b.ReportMetric(float64(statements), "statements")
}
