package devmode

import "usher/app"

// The community's contacts of before it had households, by what becomes of
// them. Two of them share an address with each other, and one with a household:
// likely households, which nobody has made yet.
var (
	communityOld = []app.NewContact{
		{Name: communityClient.Name, Email: communityClient.Email, Address: "1 Elm Street"},
		{Name: "Ada Flores", Email: "ada@mail.example"}, // declines
	}
	communityRecent = []app.NewContact{{Name: "Bo Sorensen", Email: "bo@mail.example"}, {Name: "Cleo Dumont", Email: "cleo@mail.example", Phone: "+12025550142"}}
	communityLater  = []app.NewContact{
		{Name: "Dev Anand", Email: "dev@mail.example", Address: "20 Maple Street"},
		{Name: "Esme Clarke", Phone: "+12025550144", Address: "20 Maple St."},
		{Name: "Vera Quist", Email: "vera.quist@mail.example", Address: "Birch House, Apt. 5"},
	}
)

// The community's residents as it imports them: whoever shares an address
// becomes a household.
var (
	communityMaple = []app.NewContact{
		{Name: "Ana Park", Email: "ana.park@mail.example", Phone: "+12025550151", Address: "3 Maple Street"},
		{Name: "Ben Park", Email: "ben.park@mail.example", Address: "3 Maple Street"},
		{Name: "Hugo Lang", Email: "hugo.lang@mail.example", Address: "5 Maple Street"},
		{Name: "Iris Lang", Phone: "+12025550152", Address: "5 Maple Street"},
		{Name: "Rosa Vidal", Email: "rosa.vidal@mail.example", Address: "7 Maple Street"},
		{Name: "Tom Vidal", Email: "tom.vidal@mail.example", Address: "7 Maple Street"},
		{Name: "Ken Abe", Email: "ken.abe@mail.example", Address: "9 Maple Street"},
	}
	communityBirch = []app.NewContact{
		{Name: "Lena Fischer", Email: "lena.fischer@mail.example", Address: "Birch House, Apt 1"},
		{Name: "Paul Fischer", Phone: "+12025550153", Address: "Birch House, Apt 1"},
		{Name: "Omar Haddad", Email: "omar.haddad@mail.example", Address: "Birch House, Apt 2"},
		{Name: "Grace Bell", Email: "grace.bell@mail.example", Address: "Birch House, Apt 3"},
		{Name: "Sam Bell", Email: "sam.bell@mail.example", Address: "Birch House, Apt 3"},
		{Name: "Yuki Sato", Email: "yuki.sato@mail.example", Phone: "+12025550154", Address: "Birch House, Apt 4"},
		{Name: "Ren Sato", Email: "ren.sato@mail.example", Address: "Birch House, Apt 4"},
		{Name: "Nora Quist", Email: "nora.quist@mail.example", Address: "Birch House, Apt 5"},
	}
)

// communityHomes are households that the leader made by hand. The last two are
// at one address, and so may be one.
var communityHomes = []struct {
	name    string
	members []app.NewContact
}{
	{"The Okafors", []app.NewContact{
		{Name: "Chidi Okafor", Email: "chidi.okafor@mail.example", Address: "2 Elm Street"},
		{Name: "Ngozi Okafor", Phone: "+12025550155", Address: "2 Elm Street"},
	}},
	{"The Moreaus", []app.NewContact{{Name: "Luc Moreau", Email: "luc.moreau@mail.example", Address: "11 Elm Street"}}},
	{"Ines Dubois", []app.NewContact{{Name: "Ines Dubois", Email: "ines.dubois@mail.example", Address: "11 Elm St"}}},
}

// communityPassed are those who joined with a pass from a letter, a day after
// one another.
var communityPassed = []app.NewContact{
	{Name: "Marta Klein", Email: "marta.klein@mail.example", Address: "4 Elm Street"},
	{Name: "Jamal Reed", Email: "jamal.reed@mail.example", Phone: "+12025550156", Address: "6 Elm Street"},
	{Name: "Sofia Reyes", Email: "sofia.reyes@mail.example", Address: "8 Elm Street"},
}

// communityGroups are its committee, streets and buildings. The places in the
// list are named below.
var communityGroups = []string{"Board", "Elm Street", "Maple Street", "Birch House", "Garden Committee"}

const (
	board = iota
	elmStreet
	mapleStreet
	birchHouse
	gardenCommittee
)
