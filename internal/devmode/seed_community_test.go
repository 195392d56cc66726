package devmode

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"usher/app"
	"usher/invite"
	"usher/store"
)

// The community has what its screens show: households in every state, three
// kinds of suggestions, and passes that were redeemed, revoked and bound.
func TestTheCommunityLivesInHouseholds(t *testing.T) {
	t.Parallel()
	_, _, useCases := seeded(t)
	ctx, leader := of(t, useCases, communityStaff[1])
	scope := app.ScopeOf(leader)
	count := map[invite.HouseholdState]int{}
	for _, state := range []invite.HouseholdState{invite.HouseholdNotInvited, invite.HouseholdInvited, invite.HouseholdRegistered} {
		list, err := useCases.DB.HouseholdPage(ctx, scope, store.HouseholdFilter{States: []invite.HouseholdState{state}}, nil, 100, present)
		if err != nil {
			t.Fatal(err)
		}
		count[state] = len(list)
	}
	want := map[invite.HouseholdState]int{invite.HouseholdNotInvited: 6, invite.HouseholdInvited: 3, invite.HouseholdRegistered: 4 + len(communityPassed)}
	if diff := cmp.Diff(want, count); diff != "" {
		t.Errorf("households: %s", diff)
	}

	list, err := useCases.DB.HouseholdSuggestions(ctx, leader.Organization, 100)
	if err != nil {
		t.Fatal(err)
	}
	at, err := useCases.DB.SuggestedAt(ctx, leader.Organization, list, 50, 10)
	if err != nil {
		t.Fatal(err)
	}
	var kinds [][2]int // contacts, households
	for _, s := range at {
		kinds = append(kinds, [2]int{len(s.Contacts), len(s.Households)})
	}
	slices.SortFunc(kinds, func(a, b [2]int) int { return slices.Compare(a[:], b[:]) })
	if diff := cmp.Diff([][2]int{{0, 2}, {1, 1}, {2, 0}}, kinds); diff != "" {
		t.Errorf("suggestions: %s", diff)
	}

	runs, err := useCases.DB.PassRunPage(ctx, scope, leader.Organization, 0, 10)
	if err != nil || len(runs) != 2 {
		t.Fatalf("%d runs, %v", len(runs), err)
	}
	states := map[int]map[invite.PassState]int{}
	bound := 0
	passes, err := useCases.DB.PassesOfRuns(ctx, []invite.ID{runs[0].ID, runs[1].ID})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range passes {
		if states[p.RunNumber] == nil {
			states[p.RunNumber] = map[invite.PassState]int{}
		}
		states[p.RunNumber][p.StateAt(present)]++
		if p.BoundTo != nil {
			bound++
		}
	}
	passed := len(communityPassed)
	wantStates := map[int]map[invite.PassState]int{
		1: {invite.PassAvailable: 24 - passed, invite.PassRedeemed: passed},
		2: {invite.PassAvailable: 7, invite.PassRevoked: 3},
	}
	if diff := cmp.Diff(wantStates, states); diff != "" || bound != 1 {
		t.Errorf("%d bound; passes: %s", bound, diff)
	}
}
