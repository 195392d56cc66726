import { expect, test } from "vitest";
import { clockOf, placeOf, timeZones } from "./zones";

test("what a zone's clocks show", () => {
  const now = new Date("2026-11-20T19:05:00Z");
  expect(clockOf("America/New_York", now)).toBe("14:05, UTC−5");
  expect(clockOf("UTC", now)).toBe("19:05, UTC");
  expect(clockOf("Mars/Olympus", now)).toBe("");
});

test("a zone as people say it", () => {
  expect(placeOf("America/New_York")).toBe("New York, America");
  expect(placeOf("America/Argentina/Buenos_Aires")).toBe(
    "Buenos Aires, Argentina, America",
  );
  expect(placeOf("UTC")).toBe("UTC");
});

test("every zone is there, UTC too", () => {
  expect(timeZones()).toEqual(expect.arrayContaining(["UTC", "Europe/Berlin"]));
});
