/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  subscription StatusChanged($after: String) {\n    invitationStatusChanged(after: $after) {\n      cursor\n      at\n      from\n      to\n      label\n      contact {\n        id\n        name\n        email\n        phone\n        status\n        statusLabel\n        registeredAt\n      }\n      invitation {\n        id\n        status\n        statusLabel\n        round\n        sentAt\n        expiresAt\n        expectedSendAt\n      }\n    }\n  }\n": typeof types.StatusChangedDocument,
    "\n  query Viewer {\n    viewer {\n      account {\n        id\n        name\n        email\n      }\n      membership {\n        id\n        role\n      }\n      memberships {\n        id\n        role\n        organization {\n          id\n          name\n        }\n      }\n      permissions\n      organization {\n        id\n        name\n        preset\n        accentColor\n        logoUrl\n        supportContact\n        eventCursor\n        policy {\n          maxBulkCreate\n          stageLabels {\n            stage\n            label\n          }\n          statusLabels {\n            status\n            label\n          }\n        }\n        locations {\n          id\n          name\n          timeZone\n        }\n      }\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer {\n        membership {\n          id\n        }\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.SignInDocument,
    "\n  mutation SignOut {\n    signOut {\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.SignOutDocument,
    "\n  mutation RefreshSession {\n    refreshSession {\n      viewer {\n        membership {\n          id\n        }\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.RefreshSessionDocument,
    "\n  mutation SwitchMembership($input: SwitchMembershipInput!) {\n    switchMembership(input: $input) {\n      viewer {\n        membership {\n          id\n        }\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.SwitchMembershipDocument,
};
const documents: Documents = {
    "\n  subscription StatusChanged($after: String) {\n    invitationStatusChanged(after: $after) {\n      cursor\n      at\n      from\n      to\n      label\n      contact {\n        id\n        name\n        email\n        phone\n        status\n        statusLabel\n        registeredAt\n      }\n      invitation {\n        id\n        status\n        statusLabel\n        round\n        sentAt\n        expiresAt\n        expectedSendAt\n      }\n    }\n  }\n": types.StatusChangedDocument,
    "\n  query Viewer {\n    viewer {\n      account {\n        id\n        name\n        email\n      }\n      membership {\n        id\n        role\n      }\n      memberships {\n        id\n        role\n        organization {\n          id\n          name\n        }\n      }\n      permissions\n      organization {\n        id\n        name\n        preset\n        accentColor\n        logoUrl\n        supportContact\n        eventCursor\n        policy {\n          maxBulkCreate\n          stageLabels {\n            stage\n            label\n          }\n          statusLabels {\n            status\n            label\n          }\n        }\n        locations {\n          id\n          name\n          timeZone\n        }\n      }\n    }\n  }\n": types.ViewerDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer {\n        membership {\n          id\n        }\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.SignInDocument,
    "\n  mutation SignOut {\n    signOut {\n      userErrors {\n        message\n      }\n    }\n  }\n": types.SignOutDocument,
    "\n  mutation RefreshSession {\n    refreshSession {\n      viewer {\n        membership {\n          id\n        }\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n": types.RefreshSessionDocument,
    "\n  mutation SwitchMembership($input: SwitchMembershipInput!) {\n    switchMembership(input: $input) {\n      viewer {\n        membership {\n          id\n        }\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.SwitchMembershipDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription StatusChanged($after: String) {\n    invitationStatusChanged(after: $after) {\n      cursor\n      at\n      from\n      to\n      label\n      contact {\n        id\n        name\n        email\n        phone\n        status\n        statusLabel\n        registeredAt\n      }\n      invitation {\n        id\n        status\n        statusLabel\n        round\n        sentAt\n        expiresAt\n        expectedSendAt\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription StatusChanged($after: String) {\n    invitationStatusChanged(after: $after) {\n      cursor\n      at\n      from\n      to\n      label\n      contact {\n        id\n        name\n        email\n        phone\n        status\n        statusLabel\n        registeredAt\n      }\n      invitation {\n        id\n        status\n        statusLabel\n        round\n        sentAt\n        expiresAt\n        expectedSendAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      account {\n        id\n        name\n        email\n      }\n      membership {\n        id\n        role\n      }\n      memberships {\n        id\n        role\n        organization {\n          id\n          name\n        }\n      }\n      permissions\n      organization {\n        id\n        name\n        preset\n        accentColor\n        logoUrl\n        supportContact\n        eventCursor\n        policy {\n          maxBulkCreate\n          stageLabels {\n            stage\n            label\n          }\n          statusLabels {\n            status\n            label\n          }\n        }\n        locations {\n          id\n          name\n          timeZone\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Viewer {\n    viewer {\n      account {\n        id\n        name\n        email\n      }\n      membership {\n        id\n        role\n      }\n      memberships {\n        id\n        role\n        organization {\n          id\n          name\n        }\n      }\n      permissions\n      organization {\n        id\n        name\n        preset\n        accentColor\n        logoUrl\n        supportContact\n        eventCursor\n        policy {\n          maxBulkCreate\n          stageLabels {\n            stage\n            label\n          }\n          statusLabels {\n            status\n            label\n          }\n        }\n        locations {\n          id\n          name\n          timeZone\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer {\n        membership {\n          id\n        }\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer {\n        membership {\n          id\n        }\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut {\n    signOut {\n      userErrors {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SignOut {\n    signOut {\n      userErrors {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RefreshSession {\n    refreshSession {\n      viewer {\n        membership {\n          id\n        }\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RefreshSession {\n    refreshSession {\n      viewer {\n        membership {\n          id\n        }\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SwitchMembership($input: SwitchMembershipInput!) {\n    switchMembership(input: $input) {\n      viewer {\n        membership {\n          id\n        }\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SwitchMembership($input: SwitchMembershipInput!) {\n    switchMembership(input: $input) {\n      viewer {\n        membership {\n          id\n        }\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;