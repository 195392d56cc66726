// What keeps lanes and batches right while one looks at them.

import { useEffect, useRef } from "react";
import { useSubscription } from "urql";
import { useLiveState, useRefreshOnChange } from "../../data/live";
import { sendingProgressSubscription } from "./sending-queries";

/** Milliseconds after which a message that was due has left, as a rule. */
const leaving = 2_000;

/** The least time between two questions that only the clock gave rise to. */
const least = 5_000;

/** How long to trust what is shown: a resend or a reminder that others queue changes no status. */
const most = 60_000;

/**
 * Asks again after statuses changed, after a cut, when the next message was due
 * at `nextAt`, and once a minute.
 */
export function useFollow(refresh: () => void, nextAt?: string | null): void {
  useRefreshOnChange(refresh);
  const latest = useRef(refresh);
  useEffect(() => {
    latest.current = refresh;
  });
  const connected = useLiveState() === "following";
  const wasCut = useRef(false);
  useEffect(() => {
    if (connected && wasCut.current) latest.current();
    wasCut.current = !connected;
  }, [connected]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (milliseconds: number) => {
      timer = setTimeout(() => {
        if (!document.hidden) latest.current();
        wait(most);
      }, milliseconds);
    };
    const due = nextAt ? Date.parse(nextAt) - Date.now() + leaving : most;
    wait(Math.min(Math.max(due, least), most));
    return () => clearTimeout(timer);
  }, [nextAt]);
}

/**
 * Follows a batch's numbers, which land in the cache, for as long as `active`.
 * After a cut it starts over, and the first answer is how things stand.
 */
export function useBatchProgress(id: string, active: boolean): void {
  const connected = useLiveState() === "following";
  useSubscription({
    query: sendingProgressSubscription,
    variables: { batch: id },
    pause: !active || !connected,
  });
}
