// A day on the wall clock of a time zone, in instants. All instants are
// milliseconds since 1970; zones are IANA names, and Intl knows their rules.

import type { Weekday } from "../../gql/graphql";

/** From `start` until just before `end`. */
export interface Stretch {
  start: number;
  end: number;
}

/** A local day: 23 or 25 hours long where the clock is changed. */
export interface Day extends Stretch {
  /** Days since 1970-01-01 on the calendar. */
  number: number;
  weekday: Weekday;
}

/** Local times between which invitations may leave. */
export interface SendWindow {
  from: string;
  to: string;
  days: Weekday[];
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const calendarDay = 24 * hour;

/** Monday first, as a week is shown. */
export const weekdays: Weekday[] = [
  "MONDAY",
  "TUESDAY",
  "WEDNESDAY",
  "THURSDAY",
  "FRIDAY",
  "SATURDAY",
  "SUNDAY",
];

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    clocks.set(zone, clock);
  }
  return clock;
}

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
export function offsetAt(at: number, zone: string): number {
  const whole = Math.floor(at / second) * second;
  const shown: Record<string, number> = {};
  for (const { type, value } of clockOf(zone).formatToParts(whole)) {
    shown[type] = Number(value);
  }
  const wall = Date.UTC(
    shown["year"]!,
    shown["month"]! - 1,
    shown["day"],
    shown["hour"],
    shown["minute"],
    shown["second"],
  );
  return wall - whole;
}

/** The local day in which an instant lies. */
export function dayOf(at: number, zone: string): Day {
  return dayNumbered(dateNumber(at, zone), zone);
}

/** The day that is so many days on the calendar after another. */
export function dayAfter(day: Day, days: number, zone: string): Day {
  return dayNumbered(day.number + days, zone);
}

function dayNumbered(number: number, zone: string): Day {
  return {
    number,
    // 1970-01-01 was a Thursday.
    weekday: weekdays[(((number + 3) % 7) + 7) % 7]!,
    start: firstInstant(number, zone),
    end: firstInstant(number + 1, zone),
  };
}

function dateNumber(at: number, zone: string): number {
  return Math.floor((at + offsetAt(at, zone)) / calendarDay);
}

/**
 * When a date begins: not always at midnight, since some zones change their
 * clocks at that hour. Zones are at most 14 hours ahead of UTC and 12 behind.
 */
function firstInstant(number: number, zone: string): number {
  return firstThat(
    number * calendarDay - 15 * hour,
    number * calendarDay + 13 * hour,
    (at) => dateNumber(at, zone) >= number,
  );
}

/** The first whole second after `before`, at `until` the latest, from which on `holds` is true. */
function firstThat(
  before: number,
  until: number,
  holds: (at: number) => boolean,
): number {
  while (until - before > second) {
    const middle =
      Math.floor((before + (until - before) / 2) / second) * second;
    if (holds(middle)) until = middle;
    else before = middle;
  }
  return until;
}

/** The parts of a day between changes of the clock. */
function segmentsOf(day: Day, zone: string): (Stretch & { offset: number })[] {
  const segments: (Stretch & { offset: number })[] = [];
  let start = day.start;
  let offset = offsetAt(start, zone);
  for (let at = start; at < day.end;) {
    const next = Math.min(at + hour, day.end);
    if (next < day.end && offsetAt(next, zone) !== offset) {
      const was = offset;
      const change = firstThat(at, next, (t) => offsetAt(t, zone) !== was);
      segments.push({ start, end: change, offset });
      start = change;
      offset = offsetAt(change, zone);
    }
    at = next;
  }
  segments.push({ start, end: day.end, offset });
  return segments;
}

/** Minutes after midnight of `HH:MM`; 1440 for `24:00`. */
export function minutesOf(time: string): number {
  const [hours, minutes] = time.split(":").map(Number);
  return hours! * 60 + minutes!;
}

/**
 * When the window is open on a day. An instant is inside if its local time is:
 * an hour that the clock repeats is open twice, one that it leaves out never.
 */
export function openOn(
  day: Day,
  window: SendWindow | null,
  zone: string,
): Stretch[] {
  if (!window) return [{ start: day.start, end: day.end }];
  if (!window.days.includes(day.weekday)) return [];
  const midnight = day.number * calendarDay;
  const open: Stretch[] = [];
  for (const segment of segmentsOf(day, zone)) {
    const wall = midnight - segment.offset;
    const start = Math.max(
      segment.start,
      wall + minutesOf(window.from) * minute,
    );
    const end = Math.min(segment.end, wall + minutesOf(window.to) * minute);
    if (start >= end) continue;
    const before = open.at(-1);
    if (before?.end === start) before.end = end;
    else open.push({ start, end });
  }
  return open;
}

/** When an hour of the day is on the clock, the first time; the moment after where the clock leaves it out. */
export function instantOfHour(day: Day, hours: number, zone: string): number {
  const wall = day.number * calendarDay + hours * hour;
  for (const segment of segmentsOf(day, zone)) {
    if (wall - segment.offset < segment.end) {
      return Math.max(segment.start, wall - segment.offset);
    }
  }
  return day.end;
}

/** How many days ahead an opening is looked for: a week, and one more where the clock leaves an opening out. */
const horizon = 15;

/** The earliest instant, not before `at`, at which the window is open; null where none comes. */
export function nextOpening(
  at: number,
  window: SendWindow | null,
  zone: string,
): number | null {
  const today = dayOf(at, zone);
  for (let n = 0; n <= horizon; n++) {
    const day = n === 0 ? today : dayAfter(today, n, zone);
    for (const open of openOn(day, window, zone)) {
      if (open.end > at) return Math.max(open.start, at);
    }
  }
  return null;
}
