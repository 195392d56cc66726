import { expect, test } from "vitest";
import {
  extentOf,
  firstOf,
  isChosen,
  nobody,
  toggled,
  withRange,
} from "./selection";

const loaded = ["a", "b", "c", "d"];
const some = (...ids: string[]) => ({ all: false as const, ids: new Set(ids) });

test("a row is chosen and left out again", () => {
  const chosen = toggled(nobody, "b", loaded);
  expect(isChosen(chosen, "b")).toBe(true);
  expect(isChosen(chosen, "a")).toBe(false);
  expect(toggled(chosen, "b", loaded)).toEqual(nobody);
});

test("a range has both ends, in either direction, and keeps what was chosen", () => {
  expect(withRange(some("a"), loaded, 3, 2)).toEqual(some("a", "c", "d"));
  expect(withRange(nobody, loaded, 1, 1)).toEqual(some("b"));
});

test("leaving one out of all keeps those that are loaded", () => {
  expect(toggled({ all: true }, "c", loaded)).toEqual(some("a", "b", "d"));
});

test("how much of the list is chosen", () => {
  expect(extentOf(nobody, loaded)).toBe("none");
  expect(extentOf(some("a"), loaded)).toBe("some");
  expect(extentOf(some(...loaded, "e"), loaded)).toBe("all");
  expect(extentOf({ all: true }, loaded)).toBe("all");
  expect(extentOf(nobody, [])).toBe("none");
});

test("the first so many, or as many as there are", () => {
  expect(firstOf(loaded, 2)).toEqual(some("a", "b"));
  expect(firstOf(loaded, 9)).toEqual(some(...loaded));
});
