// Who is signed in. The cookies carry it; this only asks and tells.

import type { ExecutionResult } from "graphql";
import { refresh, send } from "./api";
import signInQuery from "./session/sign-in.graphql?raw";
import signOutQuery from "./session/sign-out.graphql?raw";
import viewerQuery from "./session/viewer.graphql?raw";

/** What the bar at the top shows of a signed-in person. */
export interface Viewer {
  account: { name: string; email: string };
  membership: { id: string; role: string };
  organization: { name: string } | null;
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
