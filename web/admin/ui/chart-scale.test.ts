import { expect, test } from "vitest";
import { dateName, namedDays, stackOf, ticksUpTo } from "./chart-scale";

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [5, [0, 1, 2, 3, 4, 5]],
  [6, [0, 2, 4, 6]],
  [10, [0, 2, 4, 6, 8, 10]],
  [11, [0, 5, 10, 15]],
  [26, [0, 10, 20, 30]],
  [101, [0, 50, 100, 150]],
  [1_000_000, [0, 200_000, 400_000, 600_000, 800_000, 1_000_000]],
])("the axis up to %i", (max, ticks) => {
  expect(ticksUpTo(max)).toEqual(ticks);
});

test("an axis reaches its largest value, with at most six ticks", () => {
  for (let max = 0; max < 3_000; max++) {
    const ticks = ticksUpTo(max);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(max);
    expect(ticks.length).toBeLessThanOrEqual(6);
  }
});

test("pieces stand on each other", () => {
  expect(stackOf([2, 0, 3])).toEqual([
    { from: 0, to: 2 },
    { from: 2, to: 2 },
    { from: 2, to: 5 },
  ]);
});

test("today is named, and what fits before it", () => {
  expect(namedDays(7, 700)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(namedDays(30, 560)).toEqual([2, 5, 8, 11, 14, 17, 20, 23, 26, 29]);
  expect(namedDays(30, 280)).toEqual([1, 8, 15, 22, 29]);
  expect(namedDays(90, 280)).toEqual([29, 59, 89]);
  expect(namedDays(90, 20)).toEqual([89]);
  expect(namedDays(0, 700)).toEqual([]);
});

test("named days never crowd", () => {
  for (const days of [1, 7, 30, 90])
    for (let width = 60; width < 1200; width += 7) {
      const named = namedDays(days, width);
      expect(named.at(-1)).toBe(days - 1);
      expect(named.length * 56).toBeLessThanOrEqual(Math.max(width, 56));
    }
});

test("a date keeps its day wherever one is", () => {
  expect(dateName("2026-11-01", "short", "en-GB")).toBe("1 Nov");
  expect(dateName("2026-03-08", "long", "en-GB")).toMatch(/^Sunday,? 8 Mar$/);
});
