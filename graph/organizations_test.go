package graph_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"image"
	"image/png"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"usher/invite"
)

const updateOrganization = `mutation($i:UpdateOrganizationInput!){updateOrganization(input:$i){
	organization{id name supportContact accentColor logoUrl} userErrors{code field message}}}`

// dot is the smallest logo.
func dot(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		t.Fatal(err)
	}
	return base64.StdEncoding.EncodeToString(b.Bytes())
}

func TestUpdateOrganization(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	gym, other := w.Place(invite.Gym, "Iron Temple"), w.Place(invite.Gym, "Other Gym")
	own, leader := w.as(gym.Owner), w.as(gym.Staff(invite.Leader))
	own.do(`{viewer{permissions organization{accentColor logoUrl}}}`).ok(`"MANAGE_ORGANIZATION"`, `"accentColor":"`+invite.DefaultAccent+`"`, `"logoUrl":null`)

	leader.do(updateOrganization, vars{"i": vars{"name": "Iron Temple East", "supportContact": "Ask Anna.", "accentColor": "#3949AB", "logo": dot(t)}}).
		ok(`"name":"Iron Temple East"`, `"supportContact":"Ask Anna."`, `"accentColor":"#3949ab"`, `"logoUrl":"/logo/`+string(gym.Org.ID)+`?v=`)
	got := own.do(`query($o:ID!){organization(id:$o){name supportContact accentColor logoUrl}}`, vars{"o": gym.Org.ID}).
		ok(`"name":"Iron Temple East"`, `"accentColor":"#3949ab"`).at("organization.logoUrl")
	org, err := w.App.AnyOrganization(t.Context(), gym.Org.ID)
	if err != nil || got != org.LogoPath() || org.Logo == "" {
		t.Errorf("the logo is at %q, %+v, %v", got, org, err)
	}
	own.do(updateOrganization, vars{"i": vars{"organization": gym.Org.ID, "clear": []any{"ACCENT_COLOR", "LOGO"}}}).
		ok(`"name":"Iron Temple East"`, `"accentColor":"`+invite.DefaultAccent+`"`, `"logoUrl":null`)
	own.do(updateOrganization, vars{"i": vars{}}).ok(`"name":"Iron Temple East"`)
	own.do(`{viewer{organization{language}}}`).ok(`"language":"EN"`)
	for _, language := range []string{"ES", "FR", "DE", "PT", "EN"} {
		leader.do(`mutation($i:UpdateOrganizationInput!){updateOrganization(input:$i){organization{language} userErrors{code}}}`,
			vars{"i": vars{"language": language}}).ok(`"language":"` + language + `"`)
		own.do(`{viewer{organization{language name}}}`).ok(`"language":"`+language+`"`, `"name":"Iron Temple East"`)
	}
	own.do(updateOrganization, vars{"i": vars{"language": "TLH"}}).fails("BAD_REQUEST")

	for field, v := range map[string]struct {
		code  string
		value any
	}{
		"name": {"TOO_LONG", strings.Repeat("x", 101)}, "supportContact": {"REQUIRED", ""}, "accentColor": {"INVALID", "red"}, "logo": {"INVALID", "PHN2Zz4="},
	} {
		w.Unchanged(field, func() {
			own.do(updateOrganization, vars{"i": vars{field: v.value}}).refused(v.code, "input."+field).has(`"organization":null`)
		})
	}
	own.do(updateOrganization, vars{"i": vars{"accentColor": "#000000", "clear": []any{"ACCENT_COLOR"}}}).refused("INVALID", "input.clear")
	// The largest logo passes the door; what is beyond it is refused and not cut.
	own.do(updateOrganization, vars{"i": vars{"logo": strings.Repeat("A", 300_000)}}).refused("TOO_LONG", "input.logo").lacks("AAAAAAAA")

	for name, tc := range map[string]struct {
		c            *client
		organization *invite.ID
		code         string
	}{
		"a trainer":            {w.as(gym.Staff(invite.Trainer)), nil, "FORBIDDEN"},
		"a client":             {w.as(w.client(gym, "client@iron.example")), nil, "FORBIDDEN"},
		"support":              {w.as(w.Support()), &gym.Org.ID, "FORBIDDEN"},
		"another organization": {own, &other.Org.ID, "NOT_FOUND"},
		"nobody":               {w.anyone(), nil, "UNAUTHENTICATED"},
	} {
		in := vars{"name": "Mine"}
		if tc.organization != nil {
			in["organization"] = *tc.organization
		}
		w.Unchanged(name, func() { tc.c.do(updateOrganization, vars{"i": in}).fails(tc.code).lacks("Other Gym") })
	}
}

