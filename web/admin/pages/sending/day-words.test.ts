import { expect, test } from "vitest";
import type { Lane } from "./day-line";
import {
  dayAndTime,
  daysWords,
  dayWords,
  placeOf,
  wallTime,
  windowWords,
} from "./day-words";
import { weekdays, type SendWindow } from "./zone-day";

const daily: SendWindow = { from: "08:00", to: "16:00", days: weekdays };
const working: SendWindow = { ...daily, days: weekdays.slice(0, 5) };
const lane = (changes: Partial<Lane> = {}): Lane => ({
  zone: "America/New_York",
  window: daily,
  waiting: 0,
  nextSendAt: null,
  expectedFinishAt: null,
  ...changes,
});
const say = (changes: Partial<Lane>, now: string) =>
  dayWords(lane(changes), Date.parse(now), "en-GB");

test.each<[string, Partial<Lane>, string, string]>([
  [
    "closed for today",
    {},
    "2026-11-20T22:20Z",
    "Open from 08:00 to 16:00; it is 17:20 in New York; next opening tomorrow 08:00. Nobody waits.",
  ],
  [
    "not yet open",
    {},
    "2026-11-20T12:00Z",
    "Open from 08:00 to 16:00; it is 07:00 in New York; next opening 08:00. Nobody waits.",
  ],
  [
    "open",
    {},
    "2026-11-20T15:00Z",
    "Open from 08:00 to 16:00; it is 10:00 in New York; open now. Nobody waits.",
  ],
  [
    "the last day of the week",
    { window: working },
    "2026-11-20T22:20Z",
    "Open from 08:00 to 16:00; it is 17:20 in New York; next opening Monday 08:00. Nobody waits.",
  ],
  [
    "a day that is off",
    { window: working },
    "2026-11-21T15:00Z",
    "Closed today, Saturday; it is 10:00 in New York; next opening Monday 08:00. Nobody waits.",
  ],
  [
    "any time",
    { window: null },
    "2026-11-20T15:00Z",
    "Open at any time; it is 10:00 in New York. Nobody waits.",
  ],
  [
    "all day",
    { window: { from: "00:00", to: "24:00", days: working.days } },
    "2026-11-21T04:00Z",
    "Open all day; it is 23:00 in New York; open now. Nobody waits.",
  ],
  [
    "the clock goes forward",
    { zone: "Europe/Berlin" },
    "2026-03-29T06:30Z",
    "Open from 08:00 to 16:00; it is 08:30 in Berlin; open now. The clock goes forward today: the day has 23 hours. Nobody waits.",
  ],
  [
    "the clock goes back",
    {},
    "2026-11-01T12:00Z",
    "Open from 08:00 to 16:00; it is 07:00 in New York; next opening 08:00. The clock goes back today: the day has 25 hours. Nobody waits.",
  ],
  [
    "some wait",
    {
      waiting: 1200,
      nextSendAt: "2026-11-20T20:00Z",
      expectedFinishAt: "2026-11-21T14:00Z",
    },
    "2026-11-20T12:00Z",
    "Open from 08:00 to 16:00; it is 07:00 in New York; next opening 08:00. 1,200 wait, from 15:00 until tomorrow 09:00.",
  ],
  [
    "one waits, and leaves now",
    {
      waiting: 1,
      nextSendAt: "2026-11-20T14:59:59Z",
      expectedFinishAt: "2026-11-20T15:01:00Z",
    },
    "2026-11-20T15:00Z",
    "Open from 08:00 to 16:00; it is 10:00 in New York; open now. 1 waits, from now until 10:01.",
  ],
])("%s", (_, changes, now, words) => {
  expect(say(changes, now)).toBe(words);
});

test.each([
  ["2026-11-20T20:00Z", "15:00"],
  ["2026-11-21T20:00Z", "tomorrow 15:00"],
  ["2026-11-22T20:00Z", "Sunday 15:00"],
  ["2026-11-26T20:00Z", "Thursday 15:00"],
  ["2026-11-27T20:00Z", "27 Nov 15:00"],
  ["2026-11-19T20:00Z", "19 Nov 15:00"],
  // Still the same day in New York, though not in UTC.
  ["2026-11-21T04:59Z", "23:59"],
])("%s as one says it on 20 November", (at, words) => {
  const now = Date.parse("2026-11-20T12:00Z");
  expect(dayAndTime(Date.parse(at), "America/New_York", now, "en-GB")).toBe(
    words,
  );
});

test("tomorrow is a day on the calendar, not 24 hours", () => {
  const now = Date.parse("2026-10-31T21:00Z");
  const at = Date.parse("2026-11-01T21:00Z");
  expect(dayAndTime(at, "America/New_York", now, "en-GB")).toBe(
    "tomorrow 16:00",
  );
});

test.each<[SendWindow["days"], string]>([
  [weekdays, "every day"],
  [weekdays.slice(0, 5), "Monday to Friday"],
  [["SUNDAY"], "Sunday"],
  [["THURSDAY", "MONDAY"], "Monday and Thursday"],
  [["SATURDAY", "SUNDAY"], "Saturday and Sunday"],
  [
    ["MONDAY", "TUESDAY", "WEDNESDAY", "FRIDAY", "SUNDAY"],
    "Monday to Wednesday, Friday and Sunday",
  ],
])("%j is %s", (days, words) => {
  expect(daysWords(days, "en-GB")).toBe(words);
});

test("a window in words", () => {
  expect(windowWords(null)).toBe("at any time");
  expect(windowWords(working, "en-GB")).toBe(
    "08:00 to 16:00, Monday to Friday",
  );
  expect(windowWords({ ...working, to: "24:00" }, "en-GB")).toBe(
    "08:00 to midnight, Monday to Friday",
  );
  expect(windowWords({ from: "00:00", to: "24:00", days: weekdays })).toBe(
    "all day, every day",
  );
});

test("times and places are as people write them", () => {
  expect(wallTime("08:00", "en-US")).toBe("08:00 AM");
  expect(wallTime("24:00")).toBe("midnight");
  expect(placeOf("America/Argentina/Buenos_Aires")).toBe("Buenos Aires");
  expect(placeOf("UTC")).toBe("UTC");
});
