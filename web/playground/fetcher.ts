// What GraphiQL calls to run an operation.

import type { Fetcher, FetcherParams } from "@graphiql/toolkit";
import { getOperationAST, parse, type ExecutionResult } from "graphql";
import { send } from "./api";
import { unfilled } from "./operations";
import { explain, subscribe } from "./subscription";

/** Told of each result: for a subscription, of each event. */
export type OnResult = (
  operationName: string | null,
  kind: "query" | "mutation" | "subscription",
  result: ExecutionResult,
) => void;

/** Makes a fetcher: queries and mutations by POST, subscriptions over graphql-transport-ws. */
export function createFetcher(
  onResult: OnResult,
  /** Told what there is to say of a subscription's connection; "" for nothing. */
  onWords: (words: string) => void,
): Fetcher {
  return (asked) => {
    const { kind, name } = operationOf(asked);
    const params = { ...asked, operationName: name };
    const missing = unfilled(params.variables);
    if (missing) return Promise.reject({ message: missing });
    if (kind === "subscription") {
      onWords("");
      return subscribe(
        params,
        (result) => onResult(name, kind, result),
        onWords,
      );
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
