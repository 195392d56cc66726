// Requests to the server's GraphQL endpoint, with the browser's cookies.

import type { ExecutionResult } from "graphql";
import refreshQuery from "./session/refresh.graphql?raw";

/** Where the server answers, by POST and by WebSocket. */
export const endpoint = "/graphql";

/** One GraphQL operation, as it goes over the wire. */
export interface Request {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string | null;
}

/**
 * Sends one query or mutation. A sign-in that has run out is refreshed once.
 * Throws an Error with a sentence to show when no GraphQL answer came.
 */
export async function send(request: Request): Promise<ExecutionResult> {
  const result = await post(request);
  if (endedSignIn(result) && (await refresh())) return post(request);
  return result;
}

/** The refresh that is under way: the token behind it works only once. */
let refreshing: Promise<boolean> | undefined;

/** Tries to renew the sign-in by its refresh cookie; says whether somebody is signed in. */
export function refresh(): Promise<boolean> {
  refreshing ??= post({ query: refreshQuery })
    .then((result) => Boolean((result.data as any)?.refreshSession?.viewer))
    .finally(() => (refreshing = undefined));
  return refreshing;
}

function endedSignIn(result: ExecutionResult): boolean {
  return (
    result.errors?.some((e) => e.extensions?.["code"] === "UNAUTHENTICATED") ??
    false
  );
}

async function post(request: Request): Promise<ExecutionResult> {
  let response: Response;
  try {
    response = await fetch(endpoint, {
      method: "POST",
      credentials: "same-origin",
      headers: {
        "Content-Type": "application/json",
        Accept:
          "application/graphql-response+json, application/json;q=0.9, */*;q=0.1",
      },
      body: JSON.stringify(request),
    });
  } catch {
    throw new Error("The server cannot be reached. Is it running?");
  }
  // Refused requests carry a GraphQL answer too, whatever the HTTP status.
  const answer: unknown = await response.json().catch(() => null);
  if (typeof answer === "object" && answer !== null) {
    return answer as ExecutionResult;
  }
  throw new Error(
    `The server answered ${response.status} ${response.statusText} without a GraphQL result.`,
  );
}
