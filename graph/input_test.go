package graph_test

import (
	"encoding/base64"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"usher/invite"
	"usher/store"
)

const create = `mutation($i:CreateContactsInput!){createContacts(input:$i){createdCount skippedCount
	results{index outcome contact{id name email} invitation{id} notInvited{code}} batch{id total} userErrors{code field message}}}`

// What cannot be put on file is refused as a whole, and nothing is.
func TestBadListsWriteNothing(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	var many []string
	for n := range 201 {
		many = append(many, fmt.Sprintf("p%d@example.org", n))
	}
	name := func(s string) vars { return vars{"contacts": []any{vars{"name": s, "email": "ok@example.org"}}} }
	for what, tc := range map[string]struct {
		input       vars
		code, field string
	}{
		"over 200":             {vars{"text": strings.Join(many, "\n")}, "TOO_MANY", "input.text"},
		"empty":                {vars{"text": ""}, "REQUIRED", "input.text"},
		"separators only":      {vars{"text": " ,;\n\t"}, "REQUIRED", "input.text"},
		"neither":              {vars{}, "REQUIRED", "input.text"},
		"both":                 {vars{"text": "a@example.org", "contacts": []any{vars{"email": "b@example.org"}}}, "REQUIRED", "input.text"},
		"no contacts":          {vars{"contacts": []any{}}, "REQUIRED", "input.contacts"},
		"300 KB":               {vars{"text": strings.Repeat("a@example.org ", 300<<10/14)}, "TOO_LONG", "input.text"},
		"a bad entry":          {vars{"text": "good@example.org, bad@@example.org"}, "INVALID", "input.text.1"},
		"a line break":         {name("Ann\r\nBcc: x@example.org"), "CONTROL_CHARACTERS", "input.contacts.0"},
		"a bell":               {name("Ann\a"), "CONTROL_CHARACTERS", "input.contacts.0"},
		"turned text":          {name("Ann\u202e"), "CONTROL_CHARACTERS", "input.contacts.0"},
		"a long name":          {name(strings.Repeat("n", 101)), "TOO_LONG", "input.contacts.0"},
		"no address":           {vars{"contacts": []any{vars{"name": "Ann"}}}, "REQUIRED", "input.contacts.0.email"},
		"a bad phone":          {vars{"contacts": []any{vars{"phone": "12"}}}, "INVALID", "input.contacts.0.phone"},
		"an offline invite":    {vars{"text": "a@example.org", "clientType": "OFFLINE", "invite": "NOW"}, "OFFLINE_CLIENT", "input.invite"},
		"a header":             {vars{"text": "a@example.org", "invite": "NOW", "invitation": vars{"subject": "Hi\r\nBcc: x@example.org"}}, "CONTROL_CHARACTERS", "input.invitation.subject"},
		"a link":               {vars{"text": "a@example.org", "invite": "NOW", "invitation": vars{"body": "See https://evil.example"}}, "FOREIGN_LINK", "input.invitation.body"},
		"markup":               {vars{"text": "a@example.org", "invite": "NOW", "invitation": vars{"body": "<b>Hi</b>"}}, "MARKUP_NOT_ALLOWED", "input.invitation.body"},
		"an empty key":         {vars{"text": "a@example.org", "idempotencyKey": ""}, "INVALID", "input.idempotencyKey"},
		"an unknown variable":  {vars{"text": "a@example.org", "invite": "NOW", "invitation": vars{"body": "Hi {{nobody}}"}}, "UNKNOWN_PLACEHOLDER", "input.invitation.body"},
		"a subject of nothing": {vars{"text": "a@example.org", "invite": "NOW", "invitation": vars{"subject": ""}}, "REQUIRED", "input.invitation.subject"},
	} {
		got := w.as(p.Owner).do(create, vars{"i": tc.input})
		t.Run(what, func(t *testing.T) {
			got.t = t
			got.refused(tc.code, tc.field).has(`"createdCount":0`, `"results":[]`, `"batch":null`)
		})
	}
	one := w.as(p.Owner).send(http.MethodPost, "", "application/json", strings.NewReader(`{"query":"x","variables":{"text":"`+strings.Repeat("a@example.org ", 1<<20/14)+`"}}`))
	if one.fails("BAD_REQUEST"); one.status != http.StatusRequestEntityTooLarge {
		t.Errorf("1 MB of text: %d", one.status)
	}
	w.as(p.Owner).do(`{contacts{totalCount{value} nodes{id}} invitationBatches{nodes{id}}}`).ok(`"value":0`, `"nodes":[]`)
}

