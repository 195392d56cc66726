/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Where a contact stands on the way into the app. */
export type ContactStatus =
  /** Accepted the invitation, and later left; a new one may be made. */
  | 'ACCEPTED'
  /** Declined by the invitee. */
  | 'DECLINED'
  /** The time ran out. */
  | 'EXPIRED'
  /** No channel could be reached. */
  | 'FAILED'
  /** Never invited, or the first sending was cancelled. */
  | 'NOT_INVITED'
  /** A provider accepted a message; the invitation is open. */
  | 'PENDING'
  /** Waits for its turn in the lane. */
  | 'QUEUED'
  /** Has an account here, by whatever way. */
  | 'REGISTERED'
  /** Taken back by staff, or the contact became OFFLINE. */
  | 'REVOKED';

/** Where an invitation stands. */
export type InvitationStatus =
  /** The invitee joined. Final. */
  | 'ACCEPTED'
  /** The invitee said no. */
  | 'DECLINED'
  /** The time ran out; can be resent. */
  | 'EXPIRED'
  /** No channel could be reached; can be resent after the address is mended. */
  | 'FAILED'
  /** A provider accepted a message; the invitation is open. */
  | 'PENDING'
  /** Waits for its turn in the lane. */
  | 'QUEUED'
  /** Taken back; a new invitation may be made. */
  | 'REVOKED';

/** One thing a viewer may do. Trainers may do it for their own clients only. */
export type Permission =
  /** Create contacts. */
  | 'CREATE_CONTACTS'
  /** Diagnose sign-in problems. */
  | 'DIAGNOSE_SIGN_IN'
  /** Change contacts. */
  | 'EDIT_CONTACTS'
  /** Invite contacts that have no open invitation. */
  | 'INVITE'
  /** Cancel batches. */
  | 'MANAGE_BATCHES'
  /** See and change what is billed. */
  | 'MANAGE_BILLING'
  /** Create, rename and delete groups. */
  | 'MANAGE_GROUPS'
  /** Create and change locations. */
  | 'MANAGE_LOCATIONS'
  /** Change the organization's name, color, logo and support contact. */
  | 'MANAGE_ORGANIZATION'
  /** Print and revoke access passes. */
  | 'MANAGE_PASSES'
  /** Change the invitation policy. */
  | 'MANAGE_POLICY'
  /** Create programs. */
  | 'MANAGE_PROGRAMS'
  /** Add and remove staff. */
  | 'MANAGE_STAFF'
  /** Resend invitations. */
  | 'RESEND'
  /** Revoke invitations. */
  | 'REVOKE_INVITATION'
  /** See contacts and their invitations. */
  | 'VIEW_CONTACTS'
  /** See what happened to an invitation, and who did it. */
  | 'VIEW_TIMELINE';

/** Kinds of business. */
export type Preset =
  /** Clients and programs; 14 days; clients are invited when they are created. */
  | 'COACH'
  /** Residents and households; leaders only. */
  | 'COMMUNITY'
  /** Members, trials and prospects; 10 days. */
  | 'GYM';

/** What a person may do in an organization. */
export type Role =
  /** A client of the organization: self and own household. */
  | 'CLIENT'
  /** Invites, contacts, passes and policy: a community leader or a gym's manager. */
  | 'LEADER'
  /** Everything, and billing. */
  | 'OWNER'
  /** Platform staff: reads every organization, diagnoses, resends. */
  | 'SUPPORT'
  /** Own clients; invites them where the policy `trainersInvite` is on. */
  | 'TRAINER';

/** Email and password. */
export type SignInInput = {
  /** The account's email; capitals and small letters are alike. */
  email: string;
  /** The account's password. */
  password: string;
  /** COOKIE for browsers, BEARER for native apps. Over a WebSocket only BEARER. */
  transport?: TokenTransport;
};

/** What a contact is to the business. Each organization has its own words. */
export type Stage =
  /** Is one of theirs. */
  | 'MEMBER'
  /** Might become one of theirs. */
  | 'PROSPECT'
  /** Is trying it. */
  | 'TRIAL';

/** The membership to open. */
export type SwitchMembershipInput = {
  /** One of the viewer's own. */
  membership: string;
};

