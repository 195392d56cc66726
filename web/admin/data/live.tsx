// What happens, as it happens. Each event lands in the cache, so every chip
// that shows the contact follows by itself; lists and counts ask again.

import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from "react";
import type {
  EventKind,
  OrganizationChangedSubscription,
  StatusChangedSubscription,
} from "../gql/graphql";
import type { Connection } from "./client";
import { organizationChanged, statusChanged } from "./live-queries";
import { follow, streamOf, type LiveState } from "./live-stream";

export type { LiveState };

/** One change of an invitation's status. */
export type StatusChange = StatusChangedSubscription["invitationStatusChanged"];

/** One change of who is there: somebody joined; a household, a group or a run of passes changed. */
export type OrganizationChange =
  OrganizationChangedSubscription["organizationChanged"];

interface Live {
  state: LiveState;
  /** Call back on each event; return how to stop. */
  listen(on: (change: StatusChange) => void): () => void;
  listenToOrganization(on: (change: OrganizationChange) => void): () => void;
}

const LiveContext = createContext<Live | null>(null);

/**
 * Follows from `cursor` on. Where the past is gone, `onResync` is called, and
 * everything has to be read anew.
 */
export function LiveProvider(props: {
  connection: Connection;
  cursor: string;
  onResync: () => void;
  children: ReactNode;
}) {
  const { connection, onResync } = props;
  const [state, setState] = useState<LiveState>("connecting");
  const [{ streams, statuses, organization }] = useState(() => {
    const statuses = listeners<StatusChange>();
    const organization = listeners<OrganizationChange>();
    const streams = [
      streamOf(
        statusChanged,
        (data) => data.invitationStatusChanged,
        props.cursor,
        statuses.tell,
      ),
      streamOf(
        organizationChanged,
        (data) => data.organizationChanged,
        props.cursor,
        organization.tell,
      ),
    ];
    return { streams, statuses, organization };
  });
  useEffect(
    () => follow(connection, streams, setState, onResync),
    [connection, streams, onResync],
  );
  const live = useMemo<Live>(
    () => ({
      state,
      listen: statuses.add,
      listenToOrganization: organization.add,
    }),
    [state, statuses, organization],
  );
  return <LiveContext value={live}>{props.children}</LiveContext>;
}

/** Those who want to hear of each event. */
function listeners<Event>() {
  const all = new Set<(event: Event) => void>();
  return {
    tell(event: Event) {
      for (const on of all) on(event);
    },
    add(on: (event: Event) => void) {
      all.add(on);
      return () => void all.delete(on);
    },
  };
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

/** Calls `on` for each change of the organization while the component is mounted. */
export function useOrganizationChanges(
  on: (change: OrganizationChange) => void,
): void {
  const { listenToOrganization } = useLive();
  const latest = useRef(on);
  useEffect(() => {
    latest.current = on;
  });
  useEffect(
    () => listenToOrganization((change) => latest.current(change)),
    [listenToOrganization],
  );
}

/**
 * Asks again, at most once in `wait` milliseconds, after statuses changed or
 * somebody joined: for counts and lists that the cache cannot keep right by
 * itself.
 */
export function useRefreshOnChange(refresh: () => void, wait = 1500): void {
  const soon = useSoon(refresh, wait);
  useStatusChanges(soon);
  useOrganizationChanges(({ kind }) => {
    if (kind === "CONTACT_JOINED") soon();
  });
}

/**
 * Asks again, at most once in `wait` milliseconds, after changes of the
 * organization that `concerns` picks: of the kinds given, or by their records.
 */
export function useRefreshOnOrganization(
  refresh: () => void,
  concerns: EventKind[] | ((change: OrganizationChange) => boolean),
  wait = 800,
): void {
  const soon = useSoon(refresh, wait);
  useOrganizationChanges((change) => {
    const does =
      typeof concerns === "function"
        ? concerns(change)
        : concerns.includes(change.kind);
    if (does) soon();
  });
}

/** Calls `refresh` a moment after it was first wanted, once for all that want it until then. */
function useSoon(refresh: () => void, wait: number): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(refresh);
  useEffect(() => {
    latest.current = refresh;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      latest.current();
    }, wait);
  };
}

function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error("useLive outside LiveProvider");
  return live;
}