// Cursors of another list, of another order, or of nobody.
func TestForeignCursors(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p, other := w.Place(invite.Gym, "Alpha Gym"), w.Place(invite.Gym, "Beta Gym")
	p.Contacts(3)
	foreign := other.Invite(other.Contacts(1)...).Batch
	own := w.as(p.Owner)
	const page = `query($a:String,$f:ContactSortField!,$d:SortDirection!){contacts(first:2,after:$a,sort:{field:$f,direction:$d}){
		nodes{name} pageInfo{endCursor hasNextPage hasPreviousPage startCursor}}}`
	first := own.do(page, vars{"f": "NAME", "d": "ASC"}).ok("Person 000", "Person 001", `"hasNextPage":true`, `"hasPreviousPage":false`)
	cursor := first.at("contacts.pageInfo.endCursor")
	own.do(page, vars{"f": "NAME", "d": "ASC", "a": cursor}).ok("Person 002", `"hasNextPage":false`, `"hasPreviousPage":true`).lacks("Person 001")
	own.do(page, vars{"f": "NAME", "d": "DESC"}).ok("Person 002", "Person 001").lacks("Person 000")
	encode := func(s string) string { return base64.RawURLEncoding.EncodeToString([]byte(s)) }
	id := string(store.NewID())
	for what, v := range map[string]vars{
		"of another field":     {"f": "EMAIL", "d": "ASC", "a": cursor},
		"of another direction": {"f": "NAME", "d": "DESC", "a": cursor},
		"of batches":           {"f": "NAME", "d": "ASC", "a": *foreign},
		"empty":                {"f": "NAME", "d": "ASC", "a": ""},
		"cut":                  {"f": "NAME", "d": "ASC", "a": cursor[:len(cursor)-4]},
		"no base64":            {"f": "NAME", "d": "ASC", "a": "%%%"},
		"no object":            {"f": "NAME", "d": "ASC", "a": encode(`[1]`)},
		"without an id":        {"f": "NAME", "d": "ASC", "a": encode(`{"b":"NAME","v":"x"}`)},
		"with a wrong id":      {"f": "NAME", "d": "ASC", "a": encode(`{"b":"NAME","v":"x","i":"1 OR 1=1"}`)},
		"of another column":    {"f": "NAME", "d": "ASC", "a": encode(`{"b":"password_hash","v":"x","i":"` + id + `"}`)},
		"with a null":          {"f": "NAME", "d": "ASC", "a": encode(`{"b":"NAME","v":"\u0000","i":"` + id + `"}`)},
		"of no time":           {"f": "CREATED_AT", "d": "ASC", "a": encode(`{"b":"CREATED_AT","v":"yesterday","i":"` + id + `"}`)},
		"before all time":      {"f": "CREATED_AT", "d": "ASC", "a": encode(`{"b":"CREATED_AT","v":"0000-01-01T00:00:00Z","i":"` + id + `"}`)},
		"huge":                 {"f": "NAME", "d": "ASC", "a": encode(`{"b":"NAME","v":"` + strings.Repeat("x", 20_000) + `","i":"` + id + `"}`)},
	} {
		got := own.do(page, v)
		t.Run(what, func(t *testing.T) {
			got.t = t
			got.fails("BAD_REQUEST", "endCursor").lacks("xxxxxxxx")
		})
	}
	const batches = `query($a:String){invitationBatches(after:$a){nodes{id}}}`
	own.do(batches, vars{"a": *foreign}).fails("NOT_FOUND")
	own.do(batches, vars{"a": store.NewID()}).fails("NOT_FOUND")
	own.do(batches, vars{"a": cursor}).fails("BAD_REQUEST")
	for _, first := range []int{-1, 0, 101, 2147483647} {
		own.do(`query($f:Int!){contacts(first:$f){nodes{id}}}`, vars{"f": first}).fails("BAD_REQUEST")
		own.do(`query($f:Int!){invitationBatches(first:$f){nodes{id}}}`, vars{"f": first}).fails("BAD_REQUEST")
		if first < 101 {
			own.do(`query($c:ID!,$f:Int!){contact(id:$c){invitation{timeline(first:$f){id}}}}`, vars{"c": p.Create(people(1)...)[0].ID, "f": first}).ok()
		}
	}
	// A cursor of another organization's list shows nothing of that.
	theirs := w.as(other.Owner).do(page, vars{"f": "NAME", "d": "ASC"}).at("contacts.pageInfo.endCursor")
	own.do(page, vars{"f": "NAME", "d": "ASC", "a": theirs}).ok().lacks("beta-gym")
}