func TestUpdateProgram(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	gym, other := w.Place(invite.Gym, "Iron Temple"), w.Place(invite.Gym, "Other Gym")
	own := w.as(gym.Owner)
	program := func(name string) string {
		return own.do(`mutation($n:String!){createProgram(input:{name:$n}){program{id}}}`, vars{"n": name}).at("createProgram.program.id")
	}
	yoga := program("Yoga")
	program("Strength")
	const update = `mutation($i:UpdateProgramInput!){updateProgram(input:$i){program{id name} userErrors{code field message}}}`
	own.do(update, vars{"i": vars{"id": yoga, "name": " Yoga  Flow"}}).ok(`{"id":"` + yoga + `","name":"Yoga Flow"}`)
	own.do(update, vars{"i": vars{"id": yoga, "name": "strength"}}).refused("CONFLICT", "input.name").has(`"program":null`)
	own.do(update, vars{"i": vars{"id": yoga, "name": ""}}).refused("REQUIRED", "input.name")
	w.as(other.Owner).do(update, vars{"i": vars{"id": yoga, "name": "Mine"}}).fails("NOT_FOUND")
	w.as(gym.Staff(invite.Trainer)).do(update, vars{"i": vars{"id": yoga, "name": "Mine"}}).fails("FORBIDDEN")
	w.anyone().do(update, vars{"i": vars{"id": yoga, "name": "Mine"}}).fails("UNAUTHENTICATED")
	own.do(`{viewer{organization{programs{name}}}}`).ok(`[{"name":"Strength"},{"name":"Yoga Flow"}]`)
}

const listOrganizations = `query($s:String,$n:Int=20,$a:String){organizations(search:$s,first:$n,after:$a){
	nodes{id name accentColor} edges{cursor node{name}} pageInfo{hasNextPage hasPreviousPage startCursor endCursor}}}`

// names returns the names of a page of organizations.
func (a answer) names() (out []string) {
	a.t.Helper()
	var body struct {
		Data struct {
			Organizations struct{ Nodes []struct{ Name string } }
		}
	}
	if err := json.Unmarshal([]byte(a.body), &body); err != nil {
		a.t.Fatalf("%v: %s", err, a.short())
	}
	for _, n := range body.Data.Organizations.Nodes {
		out = append(out, n.Name)
	}
	return out
}

