package devmode

import (
	"usher/app"
	"usher/invite"
)

// Account is somebody of the demo data who can sign in.
type Account struct {
	Where    string // the organization; empty for support
	Role     invite.Role
	Name     string
	Email    string
	Password string
}

// The passwords, one a role.
const (
	ownerPassword   = "Tall7-Otter"
	leaderPassword  = "Calm4-Heron"
	trainerPassword = "Swift5-Lynx"
	clientPassword  = "Brave3-Finch"
	supportPassword = "Kind8-Raven"
)

const (
	gymName       = "Iron Temple Gym"
	coachName     = "Coach Kai"
	communityName = "Maple Commons"
)

// support is the platform's support. It is made last: where it exists, the
// demo data is complete.
var support = Account{"", invite.Support, "Sam Reyes", "support@usher.example", supportPassword}

var gymStaff = []Account{
	{gymName, invite.Owner, "Olive Brandt", "owner@irontemple.example", ownerPassword},
	{gymName, invite.Leader, "Lena Okoro", "leader@irontemple.example", leaderPassword},
	{gymName, invite.Trainer, "Theo Marsh", "trainer@irontemple.example", trainerPassword},
}

var coachStaff = []Account{
	{coachName, invite.Owner, "Kai Lindholm", "owner@coachkai.example", ownerPassword},
	{coachName, invite.Leader, "Lucia Ferri", "leader@coachkai.example", leaderPassword},
	{coachName, invite.Trainer, "Tomo Ito", "trainer@coachkai.example", trainerPassword},
}

var communityStaff = []Account{
	{communityName, invite.Owner, "Odette Chan", "owner@maplecommons.example", ownerPassword},
	{communityName, invite.Leader, "Lars Vega", "leader@maplecommons.example", leaderPassword},
}

var (
	gymClient       = Account{gymName, invite.Client, "Casey Morgan", "casey@mail.example", clientPassword}
	coachClient     = Account{coachName, invite.Client, "Robin Adler", "robin@mail.example", clientPassword}
	communityClient = Account{communityName, invite.Client, "Jo Castell", "jo@mail.example", clientPassword}
)

// Accounts returns those of the demo data as whom a newcomer signs in, in the
// order in which the start of the development mode prints them. Other clients
// of the gym, who joined in the weeks before, have the same password as the
// first.
func Accounts() []Account {
	var list []Account
	list = append(append(list, gymStaff...), gymClient)
	list = append(append(list, coachStaff...), coachClient)
	list = append(append(list, communityStaff...), communityClient)
	return append(list, support)
}

// The gym's contacts, by what becomes of them.
var (
	gymOld = []app.NewContact{ // invited 12 days ago
		{Name: gymClient.Name, Email: gymClient.Email, Phone: "+12025550101"},
		{Name: "Dana Whitfield", Email: "dana@mail.example"}, // declines
		{Name: "Elio Santos", Email: "elio@mail.example", Phone: "+12025550103"},
		{Name: "Farah Noori", Email: "farah@mail.example"},
		{Name: "Gus Pereira", Phone: "+12025550105"},
	}
	gymRecent = []app.NewContact{ // invited 3 days ago
		{Name: "Hana Kimura", Email: "hana@mail.example", Phone: "+12025550111"},
		{Name: "Iris Baumann", Email: "iris@mail.example"},
		{Name: "Jonas Weber", Email: "jonas@mail.example"},
		{Name: "Kira Novak", Phone: "+12025550114"},
		{Name: "Pat Quill", Email: "bounce+pat@mail.example"}, // fails; the inbox refuses the address too
		{Name: "Rory Blake", Email: "rory@mail.example"},      // revoked
	}
	gymProspects = []app.NewContact{
		{Name: "Mina Farouk", Email: "mina@mail.example", Phone: "+12025550121"},
		{Name: "Nils Hagen", Email: "nils@mail.example"},
		{Name: "Ona Prat", Phone: "+12025550123"},
	}
	gymOffline  = []app.NewContact{{Name: "Walter Brice", Email: "walter@mail.example"}}
	gymTrainees = []app.NewContact{ // the trainer's own clients
		{Name: "Talia Stone", Email: "talia@mail.example"},
		{Name: "Uma Patel", Email: "uma@mail.example", Phone: "+12025550132"},
	}
)

// The coach's contacts, by what becomes of them.
var (
	coachOld    = []app.NewContact{{Name: coachClient.Name, Email: coachClient.Email}, {Name: "Sasha Petrov", Email: "sasha@mail.example"}}
	coachRecent = []app.NewContact{{Name: "Vera Costa", Email: "vera@mail.example"}, {Name: "Wim Jansen", Email: "wim@mail.example", Phone: "+4915112345678"}}
	coachLater  = []app.NewContact{{Name: "Xenia Roth", Email: "xenia@mail.example"}}
)

// waitingNames are the people whose invitations wait at the gym's second
// location.
var waitingNames = []string{
	"Abel Moreau", "Bea Lund", "Cem Aydin", "Dora Silva", "Emil Novotny", "Flora Grant", "Goran Ilic", "Hedda Berg",
	"Ivo Marek", "Jade Osei", "Kofi Mensah", "Lola Reyes", "Milo Hart", "Nora Quinn", "Otto Brandt", "Pia Keller",
	"Quinn Avery", "Rosa Duarte", "Sven Holm", "Tess Moran",
}
