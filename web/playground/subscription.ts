// Subscriptions: over graphql-transport-ws, and anew after a cut.

import type {
  FetcherParams,
  Observable,
  Unsubscribable,
} from "@graphiql/toolkit";
import type { ExecutionResult } from "graphql";
import { createClient } from "graphql-ws";
import { endpoint } from "./api";
import { fetchViewer } from "./session";

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

/** Seconds to wait before the nth attempt to connect again. */
const waits = [1, 2, 5, 10, 20];

/** Close codes after which to try again: the server or the way to it was gone (RFC 6455, section 7.4). */
const passing = [1001, 1005, 1006, 1011, 1012, 1013];

/**
 * Runs a subscription; to unsubscribe closes its socket. After a cut it
 * connects again, and says so by `onWords`. One that takes `after` goes on behind the last
 * event, so that what was missed is replayed.
 */
export function subscribe(
  params: FetcherParams,
  onEvent: (result: ExecutionResult) => void,
  onWords: (words: string) => void,
): Observable<ExecutionResult> {
  const run = (sink: Sink): Unsubscribable => {
    const following = new Following(params, sink, onEvent, onWords);
    void following.start();
    return { unsubscribe: () => following.stop() };
  };
  return { subscribe: run as Observable<ExecutionResult>["subscribe"] };
}

class Following {
  private stopped = false;
  private close = () => {};
  private timer: ReturnType<typeof setTimeout> | undefined;
  private attempts = 0;
  private begun = false;
  private newest: ExecutionResult = {};
  private earlier: unknown[] = [];

  constructor(
    private params: FetcherParams,
    private sink: Sink,
    private onEvent: (result: ExecutionResult) => void,
    private onWords: (words: string) => void,
  ) {}

  /** Connects. The socket is authenticated by the cookies it is opened with, so a sign-in that has run out is renewed before. */
  async start(): Promise<void> {
    try {
      await fetchViewer();
    } catch (error) {
      return this.begun ? this.again() : this.end(error);
    }
    if (this.stopped) return;
    const client = createClient({
      url: new URL(endpoint, location.href).href.replace(/^http/, "ws"),
      retryAttempts: 0, // it would not know where to go on
      on: { connected: () => this.connected() },
    });
    this.close = client.subscribe(this.params as { query: string }, {
      next: (event) => this.take(event as ExecutionResult),
      error: (error) => this.fail(error),
      complete: () => this.sink.complete(),
    });
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    this.close();
    this.onWords("");
  }

  private connected(): void {
    if (this.begun) {
      this.onWords(
        takesCursor(this.params)
          ? "Connected again. What was missed is replayed."
          : "Connected again. What happened in between is not shown.",
      );
    }
    this.begun = true;
    this.attempts = 0;
  }

  private take(result: ExecutionResult): void {
    this.onEvent(result);
    if (this.newest.data) this.earlier.unshift(this.newest.data);
    this.earlier.splice(keptEvents);
    this.newest = result;
    this.params = behind(this.params, result);
    this.show();
  }

  private fail(error: unknown): void {
    if (this.stopped) return;
    const cut = error instanceof Event;
    const closed = error instanceof CloseEvent;
    if (this.begun && cut && (!closed || passing.includes(error.code))) {
      this.again();
    } else this.end(error);
  }

  private end(error: unknown): void {
    this.onWords("");
    this.sink.error(explain(error));
  }

  private again(): void {
    if (this.stopped) return;
    const seconds = waits[Math.min(this.attempts++, waits.length - 1)]!;
    this.onWords(
      `The connection was lost. Connecting again in ${seconds} ${seconds === 1 ? "second" : "seconds"} (attempt ${this.attempts}).`,
    );
    this.timer = setTimeout(() => void this.start(), seconds * 1000);
  }

  private show(): void {
    const { newest, earlier } = this;
    if (earlier.length === 0) return this.sink.next(newest);
    const extensions = { ...newest.extensions, [earlierKey]: [...earlier] };
    this.sink.next({ ...newest, extensions });
  }
}

function takesCursor({ query }: FetcherParams): boolean {
  return /\$after\b/.test(query);
}

/** The parameters that go on behind an event, where it tells its cursor. */
function behind(params: FetcherParams, event: ExecutionResult): FetcherParams {
  if (!takesCursor(params)) return params;
  for (const value of Object.values(event.data ?? {})) {
    const cursor = (value as { cursor?: unknown } | null)?.cursor;
    if (typeof cursor === "string") {
      return { ...params, variables: { ...params.variables, after: cursor } };
    }
  }
  return params;
}

/**
 * What went wrong, in words. It is not an Error, because GraphiQL shows those
 * with their stack.
 */
export function explain(error: unknown): unknown {
  if (error instanceof CloseEvent && error.reason) {
    return { message: `The server ended the subscription: ${error.reason}` };
  }
  if (error instanceof Event) {
    return { message: "No connection could be made. Run the operation again." };
  }
  return error instanceof Error ? { message: error.message } : error;
}