func TestOrganizations(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	all := []string{"100% Fit", "alpha Gym", "Alpha gym", "Über Gym", "Beta_Club", "Gamma \\ Co", "Öko Club"}
	var gym invite.Organization
	for n, name := range all {
		p := w.Place(invite.Gym, fmt.Sprintf("Place %d", n))
		w.as(p.Owner).do(updateOrganization, vars{"i": vars{"name": name}}).ok()
		gym = p.Org
	}
	byName := slices.Clone(all)
	slices.SortStableFunc(byName, func(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) })
	support := w.as(w.Support())
	if diff := cmp.Diff(byName, support.do(listOrganizations).ok(`"hasNextPage":false`, `"hasPreviousPage":false`).names()); diff != "" {
		t.Errorf("all of them:\n%s", diff)
	}
	// Page by page, each once, also where two share a name in lower case.
	var walked []string
	var after any
	for range len(all) {
		page := support.do(listOrganizations, vars{"n": 2, "a": after}).ok()
		walked = append(walked, page.names()...)
		after = page.at("organizations.pageInfo.endCursor")
		if page.at("organizations.pageInfo.hasNextPage") == "false" {
			break
		}
	}
	if diff := cmp.Diff(byName, walked); diff != "" {
		t.Errorf("page by page:\n%s", diff)
	}
	for search, want := range map[string][]string{
		"GYM": {"alpha Gym", "Alpha gym", "Über Gym"}, " alpha  g": {"alpha Gym", "Alpha gym"}, "über": {"Über Gym"}, "ÖKO": {"Öko Club"},
		"%": {"100% Fit"}, "_": {"Beta_Club"}, `\`: {"Gamma \\ Co"}, "nobody": nil, "' OR true --": nil, "  ": byName,
	} {
		if diff := cmp.Diff(want, support.do(listOrganizations, vars{"s": search}).ok().names()); diff != "" {
			t.Errorf("%q:\n%s", search, diff)
		}
	}
	if got := support.do(listOrganizations, vars{"s": "club", "n": 1, "a": support.do(listOrganizations, vars{"s": "club", "n": 1}).at("organizations.pageInfo.endCursor")}).
		ok(`"hasPreviousPage":true`).names(); len(got) != 1 || got[0] != "Öko Club" {
		t.Errorf("the second page of a search: %v", got)
	}

	contacts := w.as(w.Place(invite.Gym, "Elsewhere").Owner)
	contacts.do(`mutation{createContacts(input:{text:"a@example.org"}){createdCount}}`).ok()
	foreign := contacts.do(`{contacts(first:1){pageInfo{endCursor}}}`).at("contacts.pageInfo.endCursor")
	for name, v := range map[string]vars{
		"none a page": {"n": 0}, "too many": {"n": 101}, "a cursor that is none": {"a": "x"}, "another list's cursor": {"a": foreign},
		"a long search": {"s": strings.Repeat("x", 101)}, "a search of two lines": {"s": "a\nb"}, "a search with NUL": {"s": "a\x00"},
	} {
		t.Run(name, func(*testing.T) { support.do(listOrganizations, v).fails("BAD_REQUEST") })
	}
	p := w.Place(invite.Gym, "Last")
	for _, role := range []invite.Role{invite.Owner, invite.Leader, invite.Trainer} {
		actor := p.Owner
		if role != invite.Owner {
			actor = p.Staff(role)
		}
		w.as(actor).do(listOrganizations).fails("FORBIDDEN").lacks("Gym", string(gym.ID))
	}
	w.as(w.client(p, "client@last.example")).do(listOrganizations).fails("FORBIDDEN").lacks("Gym")
	w.anyone().do(listOrganizations).fails("UNAUTHENTICATED").lacks("Gym")
}

// A page of organizations costs the same for one as for many, whatever is
// selected of them.
func TestOrganizationsCostAConstantNumberOfStatements(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	support := w.as(w.Support())
	for n := range 30 {
		p := w.Place(invite.Coach, fmt.Sprintf("Place %02d", n))
		own := w.as(p.Owner)
		own.do(`mutation{createGroup(input:{name:"Group"}){group{id}} createProgram(input:{name:"Program"}){program{id}}}`).ok()
		own.do(updateOrganization, vars{"i": vars{"logo": dot(t)}}).ok()
	}
	const page = `query($n:Int!){organizations(first:$n){nodes{id name preset supportContact accentColor logoUrl policy{ttlDays}
		locations{id name waiting} programs{name} groups{name} staff{role name} statusCounts{status count{value}}}}}`
	one := w.cost(support, page, vars{"n": 1}, `"name":"Place 00"`)
	many := w.cost(support, page, vars{"n": 30}, `"name":"Place 29"`)
	if differs(one, many) || many > 12 {
		t.Errorf("%d statements for one, %d for 30", one, many)
	}
	if n := w.cost(support, `{organizations(first:30){nodes{id name accentColor logoUrl}}}`, nil); n != 1 {
		t.Errorf("names and colors alone take %d statements", n)
	}
}

// The holder of an invitation sees how the organization presents itself; the
// holder of nothing does not.
func TestPreviewShowsThePresentation(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	gym := w.Place(invite.Gym, "Iron Temple")
	message := gym.Send(gym.Contacts(1)[0])[0]
	const preview = `query($t:String!){invitationPreview(token:$t){state accentColor logoUrl}}`
	nobody := w.anyone()
	nobody.do(preview, vars{"t": message.Token}).ok(`"state":"OPEN","accentColor":"` + invite.DefaultAccent + `","logoUrl":null`)
	w.as(gym.Owner).do(updateOrganization, vars{"i": vars{"accentColor": "#A63D14", "logo": dot(t)}}).ok()
	nobody.do(preview, vars{"t": message.Token}).ok(`"state":"OPEN","accentColor":"#a63d14","logoUrl":"/logo/` + string(gym.Org.ID) + `?v=`)
	nobody.do(preview, vars{"t": strings.Repeat("A", len(message.Token))}).ok(`"state":"NOT_VALID","accentColor":null,"logoUrl":null`)
}
