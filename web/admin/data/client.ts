// The one client of the API: cookies carry the sign-in, a cache holds each
// record once, so that an event about a contact changes every place that shows it.

import { authExchange } from "@urql/exchange-auth";
import { persistedExchange } from "@urql/exchange-persisted";
import { getOperationAST, type DocumentNode } from "graphql";
import {
  Client,
  createClient as createUrqlClient,
  fetchExchange,
  mapExchange,
  subscriptionExchange,
  CombinedError,
  type OperationResult,
} from "urql";
import {
  createClient as createSocket,
  type Client as Socket,
} from "graphql-ws";
import { cache } from "./cache";
import { refreshMutation } from "./session";

const endpoint = "/graphql";

/** Seconds after which a socket without an answer to a ping is taken for dead. */
const pongSeconds = 5;

export interface Connection {
  client: Client;
  socket: Socket;
}

/**
 * Makes a client with an empty cache. `onEnded` is called when a sign-in has
 * run out and cannot be renewed.
 */
export function connect(onEnded: () => void): Connection {
  const socket = createAliveSocket();
  const client = createUrqlClient({
    url: endpoint,
    preferGetMethod: false,
    // Only JSON: as a stream of events, an answer could set no cookies.
    fetchOptions: {
      headers: {
        accept: "application/graphql-response+json, application/json",
      },
    },
    requestPolicy: "cache-and-network",
    exchanges: [
      cache(),
      authExchange(async (utils) => ({
        addAuthToOperation: (operation) => operation,
        // The limits of strangers are narrower, and come before the question who
        // asks: what staff may send is a bad request once their sign-in ran out.
        didAuthError: (error, { query }) =>
          ["UNAUTHENTICATED", "BAD_REQUEST"].includes(codeOf(error)) &&
          !aboutSignIn(query),
        async refreshAuth() {
          const answer = await utils.mutate(refreshMutation, {});
          if (!answer.data?.refreshSession.viewer) onEnded();
        },
      })),
      mapExchange({ onResult: nobodyIsAnError }),
      persistedExchange({
        enableForMutation: true,
        enableForSubscriptions: true,
        preferGetForPersistedQueries: false,
        generateHash: async (_, document) => manifestHash(document),
      }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: (request) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe(
              { ...request, query: request.query ?? "" },
              sink,
            ),
          }),
        }),
      }),
    ],
  });
  return { client, socket };
}

/**
 * Only the entrance asks who is signed in. To any other question "nobody" means
 * that the sign-in has run out: an error, which renews it and asks again.
 */
function nobodyIsAnError(result: OperationResult): OperationResult {
  const name = getOperationAST(result.operation.query)?.name?.value;
  if (result.data?.viewer !== null || name === "Viewer") return result;
  if (result.operation.kind !== "query") return result;
  const graphQLErrors = [
    { message: "Sign in first.", extensions: { code: "UNAUTHENTICATED" } },
  ];
  return {
    ...result,
    data: undefined,
    error: new CombinedError({ graphQLErrors }),
  };
}

/** The document's name in the manifest of trusted documents, as codegen noted it. */
function manifestHash(document: DocumentNode): string {
  const meta = (document as { __meta__?: { hash?: string } }).__meta__;
  return meta?.hash?.replace(/^sha256:/, "") ?? "";
}

/** Whether an operation is itself how one signs in: its refusal is an answer. */
function aboutSignIn(query: DocumentNode): boolean {
  const name = getOperationAST(query)?.name?.value ?? "";
  return ["SignIn", "RefreshSession"].includes(name);
}

/**
 * A socket that notices when the other side is gone, as after a laptop slept:
 * it pings, and closes what does not answer. Reconnecting is the business of
 * whoever knows the cursor to go on from.
 */
function createAliveSocket(): Socket {
  let open: WebSocket | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return createSocket({
    url: new URL(endpoint, location.href).href.replace(/^http/, "ws"),
    retryAttempts: 0,
    keepAlive: 15_000,
    on: {
      opened: (socket) => (open = socket as WebSocket),
      closed: () => clearTimeout(waiting),
      ping(received) {
        if (received) return;
        waiting = setTimeout(
          () => open?.close(4408, "No answer"),
          pongSeconds * 1000,
        );
      },
      pong(received) {
        if (received) clearTimeout(waiting);
      },
    },
  });
}

/** The code of a top-level error, such as FORBIDDEN; "" where it has none. */
export function codeOf(error: CombinedError | undefined): string {
  const code = error?.graphQLErrors[0]?.extensions?.["code"];
  return typeof code === "string" ? code : "";
}
