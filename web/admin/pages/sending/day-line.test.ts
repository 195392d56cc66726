import { expect, test } from "vitest";
import { dayLine, type Lane } from "./day-line";
import { weekdays } from "./zone-day";

const lane = (changes: Partial<Lane> = {}): Lane => ({
  zone: "America/New_York",
  window: { from: "08:00", to: "16:00", days: weekdays },
  waiting: 0,
  nextSendAt: null,
  expectedFinishAt: null,
  ...changes,
});
const at = (text: string) => Date.parse(text);

test("a plain day", () => {
  const line = dayLine(lane(), at("2026-11-20T17:00Z"));
  expect(line.hours).toBe(24);
  expect(line.now).toBe(0.5);
  expect(line.open).toEqual([{ from: 8 / 24, to: 16 / 24 }]);
  expect(line.taken).toEqual([]);
  expect(line.ticks.map((tick) => tick.at * 24)).toEqual([
    0, 3, 6, 9, 12, 15, 18, 21, 24,
  ]);
});

test("a day of 23 hours: two o'clock is left out", () => {
  const line = dayLine(lane(), at("2026-03-08T12:00Z"));
  expect(line.hours).toBe(23);
  expect(line.open).toEqual([{ from: 7 / 23, to: 15 / 23 }]);
  expect(line.ticks.map((tick) => tick.at * 23)).toEqual([
    0, 2, 5, 8, 11, 14, 17, 20, 23,
  ]);
});

test("a day of 25 hours", () => {
  const line = dayLine(
    lane({ zone: "Europe/Berlin" }),
    at("2026-10-25T12:00Z"),
  );
  expect(line.hours).toBe(25);
  expect(line.open).toEqual([{ from: 9 / 25, to: 17 / 25 }]);
  expect(line.now).toBe(14 / 25);
});

test("half an hour beside UTC", () => {
  const line = dayLine(lane({ zone: "Asia/Kolkata" }), at("2026-11-20T06:30Z"));
  expect(line.now).toBe(0.5);
  expect(line.open).toEqual([{ from: 8 / 24, to: 16 / 24 }]);
});

test("any time", () => {
  const line = dayLine(lane({ window: null }), at("2026-11-01T12:00Z"));
  expect(line.open).toEqual([{ from: 0, to: 1 }]);
  expect(line.hours).toBe(25);
});

test("what those waiting take ends with the day's window", () => {
  const waiting = (next: string, finish: string) =>
    dayLine(
      lane({ waiting: 60, nextSendAt: next, expectedFinishAt: finish }),
      at("2026-11-20T12:00Z"),
    ).taken;
  expect(waiting("2026-11-20T13:00Z", "2026-11-20T14:00Z")).toEqual([
    { from: 8 / 24, to: 9 / 24 },
  ]);
  expect(waiting("2026-11-20T20:00Z", "2026-11-21T14:00Z")).toEqual([
    { from: 15 / 24, to: 16 / 24 },
  ]);
  expect(waiting("2026-11-21T13:00Z", "2026-11-21T14:00Z")).toEqual([]);
});