// Values that GraphQL does not know are the request's fault, and long ones are
// not repeated.
func TestVariablesOfTheWrongKind(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	own := w.as(p.Owner)
	huge := strings.Repeat("Z", 200_000)
	const list = `query($f:ContactFilter){contacts(filter:$f){nodes{id}}}`
	for what, got := range map[string]answer{
		"an id":                   own.do(`query($i:ID!){contact(id:$i){id}}`, vars{"i": "7"}),
		"a huge id":               own.do(`query($i:ID!){contact(id:$i){id}}`, vars{"i": huge}),
		"an id in capitals":       own.do(`query($i:ID!){contact(id:$i){id}}`, vars{"i": strings.ToUpper(string(store.NewID()))}),
		"a number for an id":      own.do(`query($i:ID!){contact(id:$i){id}}`, vars{"i": 7}),
		"an id in a list":         own.do(list, vars{"f": vars{"groups": []any{string(store.NewID()), huge}}}),
		"an enum":                 own.do(list, vars{"f": vars{"stages": []any{"MEMBER", huge}}}),
		"an enum in small":        own.do(list, vars{"f": vars{"stages": "member"}}),
		"an enum by number":       own.do(list, vars{"f": vars{"stages": 1}}),
		"an unknown field":        own.do(list, vars{"f": vars{huge: 1}}),
		"a text for a bool":       own.do(list, vars{"f": vars{"archived": huge}}),
		"null for a bool":         own.do(list, vars{"f": vars{"archived": nil}}),
		"a list for a text":       own.do(list, vars{"f": vars{"search": []any{huge}}}),
		"a null character":        own.do(list, vars{"f": vars{"search": "a\x00"}}),
		"nothing where needed":    own.do(`query($i:ID!){contact(id:$i){id}}`),
		"null where needed":       own.do(`query($i:ID!){contact(id:$i){id}}`, vars{"i": nil}),
		"an enum literal":         own.do(`{contacts(filter:{stages:[member]}){nodes{id}}}`),
		"a text for an enum":      own.do(`{contacts(filter:{stages:["MEMBER"]}){nodes{id}}}`),
		"a long operation's name": own.send(http.MethodPost, "", "application/json", strings.NewReader(`{"query":"{viewer{account{id}}}","operationName":"`+huge+`"}`)),
	} {
		t.Run(what, func(t *testing.T) {
			got.t = t
			got.fails("BAD_REQUEST").lacks(strings.Repeat("Z", 1000), "INTERNAL")
			if got.status != http.StatusOK {
				t.Errorf("status %d", got.status)
			}
		})
	}
	// Left out and null are the same, at every place that may be null.
	for _, v := range []vars{{}, {"f": nil}, {"f": vars{}}, {"f": vars{"stages": nil, "search": nil, "groups": nil}}} {
		own.do(list, v).ok(`"nodes":[]`)
	}
	own.do(`mutation($i:InviteContactsInput!){inviteContacts(input:$i){userErrors{code field message}}}`, vars{"i": vars{"contacts": nil, "filter": nil, "invitation": nil, "idempotencyKey": nil, "organization": nil}}).refused("REQUIRED", "input.contacts")
	own.do(`mutation($i:UpdatePolicyInput!){updatePolicy(input:$i){policy{ttlDays sendWindow{from}} userErrors{code}}}`, vars{"i": vars{"ttlDays": nil, "sendWindow": nil, "password": nil, "statusLabels": nil, "anyTime": nil}}).ok(`"ttlDays":10`, `"from":"08:00"`)
	own.do(`mutation{refreshSession{userErrors{code}}}`).fails("UNAUTHENTICATED")
	own.do(`mutation{refreshSession(input:null){userErrors{code}}}`).fails("UNAUTHENTICATED")
}

