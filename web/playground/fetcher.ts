// What GraphiQL calls to run an operation.

import type {
  Fetcher,
  FetcherParams,
  Observable,
  Unsubscribable,
} from "@graphiql/toolkit";
import { getOperationAST, parse, type ExecutionResult } from "graphql";
import { createClient } from "graphql-ws";
import { endpoint, send } from "./api";
import { fetchViewer } from "./session";

/** Told of each result: for a subscription, of each event. */
export type OnResult = (
  operationName: string | null,
  kind: "query" | "mutation" | "subscription",
  result: ExecutionResult,
) => void;

/** Where a subscription's events go. */
interface Sink {
  next(value: ExecutionResult): void;
  error(error: unknown): void;
  complete(): void;
}

/** How many events of a subscription stay on the screen below the newest. */
const keptEvents = 50;

/** The key under which they stand; it says that the server did not send it. */
const earlierKey = "earlierEvents (kept by the playground)";

/** Makes a fetcher: queries and mutations by POST, subscriptions over graphql-transport-ws. */
export function createFetcher(onResult: OnResult): Fetcher {
  return (asked) => {
    const { kind, name } = operationOf(asked);
    const params = { ...asked, operationName: name };
    if (kind === "subscription") {
      return subscribe(params, (result) => onResult(name, kind, result));
    }
    return send(params).then(
      (result) => {
        onResult(name, kind, result);
        return result;
      },
      (error) => Promise.reject(explain(error)),
    );
  };
}

/**
 * Which operation is meant. The editor is a moment late to say so: right after
 * another operation was opened it still names the one before. A document of one
 * operation needs no name.
 */
function operationOf({ query, operationName = null }: FetcherParams) {
  try {
    const operation = getOperationAST(parse(query));
    const named = operation ?? getOperationAST(parse(query), operationName);
    return {
      kind: named?.operation ?? ("query" as const),
      name: operation ? (operation.name?.value ?? null) : operationName,
    };
  } catch {
    return { kind: "query" as const, name: operationName }; // not GraphQL: the server says what is wrong
  }
}

/** Runs a subscription; to unsubscribe closes its socket. */
function subscribe(
  params: FetcherParams,
  onEvent: (result: ExecutionResult) => void,
): Observable<ExecutionResult> {
  const run = (sink: Sink): Unsubscribable => {
    const client = createClient({
      url: new URL(endpoint, location.href).href.replace(/^http/, "ws"),
      // A silent reconnection would lose the events in between.
      retryAttempts: 0,
    });
    const earlier: unknown[] = [];
    let stop = () => {
      stopped = true;
    };
    let stopped = false;
    const start = () => {
      if (stopped) return;
      stop = client.subscribe(params, {
        next(event) {
          const result = event as ExecutionResult;
          onEvent(result);
          sink.next(withEarlier(result, earlier));
          earlier.unshift(result.data);
          earlier.splice(keptEvents);
        },
        error: (error) => sink.error(explain(error)),
        complete: sink.complete,
      });
    };
    // The socket is authenticated by the cookies it is opened with, so a
    // sign-in that has run out must be renewed before.
    fetchViewer().then(start, (error) => sink.error(explain(error)));
    return { unsubscribe: () => stop() };
  };
  return { subscribe: run as Observable<ExecutionResult>["subscribe"] };
}

function withEarlier(
  result: ExecutionResult,
  earlier: unknown[],
): ExecutionResult {
  if (earlier.length === 0) return result;
  const extensions = { ...result.extensions, [earlierKey]: [...earlier] };
  return { ...result, extensions };
}

/**
 * What went wrong, in words. It is not an Error, because GraphiQL shows those
 * with their stack.
 */
function explain(error: unknown): unknown {
  if (error instanceof CloseEvent && error.reason) {
    return { message: `The server ended the subscription: ${error.reason}` };
  }
  if (error instanceof Event) {
    return { message: "The connection was lost. Run the operation again." };
  }
  return error instanceof Error ? { message: error.message } : error;
}
