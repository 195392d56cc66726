package invite

// BillingRule says of a kind of thing whether it counts for the bill, and why.
type BillingRule struct {
	What   string
	Counts bool
	Why    string
}

// BillingRules returns what counts in an organization that is billed by unit,
// and what does not.
func BillingRules(unit BillingUnit) []BillingRule {
	if unit == RegisteredHousehold {
		return []BillingRule{
			{"A household with a registered member", true, "It counts once, however many of its members have joined, from the first who joins until none is left."},
			{"A household with an open invitation", false, "Inviting is free: it counts when somebody joins, and not before."},
			{"Somebody whom the head added and who has not confirmed", false, "Only who has joined makes a household count."},
			{"An access pass that nobody has redeemed", false, "A pass is nobody's until somebody joins with it."},
			{"A registered person of no household", false, "Only households are billed; who joins without one is given one."},
			{"An archived contact", false, "Who is off the file makes no household count."},
		}
	}
	return []BillingRule{
		{"A client with full access", true, "A client on file takes a seat, whether registered or not."},
		{"A client with one-way messages", true, "Reading without answering takes a seat as well."},
		{"An offline client", true, "The client signs in nowhere, but trainers record workouts and progress."},
		{"An open invitation", false, "It is the client that takes a seat: inviting, resending and reminding cost nothing."},
		{"A staff member", false, "Owners, leaders and trainers take no seat."},
		{"An archived client", false, "The seat is free from the day on which the client leaves the file."},
	}
}
