// What a day line shows, in sentences. `locale` is the browser's where left out.

import type { Weekday } from "../../gql/graphql";
import type { Lane } from "./day-line";
import {
  dayOf,
  minutesOf,
  nextOpening,
  openOn,
  weekdays,
  type SendWindow,
} from "./zone-day";

/** The time that the zone's clocks show, such as "17:20". */
export function clockTime(at: number, zone: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
  }).format(at);
}

/** A local time of the window for people; the end of the day is midnight. */
export function wallTime(time: string, locale?: string): string {
  return time === "24:00"
    ? "midnight"
    : clockTime(minutesOf(time) * 60_000, "UTC", locale);
}

/** The city by which a zone is known, such as "New York". */
export function placeOf(zone: string): string {
  return zone.split("/").at(-1)!.replaceAll("_", " ");
}

/** The name of a weekday. */
export function weekdayName(
  day: Weekday,
  style: "long" | "short" = "long",
  locale?: string,
): string {
  // 1970-01-05 was a Monday.
  const at = Date.UTC(1970, 0, 5 + weekdays.indexOf(day));
  return new Intl.DateTimeFormat(locale, {
    weekday: style,
    timeZone: "UTC",
  }).format(at);
}

/** An instant as one says it on the day of `now`: "08:00", "tomorrow 08:00", "Monday 08:00", "28 Nov 08:00". */
export function dayAndTime(
  at: number,
  zone: string,
  now: number,
  locale?: string,
): string {
  const time = clockTime(at, zone, locale);
  const day = dayOf(at, zone);
  const away = day.number - dayOf(now, zone).number;
  if (away === 0) return time;
  if (away === 1) return `tomorrow ${time}`;
  if (away > 1 && away < 7)
    return `${weekdayName(day.weekday, "long", locale)} ${time}`;
  const date = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    day: "numeric",
    month: "short",
  }).format(at);
  return `${date} ${time}`;
}

/** Which days, such as "every day", "Monday to Friday" or "Monday and Thursday". */
export function daysWords(days: Weekday[], locale?: string): string {
  if (days.length === 7) return "every day";
  const runs: Weekday[][] = [];
  for (const day of weekdays.filter((d) => days.includes(d))) {
    const run = runs.at(-1);
    const follows =
      run && weekdays.indexOf(run.at(-1)!) === weekdays.indexOf(day) - 1;
    if (follows) run.push(day);
    else runs.push([day]);
  }
  const name = (day: Weekday) => weekdayName(day, "long", locale);
  const words = runs.flatMap((run) =>
    run.length > 2
      ? [`${name(run[0]!)} to ${name(run.at(-1)!)}`]
      : run.map(name),
  );
  return listed(words);
}

/** The window in words, such as "08:00 to 16:00, Monday to Friday". */
export function windowWords(
  window: SendWindow | null,
  locale?: string,
): string {
  if (!window) return "at any time";
  const days = daysWords(window.days, locale);
  const whole = minutesOf(window.from) === 0 && window.to === "24:00";
  if (whole) return `all day, ${days}`;
  return `${wallTime(window.from, locale)} to ${wallTime(window.to, locale)}, ${days}`;
}

/** All that the line shows, for whoever does not see it. */
export function dayWords(lane: Lane, now: number, locale?: string): string {
  const { zone } = lane;
  const clock = `it is ${clockTime(now, zone, locale)} in ${placeOf(zone)}`;
  const sentences = [
    `${openWords(lane, now, locale)}; ${clock}${openingWords(lane, now, locale)}.`,
    lengthWords(now, zone),
    waitingWords(lane, now, locale),
  ];
  return sentences.filter(Boolean).join(" ");
}

function openWords(lane: Lane, now: number, locale?: string): string {
  const { window, zone } = lane;
  if (!window) return "Open at any time";
  const day = dayOf(now, zone);
  if (openOn(day, window, zone).length === 0)
    return `Closed today, ${weekdayName(day.weekday, "long", locale)}`;
  if (minutesOf(window.from) === 0 && window.to === "24:00")
    return "Open all day";
  return `Open from ${wallTime(window.from, locale)} to ${wallTime(window.to, locale)}`;
}

function openingWords(lane: Lane, now: number, locale?: string): string {
  if (!lane.window) return "";
  const opening = nextOpening(now, lane.window, lane.zone);
  if (opening === null) return "";
  if (opening === now) return "; open now";
  return `; next opening ${dayAndTime(opening, lane.zone, now, locale)}`;
}

function lengthWords(now: number, zone: string): string {
  const day = dayOf(now, zone);
  const hours = (day.end - day.start) / 3_600_000;
  if (hours === 24) return "";
  const way = hours < 24 ? "forward" : "back";
  return `The clock goes ${way} today: the day has ${hours} hours.`;
}

function waitingWords(lane: Lane, now: number, locale?: string): string {
  const { waiting, nextSendAt, expectedFinishAt, zone } = lane;
  if (waiting === 0 || !nextSendAt || !expectedFinishAt) return "Nobody waits.";
  const say = (at: string) =>
    dayAndTime(Math.max(Date.parse(at), now), zone, now, locale);
  const first = Date.parse(nextSendAt) <= now ? "now" : say(nextSendAt);
  return `${waiting.toLocaleString(locale)} ${waiting === 1 ? "waits" : "wait"}, from ${first} until ${say(expectedFinishAt)}.`;
}

function listed(words: string[]): string {
  return words.length < 2
    ? words.join("")
    : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
