import { expect, test } from "vitest";
import {
  dayAfter,
  dayOf,
  instantOfHour,
  nextOpening,
  openOn,
  weekdays,
  type SendWindow,
} from "./zone-day";

const at = (text: string) => Date.parse(text);
const iso = (instant: number) => new Date(instant).toISOString();
const daily = (from: string, to: string): SendWindow => ({
  from,
  to,
  days: weekdays,
});
const open = (text: string, zone: string, window: SendWindow | null) =>
  openOn(dayOf(at(text), zone), window, zone).map(
    ({ start, end }) => `${iso(start).slice(5, 16)}–${iso(end).slice(5, 16)}`,
  );

test.each([
  // [an instant of the day, zone, start, hours, weekday]
  ["2026-11-20T12:00Z", "America/New_York", "2026-11-20T05:00", 24, "FRIDAY"],
  ["2026-03-08T12:00Z", "America/New_York", "2026-03-08T05:00", 23, "SUNDAY"],
  ["2026-11-01T12:00Z", "America/New_York", "2026-11-01T04:00", 25, "SUNDAY"],
  ["2026-03-29T12:00Z", "Europe/Berlin", "2026-03-28T23:00", 23, "SUNDAY"],
  ["2026-10-25T12:00Z", "Europe/Berlin", "2026-10-24T22:00", 25, "SUNDAY"],
  ["2026-11-20T20:00Z", "Asia/Kolkata", "2026-11-20T18:30", 24, "SATURDAY"],
  // Half an hour of summer time.
  [
    "2026-04-04T16:00Z",
    "Australia/Lord_Howe",
    "2026-04-04T13:00",
    24.5,
    "SUNDAY",
  ],
  // The clock goes from midnight to one: the day begins at one.
  ["2026-03-29T12:00Z", "Asia/Beirut", "2026-03-28T22:00", 23, "SUNDAY"],
  // It goes back from midnight: the day before has its last hour twice.
  ["2026-10-24T12:00Z", "Asia/Beirut", "2026-10-23T21:00", 25, "SATURDAY"],
  [
    "2026-11-20T11:00Z",
    "Pacific/Kiritimati",
    "2026-11-20T10:00",
    24,
    "SATURDAY",
  ],
  ["1969-12-31T12:00Z", "UTC", "1969-12-31T00:00", 24, "WEDNESDAY"],
] as const)("the day of %s in %s", (instant, zone, start, hours, weekday) => {
  const day = dayOf(at(instant), zone);
  expect(iso(day.start)).toBe(`${start}:00.000Z`);
  expect((day.end - day.start) / 3_600_000).toBe(hours);
  expect(day.weekday).toBe(weekday);
});

test("the first and the last instant belong to the day", () => {
  const zone = "America/New_York";
  const day = dayOf(at("2026-11-01T12:00Z"), zone);
  expect(dayOf(day.start, zone)).toEqual(day);
  expect(dayOf(day.end - 1, zone)).toEqual(day);
  expect(dayOf(day.end, zone)).toEqual(dayAfter(day, 1, zone));
  expect(dayOf(day.start - 1, zone)).toEqual(dayAfter(day, -1, zone));
});

test("a window is open in local time", () => {
  expect(
    open("2026-11-20T12:00Z", "America/New_York", daily("08:00", "16:00")),
  ).toEqual(["11-20T13:00–11-20T21:00"]);
  expect(
    open("2026-11-20T12:00Z", "Asia/Kolkata", daily("08:00", "16:00")),
  ).toEqual(["11-20T02:30–11-20T10:30"]);
  expect(
    open("2026-11-20T12:00Z", "Europe/Berlin", daily("00:00", "24:00")),
  ).toEqual(["11-19T23:00–11-20T23:00"]);
});

test("without a window the whole day is open", () => {
  expect(open("2026-03-08T12:00Z", "America/New_York", null)).toEqual([
    "03-08T05:00–03-09T04:00",
  ]);
});

test("on a day that is off nothing is open", () => {
  const window: SendWindow = { from: "08:00", to: "16:00", days: ["MONDAY"] };
  expect(open("2026-11-20T12:00Z", "America/New_York", window)).toEqual([]);
});

test("an hour that the clock leaves out is never open", () => {
  expect(
    open("2026-03-08T12:00Z", "America/New_York", daily("02:00", "03:00")),
  ).toEqual([]);
  expect(
    open("2026-03-08T12:00Z", "America/New_York", daily("01:30", "03:30")),
  ).toEqual(["03-08T06:30–03-08T07:30"]);
  expect(
    open("2026-03-29T12:00Z", "Europe/Berlin", daily("02:30", "16:00")),
  ).toEqual(["03-29T01:00–03-29T14:00"]);
});

test("an hour that the clock repeats is open twice", () => {
  expect(
    open("2026-11-01T12:00Z", "America/New_York", daily("01:00", "02:00")),
  ).toEqual(["11-01T05:00–11-01T07:00"]);
  expect(
    open("2026-10-25T12:00Z", "Europe/Berlin", daily("02:00", "02:30")),
  ).toEqual(["10-25T00:00–10-25T00:30", "10-25T01:00–10-25T01:30"]);
  expect(
    open("2026-10-25T12:00Z", "Europe/Berlin", daily("08:00", "16:00")),
  ).toEqual(["10-25T07:00–10-25T15:00"]);
});

test("hours of the clock on a day that is changed", () => {
  const zone = "America/New_York";
  const short = dayOf(at("2026-03-08T12:00Z"), zone);
  expect(iso(instantOfHour(short, 0, zone))).toBe("2026-03-08T05:00:00.000Z");
  expect(iso(instantOfHour(short, 2, zone))).toBe("2026-03-08T07:00:00.000Z");
  expect(iso(instantOfHour(short, 6, zone))).toBe("2026-03-08T10:00:00.000Z");
  expect(instantOfHour(short, 24, zone)).toBe(short.end);
  const long = dayOf(at("2026-11-01T12:00Z"), zone);
  expect(iso(instantOfHour(long, 1, zone))).toBe("2026-11-01T05:00:00.000Z");
  expect(iso(instantOfHour(long, 6, zone))).toBe("2026-11-01T11:00:00.000Z");
  expect(instantOfHour(long, 24, zone)).toBe(long.end);
});

test.each([
  ["before it opens", "2026-11-20T12:00Z", "2026-11-20T13:00"],
  ["while it is open", "2026-11-20T15:00Z", "2026-11-20T15:00"],
  ["at its end", "2026-11-20T21:00Z", "2026-11-21T13:00"],
  ["over the change of the clock", "2026-10-31T21:00Z", "2026-11-01T13:00"],
])("the next opening %s", (_, now, opening) => {
  const next = nextOpening(
    at(now),
    daily("08:00", "16:00"),
    "America/New_York",
  );
  expect(iso(next!)).toBe(`${opening}:00.000Z`);
});

test("the next opening of a window that the clock leaves out is a week later", () => {
  const window: SendWindow = { from: "02:00", to: "03:00", days: ["SUNDAY"] };
  const next = nextOpening(at("2026-03-07T12:00Z"), window, "America/New_York");
  expect(iso(next!)).toBe("2026-03-15T06:00:00.000Z");
});

test("a window without days never opens", () => {
  const window: SendWindow = { from: "08:00", to: "16:00", days: [] };
  expect(nextOpening(0, window, "UTC")).toBeNull();
});
