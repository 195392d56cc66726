package web

import (
	"io"
	"slices"
)

// HouseholdPath is where a resident sees the own household: GET shows it, POST
// adds a member. HouseholdPath + "/" + a member's id: GET shows the member, POST
// corrects it; the actions below follow the id, by POST only.
const (
	HouseholdPath   = "/household"
	HouseholdResend = "resend"
	HouseholdHandOn = "hand-on"
	HouseholdRemove = "remove"

	// FieldReach is an email address or a phone number.
	FieldReach = "reach"
	// HouseholdDone is the query's name for what was done, a key of its texts
	// without "household.done-".
	HouseholdDone = "done"
)

// HouseholdPage shows a household to one of its members; its head can add to
// it.
type HouseholdPage struct {
	JoinPage
	Household string // what it is called
	Address   string // empty where it is the name, or not known
	Members   []HouseholdMember
	Manages   bool   // whether the viewer is the head
	Head      string // the head's name; empty where there is none
	Full      int    // most members, where there are as many; 0 where there is room
	Done      string // what was done; empty on a first visit

	Name  string // what was typed
	Reach string // what was typed
}

// HouseholdMember is a person of it.
type HouseholdMember struct {
	ID       string
	Name     string
	Reach    string // email or phone; empty where it is not shown
	State    string // "REGISTERED", "INVITED", "ADDED", "LAPSED", "ON_FILE" or "LISTED"
	IsHead   bool
	IsViewer bool
	Problem  bool // the message to confirm did not leave
}

// HouseholdMemberPage is for the head to change one member.
type HouseholdMemberPage struct {
	JoinPage
	Household string
	Member    HouseholdMember
	MayHead   bool   // the headship can be handed on to the member
	Last      bool   // nobody else belongs to the household
	Name      string // what was typed, or the name
	Reach     string // what was typed
}

// NoHouseholdPage is for who has none to see.
type NoHouseholdPage struct {
	JoinPage
	Staff bool // staff look after households elsewhere
}

// RenderHousehold writes the page of a household.
func RenderHousehold(w io.Writer, p HouseholdPage) error { return render(w, p.Locale, "household", p) }

// RenderHouseholdMember writes the page of a member.
func RenderHouseholdMember(w io.Writer, p HouseholdMemberPage) error {
	return render(w, p.Locale, "household_member", p)
}

// RenderNoHousehold writes the page for who has no household.
func RenderNoHousehold(w io.Writer, p NoHouseholdPage) error {
	return render(w, p.Locale, "household_none", p)
}

// memberTexts are the texts of a member's states.
var memberTexts = map[string]string{
	"REGISTERED": "household.registered", "INVITED": "household.invited", "ADDED": "household.added",
	"LAPSED": "household.lapsed", "ON_FILE": "household.on-file", "LISTED": "household.listed",
}

// Text returns the key of the text that says where the member stands.
func (m HouseholdMember) Text() string {
	if m.Problem {
		return "household.problem"
	}
	return memberTexts[m.State]
}

// Path is the address of the member's page.
func (m HouseholdMember) Path() string { return HouseholdPath + "/" + m.ID }

// Waits tells whether the member has to confirm.
func (m HouseholdMember) Waits() bool { return m.State == "ADDED" || m.State == "LAPSED" }

// Editable tells whether the head may correct the member.
func (m HouseholdMember) Editable() bool { return m.Waits() || m.State == "LISTED" }

// doneTexts are the texts of what was done.
var doneTexts = map[string]string{
	"added": "household.done-added", "listed": "household.done-listed", "saved": "household.done-saved", "sent": "household.done-sent",
	"removed": "household.done-removed", "handed-on": "household.done-handed-on",
}

// DoneText returns the key of the text that says what was done, "" where
// nothing that the pages know of was. It boasts of no message while one has not
// left: the list says which.
func (p HouseholdPage) DoneText() string {
	unsent := slices.ContainsFunc(p.Members, func(m HouseholdMember) bool { return m.Problem })
	if unsent && (p.Done == "added" || p.Done == "sent") {
		return ""
	}
	return doneTexts[p.Done]
}
