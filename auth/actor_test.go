package auth

import (
	"context"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"usher/invite"
)

func TestActorTravelsInTheContext(t *testing.T) {
	if diff := cmp.Diff(Actor{Kind: KindAnonymous}, FromContext(context.Background())); diff != "" {
		t.Errorf("an empty context has an actor (-want +got):\n%s", diff)
	}
	relay := System("relay")
	ctx := WithActor(context.Background(), relay)
	if diff := cmp.Diff(Actor{Kind: KindSystem, Name: "relay"}, FromContext(ctx)); diff != "" {
		t.Errorf("actor in context (-want +got):\n%s", diff)
	}
	staff := Actor{Kind: KindStaff, Role: invite.Owner}
	if diff := cmp.Diff(staff, FromContext(WithActor(ctx, staff))); diff != "" {
		t.Errorf("the inner actor does not win (-want +got):\n%s", diff)
	}
}

func TestPermissions(t *testing.T) {
	leader := []Permission{
		ViewContacts, CreateContacts, EditContacts, Invite, Resend, RevokeInvitation, ManageBatches,
		ViewTimeline, DiagnoseSignIn, ManagePasses, ManagePolicy, ManageGroups, ManagePrograms, ManageOrganization,
	}
	quietTrainer := []Permission{ViewContacts, EditContacts, ViewTimeline, DiagnoseSignIn}
	tests := []struct {
		role           invite.Role
		trainersInvite bool
		want           []Permission
	}{
		{invite.Owner, false, append(slices.Clone(leader), ManageLocations, ManageStaff, ManageBilling)},
		{invite.Leader, false, leader},
		{invite.Leader, true, leader},
		{invite.Trainer, false, quietTrainer},
		{invite.Trainer, true, append(slices.Clone(quietTrainer), CreateContacts, Invite, Resend, RevokeInvitation, ManageBatches)},
		{invite.Support, true, []Permission{ViewContacts, ViewTimeline, DiagnoseSignIn, Resend}},
		{invite.Client, true, nil},
		{"", true, nil},
		{"ADMIN", true, nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, Permissions(tt.role, tt.trainersInvite)); diff != "" {
			t.Errorf("Permissions(%q, %v) (-want +got):\n%s", tt.role, tt.trainersInvite, diff)
		}
	}
}

func TestRequire(t *testing.T) {
	tests := []struct {
		name           string
		actor          Actor
		permission     Permission
		trainersInvite bool
		want           invite.Code
	}{
		{"nobody", Actor{}, ViewContacts, false, invite.Unauthenticated},
		{"anonymous", Actor{Kind: KindAnonymous}, ViewContacts, false, invite.Unauthenticated},
		{"anonymous with a role", Actor{Kind: KindAnonymous, Role: invite.Owner}, ViewContacts, false, invite.Unauthenticated},
		{"owner", Actor{Kind: KindStaff, Role: invite.Owner}, ManageBilling, false, ""},
		{"leader and billing", Actor{Kind: KindStaff, Role: invite.Leader}, ManageBilling, false, invite.Forbidden},
		{"trainer who may not invite", Actor{Kind: KindStaff, Role: invite.Trainer}, Invite, false, invite.Forbidden},
		{"trainer who may invite", Actor{Kind: KindStaff, Role: invite.Trainer}, Invite, true, ""},
		{"support resends", Actor{Kind: KindSupport, Role: invite.Support}, Resend, false, ""},
		{"support and policy", Actor{Kind: KindSupport, Role: invite.Support}, ManagePolicy, false, invite.Forbidden},
		{"client", Actor{Kind: KindClient, Role: invite.Client}, ViewContacts, false, invite.Forbidden},
		{"system", System("expiry"), RevokeInvitation, false, ""},
	}
	for _, tt := range tests {
		if got := invite.CodeOf(tt.actor.Require(tt.permission, tt.trainersInvite)); got != tt.want {
			t.Errorf("%s: Require(%s) = %q; want %q", tt.name, tt.permission, got, tt.want)
		}
	}
}

func TestSignedIn(t *testing.T) {
	for kind, want := range map[Kind]bool{
		"": false, KindAnonymous: false, KindSystem: false, KindStaff: true, KindClient: true, KindSupport: true,
	} {
		if got := (Actor{Kind: kind}).SignedIn(); got != want {
			t.Errorf("SignedIn of %q = %v; want %v", kind, got, want)
		}
	}
}
