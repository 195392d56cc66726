package auth

import "usher/invite"

// Permission is one thing that a role may do. It says what, not on whom: a
// trainer's reach only to their own clients, support staff's to every
// organization, everybody else's to their own organization.
type Permission string

// The permissions.
const (
	ViewContacts       Permission = "VIEW_CONTACTS"
	CreateContacts     Permission = "CREATE_CONTACTS"
	EditContacts       Permission = "EDIT_CONTACTS"
	Invite             Permission = "INVITE"
	Resend             Permission = "RESEND"
	RevokeInvitation   Permission = "REVOKE_INVITATION"
	ManageBatches      Permission = "MANAGE_BATCHES"   // pause, resume and cancel
	ViewTimeline       Permission = "VIEW_TIMELINE"    // what happened to an invitation, and who did it
	DiagnoseSignIn     Permission = "DIAGNOSE_SIGN_IN" // why a person cannot sign in
	ManagePasses       Permission = "MANAGE_PASSES"
	ManagePolicy       Permission = "MANAGE_POLICY"
	ManageGroups       Permission = "MANAGE_GROUPS"
	ManagePrograms     Permission = "MANAGE_PROGRAMS"
	ManageLocations    Permission = "MANAGE_LOCATIONS"
	ManageOrganization Permission = "MANAGE_ORGANIZATION" // name, color, logo and support contact
	ManageStaff        Permission = "MANAGE_STAFF"
	ManageBilling      Permission = "MANAGE_BILLING"
)

// Permissions returns what role may do, where trainersInvite is the policy of
// that name. A client has none of these: what is theirs follows from their own
// contact and household.
func Permissions(role invite.Role, trainersInvite bool) []Permission {
	switch role {
	case invite.Owner:
		return append(leading(), ManageLocations, ManageStaff, ManageBilling)
	case invite.Leader:
		return leading()
	case invite.Trainer:
		own := []Permission{ViewContacts, EditContacts, ViewTimeline, DiagnoseSignIn}
		if trainersInvite {
			own = append(own, CreateContacts, Invite, Resend, RevokeInvitation, ManageBatches)
		}
		return own
	case invite.Support:
		return []Permission{ViewContacts, ViewTimeline, DiagnoseSignIn, Resend}
	}
	return nil
}

// leading returns what a leader may do: all but the business's places, staff
// and billing.
func leading() []Permission {
	return []Permission{
		ViewContacts, CreateContacts, EditContacts,
		Invite, Resend, RevokeInvitation, ManageBatches,
		ViewTimeline, DiagnoseSignIn,
		ManagePasses, ManagePolicy, ManageGroups, ManagePrograms, ManageOrganization,
	}
}
