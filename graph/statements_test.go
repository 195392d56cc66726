package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"usher/app/apptest"
	"usher/invite"
)

// A page that selects everything that can be selected of a contact, an
// invitation, a batch and a location.
const (
	policyParts   = `policy{ttlDays paceSeconds sendWindow{from to days} statusLabels{status label} sources{field source} password{rules}}`
	locationParts = `location{id name timeZone waiting nextSendAt expectedFinishAt ` + policyParts + `}`
	batchParts    = `{id createdBy createdAt total sent failed cancelled waiting expectedFinishAt finished}`
	inviteParts   = `{id status statusLabel round channels ttlDays subject expectedSendAt sentAt expiresAt endReason contact{id name}
		batch` + batchParts + ` deliveries{id state channel address attempts reason} timeline(first:10){id kind actor at from to channel reason}}`
	contactParts = `{id name email phone stage stageLabel status statusLabel clientType{key name canSignIn invitedOnAssignment} trainer{id name email}
		organization{id name clientTypes{key}} ` + locationParts + ` programs{id name} groups{id name}
		invitation` + inviteParts + ` invitations{id status expectedSendAt batch{id total expectedFinishAt} deliveries{id}}}`
)

// crowd puts n people on file who have everything: programs, groups, a
// trainer, and of three one sent, one waiting and one revoked invitation.
func crowd(w *wire, n int) *apptest.Place {
	w.T.Helper()
	p := w.Place(invite.Coach, fmt.Sprintf("Crowd %d", n))
	p.Set(invite.PolicyPatch{PaceSeconds: ptr(0)})
	own := w.as(p.Owner)
	group := own.do(`mutation{createGroup(input:{name:"Group"}){group{id}}}`).at("createGroup.group.id")
	program := own.do(`mutation{createProgram(input:{name:"Program"}){program{id}}}`).at("createProgram.program.id")
	trainer := p.Staff(invite.Trainer)
	var list []vars
	for _, c := range people(n) {
		list = append(list, vars{"name": c.Name, "email": c.Email})
	}
	made := own.do(`mutation($i:CreateContactsInput!){createContacts(input:$i){results{contact{id}} userErrors{message}}}`, vars{"i": vars{
		"contacts": list, "groups": []any{group}, "program": program, "trainer": trainer.Membership, "invite": "LATER",
	}}).ok()
	var contacts []invite.Contact
	for i := range n {
		contacts = append(contacts, p.Contact(invite.ID(made.at(fmt.Sprintf("createContacts.results.%d.contact.id", i)))))
		p.Invite(contacts[i]) // each a batch of its own
	}
	for i := range contacts {
		switch i % 3 { // and the first waits
		case 1:
			p.SendNext()
		case 2:
			if err := w.App.RevokeInvitation(w.As(p.Owner), *p.Contact(contacts[i].ID).InvitationID, "because"); err != nil {
				w.T.Fatal(err)
			}
		}
	}
	return p
}

// differs tells whether two counts of statements are not the same page's. Two
// branches of one document that want records of one kind share a statement
// where the second is there before the first has begun to read, so a count may
// vary by one or two; it must not grow with the rows.
func differs(one, many int) bool { return max(one, many)-min(one, many) > 2 }

// cost returns how many statements an operation runs, its answer being right.
func (w *wire) cost(c *client, query string, v vars, fragments ...string) int {
	w.T.Helper()
	c.do(`{viewer{account{id}}}`).ok() // the sign-in is believed in from here on
	before := w.Statements()
	c.do(query, v).ok(fragments...)
	return w.Statements() - before
}

// A page costs the same for one row as for a hundred, whatever is selected.
func TestPagesCostAConstantNumberOfStatements(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	small, large := crowd(w, 1), crowd(w, 100)
	for name, tc := range map[string]struct {
		query string
		most  int
	}{
		"contacts": {`{contacts(first:25){nodes` + contactParts + `
			edges{cursor node{id}} pageInfo{hasNextPage endCursor} totalCount{value exact} statusCounts{status label count{value}}}}`, 25},
		"filtered": {`{contacts(first:25,filter:{search:"new",stages:[MEMBER]}){nodes` + contactParts + `
			totalCount{value exact} statusCounts{status count{value}}}}`, 26},
		"batches": {`{invitationBatches(first:50){nodes` + batchParts + `edges{cursor} pageInfo{hasNextPage}}}`, 6},
		"organization": {`{viewer{memberships{id role name email organization{name}} organization{locations{id waiting expectedFinishAt policy{ttlDays}}
			staff{id name email organization{id}} programs{id} groups{id} statusCounts{count{value}}}}}`, 14},
	} {
		one := w.cost(w.as(small.Owner), tc.query, nil)
		hundred := w.cost(w.as(large.Owner), tc.query, nil)
		t.Logf("%s: %d statements for one, %d for many", name, one, hundred)
		if differs(one, hundred) || hundred > tc.most {
			t.Errorf("%s: %d statements for one, %d for many; at most %d", name, one, hundred, tc.most)
		}
	}
}