/** How a client keeps its sign-in. */
export type TokenTransport =
  /** Native apps: tokens in the payload, sent back as `Authorization: Bearer`. */
  | 'BEARER'
  /** Browsers: httpOnly SameSite cookies; scripts never see a token. */
  | 'COOKIE';

/** Refusals that are part of normal use. They arrive as data, in `userErrors`. */
export type UserErrorCode =
  /** The email belongs to an account: join with that account's password. */
  | 'ACCOUNT_EXISTS'
  /** The invitation was accepted, which is final. */
  | 'ALREADY_ACCEPTED'
  /** An open invitation exists; resend it instead. */
  | 'ALREADY_INVITED'
  /** The contact has joined already. */
  | 'ALREADY_REGISTERED'
  /** Nothing of the batch waits any more. */
  | 'BATCH_FINISHED'
  /** The typed code cannot be used. Every reason has this one answer. */
  | 'CODE_NOT_VALID'
  /** Somebody else changed it first, or it exists already. */
  | 'CONFLICT'
  /** Archived contacts are not invited. */
  | 'CONTACT_ARCHIVED'
  /** Control characters or line breaks where none may stand. */
  | 'CONTROL_CHARACTERS'
  /** A 6-digit code was mailed; repeat the call with it as `emailProof`. */
  | 'EMAIL_PROOF_NEEDED'
  /** The 6-digit code could not be mailed just now; try again in a minute. */
  | 'EMAIL_PROOF_UNSENT'
  /** The 6-digit code is wrong, used up, or older than 10 minutes. */
  | 'EMAIL_PROOF_WRONG'
  /** Another contact of the organization has this email. */
  | 'EMAIL_TAKEN'
  /** Edited texts may not contain links: the join link is added by itself. */
  | 'FOREIGN_LINK'
  /** The idempotency key came before with other input. */
  | 'IDEMPOTENCY_REUSED'
  /** The value is not of the accepted form. */
  | 'INVALID'
  /** The link's invitation has expired; a new one can be asked for. */
  | 'LINK_EXPIRED'
  /** The link was withdrawn, was replaced by a newer one, or never existed. */
  | 'LINK_NOT_VALID'
  /** The link's invitation was accepted already; sign in instead. */
  | 'LINK_USED'
  /** Edited texts are plain text; HTML is not accepted. */
  | 'MARKUP_NOT_ALLOWED'
  /** The policy does not let the viewer do this for this contact, or the account belongs to no organization any more. */
  | 'NOT_ALLOWED'
  /** The invitation was revoked or declined; make a new one instead. */
  | 'NOT_RESENDABLE'
  /** The invitation is over and cannot be revoked. */
  | 'NOT_REVOCABLE'
  /** The contact has no address for any chosen channel. */
  | 'NO_ADDRESS'
  /** OFFLINE clients are never invited and cannot sign in. */
  | 'OFFLINE_CLIENT'
  /** The password is on a list of known-breached passwords. */
  | 'PASSWORD_BREACHED'
  /** The password resembles the person's name or email, or the organization's name. */
  | 'PASSWORD_LIKE_NAME'
  /** The password misses a part of the rule; one entry for each part. */
  | 'PASSWORD_TOO_WEAK'
  /** The value is missing. */
  | 'REQUIRED'
  /** The value is longer than its limit. */
  | 'TOO_LONG'
  /** More items than the limit allows; nothing was done. */
  | 'TOO_MANY'
  /** A message left less than 15 minutes ago; wait before sending another. */
  | 'TOO_SOON'
  /** A `{{placeholder}}` that does not exist. */
  | 'UNKNOWN_PLACEHOLDER'
  /** Email and password do not match an account. */
  | 'WRONG_CREDENTIALS';

