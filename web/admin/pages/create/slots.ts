// When invitations that do not exist yet would leave. The server's times replace
// these as soon as they do exist.

import type { CreateOptionsQuery, Weekday } from "../../gql/graphql";

/** What the form offers to choose from. */
export type Options = NonNullable<
  NonNullable<CreateOptionsQuery["viewer"]>["organization"]
>;

/** A location with its lane. */
export type Place = Options["locations"][number];

/** What decides when a location's invitations leave. */
export type Lane = Pick<Place, "timeZone" | "expectedFinishAt"> & {
  policy: Pick<Place["policy"], "paceSeconds" | "sendWindow">;
};

const weekdays: Weekday[] = [
  "SUNDAY",
  "MONDAY",
  "TUESDAY",
  "WEDNESDAY",
  "THURSDAY",
  "FRIDAY",
  "SATURDAY",
];

const minute = 60_000;
const day = 24 * 60;

/**
 * When `count` more invitations in the lane would all have left, plus the pace:
 * one after the other, behind what waits, in the window. Null for none.
 */
export function finishAfter(
  lane: Lane,
  count: number,
  now: number,
): string | null {
  if (count <= 0) return null;
  const pace = lane.policy.paceSeconds * 1000;
  const waiting = lane.expectedFinishAt ? Date.parse(lane.expectedFinishAt) : 0;
  let next = Math.max(now, waiting);
  for (let n = 0; n < count; n++) next = opening(lane, next) + pace;
  return new Date(next).toISOString();
}

/** The first instant from `at` on that lies in the window. */
function opening(lane: Lane, at: number): number {
  const { sendWindow } = lane.policy;
  if (!sendWindow) return at;
  const from = minutes(sendWindow.from);
  const to = minutes(sendWindow.to);
  // Eight days reach every weekday again; each step lands on an opening or
  // on the midnight before one.
  for (let n = 0; n < 16; n++) {
    const local = localTime(lane.timeZone, at);
    const open = sendWindow.days.includes(local.weekday);
    if (open && local.minutes >= from && local.minutes < to) return at;
    const until =
      open && local.minutes < from ? from - local.minutes : day - local.minutes;
    at = at - (at % minute) + Math.max(1, Math.ceil(until)) * minute;
  }
  return at;
}

function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(":").map(Number);
  return hours * 60 + rest;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The weekday and the minutes since midnight on the location's clock. */
function localTime(zone: string, at: number) {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      weekday: "long",
      hour: "numeric",
      minute: "numeric",
      hourCycle: "h23",
    });
    clocks.set(zone, clock);
  }
  const part = Object.fromEntries(
    clock.formatToParts(at).map(({ type, value }) => [type, value]),
  );
  const weekday = part["weekday"]!.toUpperCase() as Weekday;
  return {
    weekday: weekdays.includes(weekday) ? weekday : weekdays[0]!,
    minutes: Number(part["hour"]) * 60 + Number(part["minute"]),
  };
}