// The whole hundred on one page, with as much as the cost limit allows.
func TestPageOfAHundred(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	small, large := crowd(w, 1), crowd(w, 100)
	const page = `{contacts(first:100){nodes{id name email status statusLabel location{name waiting} programs{name} groups{name} trainer{name}
		invitation{status expectedSendAt batch{total expectedFinishAt} deliveries{state}}} totalCount{value}}}`
	one, hundred := w.cost(w.as(small.Owner), page, nil), w.cost(w.as(large.Owner), page, nil, `"totalCount":{"value":100}`)
	if differs(one, hundred) {
		t.Errorf("%d statements for one, %d for 100", one, hundred)
	}
}

// Creating and inviting, resending, and looking ahead at it cost the same for
// two as for two hundred, payload included.
func TestBulkMutationsCostAConstantNumberOfStatements(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	const created = `mutation($i:CreateContactsInput!){createContacts(input:$i){createdCount results{index outcome
		contact{id name status location{name waiting} organization{name} programs{id} groups{id} invitation{id}}
		invitation{id status expectedSendAt deliveries{state}} notInvited{code}} batch` + batchParts + ` userErrors{code}}}`
	const invited = `mutation($i:InviteContactsInput!){inviteContacts(input:$i){queuedCount results{outcome expectedSendAt
		contact{id status statusLabel} invitation{id status expectedSendAt contact{name}} error{code}} batch` + batchParts + ` userErrors{code}}}`
	resent := strings.Replace(invited, "inviteContacts", "resendInvitations", 1)
	const ahead = `query($i:InviteContactsInput!,$a:SendAction!){previewInvite(input:$i,action:$a){queuedCount skippedCount
		skipped{contact{id name status location{name}} error{message}} firstSendAt lastSendAt message{contact{name} email{html} sms{segments}}}}`
	cost := map[string][]int{}
	for _, n := range []int{2, 200} {
		p := w.Place(invite.Gym, fmt.Sprintf("Bulk %d", n))
		own := w.as(p.Owner)
		var text []string
		for _, c := range people(n) {
			text = append(text, c.Email)
		}
		cost["create"] = append(cost["create"], w.cost(own, created, vars{"i": vars{"text": strings.Join(text, "\n"), "invite": "NOW"}}, fmt.Sprintf(`"createdCount":%d`, n)))
		var ids []invite.ID
		for _, c := range p.Create(people(n)...) {
			ids = append(ids, c.ID)
		}
		cost["preview"] = append(cost["preview"], w.cost(own, ahead, vars{"i": vars{"contacts": ids}, "a": "INVITE"}, fmt.Sprintf(`"queuedCount":%d`, n)))
		cost["preview of skipped ones"] = append(cost["preview of skipped ones"], w.cost(own, ahead, vars{"i": vars{"contacts": ids}, "a": "RESEND"}, fmt.Sprintf(`"skippedCount":%d`, n)))
		cost["invite"] = append(cost["invite"], w.cost(own, invited, vars{"i": vars{"contacts": ids}}, fmt.Sprintf(`"queuedCount":%d`, n)))
		w.Probe.Exec(`UPDATE rounds SET state = 'DONE', accepted = true WHERE organization_id = $1`, p.Org.ID)
		w.Probe.Exec(`UPDATE invitations SET state = 'FAILED' WHERE organization_id = $1`, p.Org.ID)
		cost["resend"] = append(cost["resend"], w.cost(own, resent, vars{"i": vars{"contacts": ids}}, fmt.Sprintf(`"queuedCount":%d`, n)))
		cost["raise"] = append(cost["raise"], w.cost(own, resent, vars{"i": vars{"contacts": ids}}, fmt.Sprintf(`"queuedCount":%d`, n)))
		cost["preview of a resend"] = append(cost["preview of a resend"], w.cost(own, ahead, vars{"i": vars{"contacts": ids}, "a": "RESEND"}, fmt.Sprintf(`"queuedCount":%d`, n)))
	}
	for what, n := range cost {
		t.Logf("%s: %d statements for 2, %d for 200", what, n[0], n[1])
		if differs(n[0], n[1]) || n[1] > 30 {
			t.Errorf("%s: %d statements for 2, %d for 200", what, n[0], n[1])
		}
	}
}