export type StatusChangedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type StatusChangedSubscription = { __typename: 'Subscription', invitationStatusChanged: { __typename: 'InvitationStatusChange', cursor: string, at: string, from: InvitationStatus | null, to: InvitationStatus, label: string, contact: { __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, status: ContactStatus, statusLabel: string, registeredAt: string | null }, invitation: { __typename: 'Invitation', id: string, status: InvitationStatus, statusLabel: string, round: number, sentAt: string | null, expiresAt: string | null, expectedSendAt: string | null } } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { __typename: 'Query', viewer: { __typename: 'Viewer', permissions: Array<Permission>, account: { __typename: 'Account', id: string, name: string, email: string }, membership: { __typename: 'Membership', id: string, role: Role }, memberships: Array<{ __typename: 'Membership', id: string, role: Role, organization: { __typename: 'Organization', id: string, name: string } | null }>, organization: { __typename: 'Organization', id: string, name: string, preset: Preset, accentColor: string, logoUrl: string | null, supportContact: string, eventCursor: string, policy: { __typename: 'Policy', maxBulkCreate: number, stageLabels: Array<{ __typename: 'StageLabel', stage: Stage, label: string }>, statusLabels: Array<{ __typename: 'StatusLabel', status: ContactStatus, label: string }> }, locations: Array<{ __typename: 'Location', id: string, name: string, timeZone: string }> } | null } | null };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { __typename: 'Mutation', signIn: { __typename: 'SignInPayload', viewer: { __typename: 'Viewer', membership: { __typename: 'Membership', id: string } } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: string | null, message: string }> } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { __typename: 'Mutation', signOut: { __typename: 'SignOutPayload', userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type RefreshSessionMutationVariables = Exact<{ [key: string]: never; }>;


export type RefreshSessionMutation = { __typename: 'Mutation', refreshSession: { __typename: 'SignInPayload', viewer: { __typename: 'Viewer', membership: { __typename: 'Membership', id: string } } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode }> } };

export type SwitchMembershipMutationVariables = Exact<{
  input: SwitchMembershipInput;
}>;


export type SwitchMembershipMutation = { __typename: 'Mutation', switchMembership: { __typename: 'SignInPayload', viewer: { __typename: 'Viewer', membership: { __typename: 'Membership', id: string } } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: string | null, message: string }> } };


export const StatusChangedDocument = {"__meta__":{"hash":"sha256:bfc525e4c45061212aebf8a15b2e17d62d583fa8c2a58bc40746c797133a8219"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"StatusChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invitationStatusChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"contact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"statusLabel"}},{"kind":"Field","name":{"kind":"Name","value":"registeredAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"invitation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"statusLabel"}},{"kind":"Field","name":{"kind":"Name","value":"round"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"expectedSendAt"}}]}}]}}]}}]} as unknown as DocumentNode<StatusChangedSubscription, StatusChangedSubscriptionVariables>;
export const ViewerDocument = {"__meta__":{"hash":"sha256:15e987a950cfd5a20ecacd3fa69cf9bf7d87f66994b7e8d15a8a3e6278b26ffa"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"membership"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}}]}},{"kind":"Field","name":{"kind":"Name","value":"memberships"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"preset"}},{"kind":"Field","name":{"kind":"Name","value":"accentColor"}},{"kind":"Field","name":{"kind":"Name","value":"logoUrl"}},{"kind":"Field","name":{"kind":"Name","value":"supportContact"}},{"kind":"Field","name":{"kind":"Name","value":"eventCursor"}},{"kind":"Field","name":{"kind":"Name","value":"policy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"maxBulkCreate"}},{"kind":"Field","name":{"kind":"Name","value":"stageLabels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"statusLabels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"locations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;
export const SignInDocument = {"__meta__":{"hash":"sha256:03ee5fe3afb8b2f8ed79f4aa92eb7db5959b5d254b93730fbb52d69b1b8042c1"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"membership"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SignInMutation, SignInMutationVariables>;
export const SignOutDocument = {"__meta__":{"hash":"sha256:c61bc4f51a4efeef39ef08a1610b4220d9492ee200205d1f5c8bbf13585f5445"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"signOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SignOutMutation, SignOutMutationVariables>;
export const RefreshSessionDocument = {"__meta__":{"hash":"sha256:f62a649c348fbfa3897fef2f2db25afbe93f71bff882de735483ea2cb37894d0"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RefreshSession"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"refreshSession"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"membership"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<RefreshSessionMutation, RefreshSessionMutationVariables>;
export const SwitchMembershipDocument = {"__meta__":{"hash":"sha256:4eb1f1e66212203a0f95a4962bed368715b6b1ba89ec5949b9739116051e1de1"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SwitchMembership"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SwitchMembershipInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"switchMembership"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"membership"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SwitchMembershipMutation, SwitchMembershipMutationVariables>;