// Status changes as they happen. One stream for the whole app: each event lands
// in the cache, so every chip that shows the contact follows by itself.

import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from "react";
import { graphql } from "../gql";
import type { StatusChangedSubscription } from "../gql/graphql";
import { codeOf, type Connection } from "./client";
import { refreshMutation, viewerQuery } from "./session";

const statusChanged = graphql(`
  subscription StatusChanged($after: String) {
    invitationStatusChanged(after: $after) {
      cursor
      at
      from
      to
      label
      contact {
        id
        name
        email
        phone
        status
        statusLabel
        registeredAt
        # The list's rows go on with a new invitation, without asking for it.
        invitation {
          id
        }
      }
      invitation {
        id
        status
        statusLabel
        round
        sentAt
        expiresAt
        expectedSendAt
        deliveries {
          id
          round
          purpose
          channel
          state
          reason
        }
      }
    }
  }
`);

/** One change of an invitation's status. */
export type StatusChange = StatusChangedSubscription["invitationStatusChanged"];

/** Whether the screen shows the truth: following, or catching up after a cut. */
export type LiveState = "following" | "connecting" | "offline";

interface Live {
  state: LiveState;
  /** Calls back on each event; returns how to stop. */
  listen(on: (change: StatusChange) => void): () => void;
}

const LiveContext = createContext<Live | null>(null);

/** Seconds to wait before the nth attempt to reconnect. */
const backoff = [0, 1, 2, 5, 10, 20];

/**
 * Follows from `cursor` on. After a cut it goes on where it stopped, so that
 * what happened in between is replayed; where that is too long ago, `onResync`
 * is called, and everything has to be read anew.
 */
export function LiveProvider(props: {
  connection: Connection;
  cursor: string;
  onResync: () => void;
  children: ReactNode;
}) {
  const { connection, onResync } = props;
  const [state, setState] = useState<LiveState>("connecting");
  const listeners = useRef(new Set<(change: StatusChange) => void>());
  const cursor = useRef(props.cursor);

  useEffect(() => {
    let stopped = false;
    let attempt = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let current: { unsubscribe(): void } | undefined;

    const retry = () => {
      if (stopped) return;
      clearTimeout(timer);
      setState(navigator.onLine ? "connecting" : "offline");
      const seconds = backoff[Math.min(attempt++, backoff.length - 1)]!;
      timer = setTimeout(start, seconds * 1000);
    };
    const start = () => {
      current?.unsubscribe();
      let ended = false;
      current = connection.client
        .subscription(statusChanged, { after: cursor.current })
        .subscribe((result) => {
          const change = result.data?.invitationStatusChanged;
          if (change && change.cursor !== cursor.current) {
            attempt = 0;
            cursor.current = change.cursor;
            for (const tell of listeners.current) tell(change);
          }
          if (codeOf(result.error) === "RESYNC" && !ended) {
            ended = true;
            void resync();
          } else if ((result.error || !result.hasNext) && !ended) {
            ended = true;
            retry();
          }
        });
    };
    // What was missed is gone. The new cursor is read first: what happens while
    // everything else is read anew comes after it.
    const resync = async () => {
      const { data } = await connection.client
        .query(viewerQuery, {}, { requestPolicy: "network-only" })
        .toPromise();
      const newest = data?.viewer?.organization?.eventCursor;
      if (stopped) return;
      if (!newest) return retry();
      cursor.current = newest;
      onResync();
    };
    // A sign-in that has run out is renewed before the socket is opened again.
    const closed = async (event: unknown) => {
      if (event instanceof CloseEvent && event.code === 4401) {
        await connection.client.mutation(refreshMutation, {}).toPromise();
      }
      retry();
    };
    // The socket says when it is open; a stream without events says nothing.
    const unlisten = [
      connection.socket.on("connected", () => {
        attempt = 0;
        setState("following");
      }),
      connection.socket.on("closed", (event) => void closed(event)),
    ];
    const wake = () => {
      attempt = 0;
      retry();
    };
    window.addEventListener("online", wake);
    window.addEventListener("offline", retry);
    start();
    return () => {
      stopped = true;
      clearTimeout(timer);
      current?.unsubscribe();
      for (const stop of unlisten) stop();
      window.removeEventListener("online", wake);
      window.removeEventListener("offline", retry);
    };
  }, [connection, onResync]);

  const live = useMemo<Live>(
    () => ({
      state,
      listen(on) {
        listeners.current.add(on);
        return () => void listeners.current.delete(on);
      },
    }),
    [state],
  );
  return <LiveContext value={live}>{props.children}</LiveContext>;
}

/** Whether what is shown follows what happens. */
export function useLiveState(): LiveState {
  return useLive().state;
}

/** Calls `on` for each status change while the component is mounted. */
export function useStatusChanges(on: (change: StatusChange) => void): void {
  const { listen } = useLive();
  const latest = useRef(on);
  useEffect(() => {
    latest.current = on;
  });
  useEffect(() => listen((change) => latest.current(change)), [listen]);
}

/**
 * Asks again, at most once in `wait` milliseconds, after statuses changed: for
 * counts and lists that the cache cannot keep right by itself.
 */
export function useRefreshOnChange(refresh: () => void, wait = 1500): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useStatusChanges(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      refresh();
    }, wait);
  });
}

function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error("useLive outside LiveProvider");
  return live;
}
