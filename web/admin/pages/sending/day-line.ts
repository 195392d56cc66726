// Where things stand on the line of a local day: 0 is its start, 1 its end.

import {
  dayOf,
  instantOfHour,
  openOn,
  type Day,
  type SendWindow,
  type Stretch,
} from "./zone-day";

/** What a lane's day is drawn from. */
export interface Lane {
  zone: string;
  /** Null lets invitations leave at any time. */
  window: SendWindow | null;
  waiting: number;
  /** When the first of those waiting may leave; null when none waits. */
  nextSendAt: string | null;
  expectedFinishAt: string | null;
}

/** A part of the line, as fractions of its length. */
export interface Part {
  from: number;
  to: number;
}

export interface DayLine {
  day: Day;
  /** 24, and 23, 25 or another number where the clock is changed. */
  hours: number;
  now: number;
  open: Part[];
  /** What those waiting will take of the open time. */
  taken: Part[];
  /** The hours 0, 3, … 24 of the clock. */
  ticks: { at: number; hour: number; instant: number }[];
}

/** Draws the local day in which `now` lies. */
export function dayLine(lane: Lane, now: number): DayLine {
  const day = dayOf(now, lane.zone);
  const length = day.end - day.start;
  const place = (at: number) => (at - day.start) / length;
  const part = ({ start, end }: Stretch): Part => ({
    from: place(start),
    to: place(end),
  });
  const open = openOn(day, lane.window, lane.zone);
  return {
    day,
    hours: length / 3_600_000,
    now: place(now),
    open: open.map(part),
    taken: takenOf(open, lane).map(part),
    ticks: [0, 3, 6, 9, 12, 15, 18, 21, 24].map((hour) => {
      const instant = instantOfHour(day, hour, lane.zone);
      return { hour, instant, at: place(instant) };
    }),
  };
}

function takenOf(open: Stretch[], lane: Lane): Stretch[] {
  if (!lane.nextSendAt || !lane.expectedFinishAt) return [];
  const first = Date.parse(lane.nextSendAt);
  const last = Date.parse(lane.expectedFinishAt);
  return open
    .map(({ start, end }) => ({
      start: Math.max(start, first),
      end: Math.min(end, last),
    }))
    .filter(({ start, end }) => start < end);
}
