// Who is signed in. The cookies carry it; this only asks and tells.

import type { ExecutionResult } from "graphql";
import { refresh, send } from "./api";
import signInQuery from "./session/sign-in.graphql?raw";
import organizationsQuery from "./session/organizations.graphql?raw";
import signOutQuery from "./session/sign-out.graphql?raw";
import switchQuery from "./session/switch.graphql?raw";
import viewerQuery from "./session/viewer.graphql?raw";

/** What an organization is picked by. */
export interface Organization {
  id: string;
  name: string;
}

/** One of the roles that a person has. */
export interface Membership {
  id: string;
  role: string;
  /** Null for support. */
  organization: Organization | null;
}

/** What the banner shows of a signed-in person. */
export interface Viewer {
  account: { name: string; email: string };
  membership: { id: string; role: string };
  memberships: Membership[];
  permissions: string[];
  /** Null for support, who work in any. */
  organization: Organization | null;
}

/** Returns who is signed in, renewing a sign-in that has run out; null when nobody is. */
export async function fetchViewer(): Promise<Viewer | null> {
  const viewer = await askViewer();
  if (viewer || !(await refresh())) return viewer;
  return askViewer();
}

/** Signs in; throws an Error with the reason when refused. */
export async function signIn(email: string, password: string): Promise<void> {
  const data = answer(
    await send({ query: signInQuery, variables: { email, password } }),
  );
  refuse(data["signIn"]);
}

/** Signs out; throws an Error with the reason when that fails. */
export async function signOut(): Promise<void> {
  refuse(answer(await send({ query: signOutQuery }))["signOut"]);
}

/** Opens another of the viewer's memberships; throws an Error with the reason when refused. */
export async function switchTo(membership: string): Promise<void> {
  const data = answer(
    await send({ query: switchQuery, variables: { membership } }),
  );
  refuse(data["switchMembership"]);
}

/** Finds organizations by a part of their name, at most 20; for support. */
export async function findOrganizations(
  search: string,
): Promise<{ found: (Organization & { preset: string })[]; more: boolean }> {
  const data = answer(
    await send({ query: organizationsQuery, variables: { search } }),
  );
  const { nodes, pageInfo } = data["organizations"];
  return { found: nodes, more: pageInfo.hasNextPage };
}

async function askViewer(): Promise<Viewer | null> {
  return answer(await send({ query: viewerQuery }))["viewer"];
}

/** The data of a result; top-level errors are thrown. */
function answer(result: ExecutionResult): Record<string, any> {
  const [error] = result.errors ?? [];
  if (error) throw new Error(error.message);
  return result.data ?? {};
}

function refuse(payload: { userErrors: { message: string }[] }): void {
  const [error] = payload.userErrors;
  if (error) throw new Error(error.message);
}