// GraphQL over HTTP.
func TestStatusAndMediaType(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.Place(invite.Gym, "Alpha Gym")
	own := w.as(p.Owner)
	const plain, graphql = "application/json; charset=utf-8", "application/graphql-response+json; charset=utf-8"
	get := func(c *client, v url.Values) answer { return c.send(http.MethodGet, v.Encode(), "", nil) }
	for what, tc := range map[string]struct {
		got    answer
		status int
		media  string
	}{
		"an answer":                    {own.do(who), 200, plain},
		"an answer, as GraphQL":        {own.with("Accept", "application/graphql-response+json").do(who), 200, graphql},
		"an answer, whatever":          {own.with("Accept", "*/*").do(who), 200, plain},
		"an invalid document":          {own.do("{nope}"), 200, plain},
		"an invalid one, as GraphQL":   {own.with("Accept", "application/graphql-response+json").do("{nope}"), 400, graphql},
		"too dear, as GraphQL":         {w.anyone().with("Accept", "application/graphql-response+json, application/json").do("{__schema{types{name}}}"), 400, graphql},
		"unreadable, as GraphQL":       {own.with("Accept", "application/graphql-response+json").do("{"), 400, graphql},
		"not found":                    {own.do(`{contact(id:"` + string(store.NewID()) + `"){id}}`), 200, plain},
		"no JSON":                      {own.send(http.MethodPost, "", "application/json", strings.NewReader("{")), 400, plain},
		"a query by GET":               {get(own, url.Values{"query": {who}}), 200, plain},
		"with variables":               {get(own, url.Values{"query": {`query($f:Int!){contacts(first:$f){nodes{id}}}`}, "variables": {`{"f":1}`}}), 200, plain},
		"one of two operations":        {get(own, url.Values{"query": {`query a{viewer{account{id}}} query b{viewer{account{email}}}`}, "operationName": {"b"}}), 200, plain},
		"a mutation by GET":            {get(own, url.Values{"query": {`mutation{signOut{userErrors{code}}}`}}), 405, plain},
		"a subscription by GET":        {get(own, url.Values{"query": {`subscription{invitationStatusChanged{at}}`}}), 405, plain},
		"a GET without a query":        {get(own, url.Values{}), 400, plain},
		"variables that are no object": {get(own, url.Values{"query": {who}, "variables": {"7"}}), 400, plain},
		"extensions that are none":     {get(own, url.Values{"query": {who}, "extensions": {"{"}}), 400, plain},
	} {
		t.Run(what, func(t *testing.T) {
			tc.got.t = t
			if tc.got.has(); tc.got.status != tc.status || tc.got.header.Get("Content-Type") != tc.media {
				t.Errorf("%d %s %s", tc.got.status, tc.got.header.Get("Content-Type"), tc.got.short())
			}
			if tc.status >= 400 {
				tc.got.fails("BAD_REQUEST")
			}
		})
	}
	own.do(who).ok("owner@") // nobody was signed out by GET
}
