// Follows streams of events without losing any.

import type { TypedDocumentNode } from "urql";
import { codeOf, type Connection } from "./client";
import { refreshMutation, viewerQuery } from "./session";

/** Whether the screen shows the truth: following, or catching up after a cut. */
export type LiveState = "following" | "connecting" | "offline";

/** One stream of events, and where in it one is. */
export interface Stream {
  /** Cursor of the last event seen. */
  cursor: string;
  /** Subscribes from the cursor on; tells when the stream has ended, and whether its past is gone. */
  start(
    connection: Connection,
    onEvent: () => void,
    onEnd: (resync: boolean) => void,
  ): { unsubscribe(): void };
}

/** Makes a stream of a subscription; `on` gets each event once. */
export function streamOf<Data, Event extends { cursor: string }>(
  document: TypedDocumentNode<Data, { after?: string | null }>,
  eventOf: (data: Data) => Event,
  cursor: string,
  on: (event: Event) => void,
): Stream {
  return {
    cursor,
    start(connection, onEvent, onEnd) {
      let ended = false;
      const end = (resync: boolean) => {
        if (ended) return;
        ended = true;
        onEnd(resync);
      };
      return connection.client
        .subscription(document, { after: this.cursor })
        .subscribe((result) => {
          const event = result.data && eventOf(result.data);
          // The cache may say the same event again.
          if (event && event.cursor !== this.cursor) {
            this.cursor = event.cursor;
            onEvent();
            on(event);
          }
          if (codeOf(result.error) === "RESYNC") end(true);
          else if (result.error || !result.hasNext) end(false);
        });
    },
  };
}

/** Seconds to wait before the nth attempt to reconnect. */
const backoff = [0, 1, 2, 5, 10, 20];

/** Seconds after which a connection that stands is a sign of life. */
const steadyAfter = 5;

/**
 * Follows all streams over the one socket. After a cut each goes on where it
 * stopped, so that what happened in between is replayed; where that is too long
 * ago, `onResync` is called, and everything has to be read anew. Returns how to
 * stop.
 */
export function follow(
  connection: Connection,
  streams: Stream[],
  onState: (state: LiveState) => void,
  onResync: () => void,
): () => void {
  let stopped = false;
  let open = false;
  let startsOver = false;
  /** Starts since the last sign of life. */
  let attempts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let steady: ReturnType<typeof setTimeout> | undefined;
  let running: { unsubscribe(): void }[] = [];

  const retry = () => {
    if (stopped || startsOver) return;
    clearTimeout(timer);
    clearTimeout(steady);
    onState(navigator.onLine ? "connecting" : "offline");
    // A cut ends every stream, and the socket: it counts once.
    const nth = Math.min(Math.max(attempts - 1, 0), backoff.length - 1);
    timer = setTimeout(start, backoff[nth]! * 1000);
  };
  const start = () => {
    stop();
    attempts++;
    running = streams.map((stream) =>
      stream.start(
        connection,
        () => (attempts = 0),
        (resync) => (resync ? void startOver() : retry()),
      ),
    );
    // One stream may have ended while another kept the socket open.
    if (open) onState("following");
  };
  const stop = () => {
    clearTimeout(timer);
    clearTimeout(steady);
    for (const stream of running.splice(0)) stream.unsubscribe();
  };
  // What was missed is gone. The new cursor is read first: what happens while
  // everything else is read anew comes after it.
  const startOver = async () => {
    if (startsOver) return;
    startsOver = true;
    clearTimeout(timer);
    const { data } = await connection.client
      .query(viewerQuery, {}, { requestPolicy: "network-only" })
      .toPromise();
    const newest = data?.viewer?.organization?.eventCursor;
    startsOver = false;
    if (stopped) return;
    if (!newest) return retry();
    for (const stream of streams) stream.cursor = newest;
    onResync();
  };
  // A sign-in that has run out is renewed before the socket is opened again.
  const closed = async (event: unknown) => {
    open = false;
    if (event instanceof CloseEvent && event.code === 4401) {
      await connection.client.mutation(refreshMutation, {}).toPromise();
    }
    retry();
  };
  const wake = () => {
    attempts = 0;
    retry();
  };
  // The socket says when it is open; a stream without events says nothing.
  const unlisten = [
    connection.socket.on("connected", () => {
      open = true;
      // A stream that always fails must not be begun again without a pause.
      clearTimeout(steady);
      steady = setTimeout(() => (attempts = 0), steadyAfter * 1000);
      onState("following");
    }),
    connection.socket.on("closed", (event) => void closed(event)),
  ];
  window.addEventListener("online", wake);
  window.addEventListener("offline", retry);
  start();
  return () => {
    stopped = true;
    stop();
    for (const cease of unlisten) cease();
    window.removeEventListener("online", wake);
    window.removeEventListener("offline", retry);
  };
}
