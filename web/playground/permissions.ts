// Roles and permissions in words, for the banner.

const roles: Record<string, string> = {
  OWNER: "Owner",
  LEADER: "Leader",
  TRAINER: "Trainer",
  SUPPORT: "Platform support",
  CLIENT: "Client",
};

const permissions: Record<string, string> = {
  VIEW_CONTACTS: "See contacts and their invitations",
  CREATE_CONTACTS: "Create contacts",
  EDIT_CONTACTS: "Change contacts",
  INVITE: "Invite",
  RESEND: "Send invitations again",
  REVOKE_INVITATION: "Take invitations back",
  MANAGE_BATCHES: "Cancel batches",
  VIEW_TIMELINE: "See what happened to an invitation, and who did it",
  DIAGNOSE_SIGN_IN: "Find out why somebody cannot sign in",
  MANAGE_PASSES: "Print and revoke access passes",
  MANAGE_POLICY: "Change the invitation policy",
  MANAGE_GROUPS: "Create, rename and delete groups",
  MANAGE_PROGRAMS: "Create and rename programs",
  MANAGE_LOCATIONS: "Create and change locations",
  MANAGE_ORGANIZATION: "Change name, color, logo and support contact",
  MANAGE_STAFF: "Add and remove staff",
  MANAGE_BILLING: "See and change what is billed",
};

/** What a role is called. */
export function roleWords(role: string): string {
  return roles[role] ?? role;
}

/** What a permission allows; its name where there is no sentence for it yet. */
export function permissionWords(permission: string): string {
  return permissions[permission] ?? permission;
}
