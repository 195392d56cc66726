import { expect, test } from "vitest";
import {
  dateAfter,
  dateIn,
  daysUntil,
  inputOf,
  problemsOf,
  type Draft,
} from "./generate";

const today = "2027-03-10";
const draft: Draft = {
  count: "12",
  location: "place",
  groups: [],
  note: "",
  life: "policy",
  days: "30",
  until: "",
};

test("what is as usual is left to the server", () => {
  expect(inputOf(draft, today)).toEqual({ count: 12, location: "place" });
  expect(
    inputOf({ ...draft, note: "  Lobby  ", groups: ["a"] }, today),
  ).toEqual({ count: 12, location: "place", note: "Lobby", groups: ["a"] });
});

test("a life in days, and up to a date", () => {
  expect(inputOf({ ...draft, life: "days" }, today).ttlDays).toBe(30);
  const until = { ...draft, life: "until", until: "2027-04-09" } as const;
  expect(inputOf(until, today).ttlDays).toBe(30);
});

test.each([
  ["", 100],
  ["0", 100],
  ["101", 100],
  ["21", 20],
  ["1.5", 100],
  ["many", 100],
])("%j passes are refused where %i are the most", (count, most) => {
  const { count: problem } = problemsOf({ ...draft, count }, most, today);
  expect(problem).toContain(`1 to ${most}`);
});

test("the limit itself is fine", () => {
  expect(problemsOf({ ...draft, count: "100" }, 100, today)).toEqual({});
});

test.each(["", "0", "3651", "-1"])("%j days are refused", (days) => {
  const asked: Draft = { ...draft, life: "days", days };
  expect(problemsOf(asked, 100, today)).toHaveProperty("days");
});

test.each(["", "2027-03-10", "2027-03-09", "2037-04-10", "soon"])(
  "the date %j is refused",
  (until) => {
    const asked: Draft = { ...draft, life: "until", until };
    expect(problemsOf(asked, 100, today)).toHaveProperty("until");
  },
);

test("what is not chosen is not judged", () => {
  expect(problemsOf({ ...draft, days: "", until: "soon" }, 9, today)).toEqual({
    count: expect.any(String),
  });
});

test("dates follow the location's calendar", () => {
  const at = Date.parse("2027-03-10T23:30:00Z");
  expect(dateIn("Europe/Berlin", at)).toBe("2027-03-11");
  expect(dateIn("America/New_York", at)).toBe("2027-03-10");
  expect(dateAfter("2027-02-27", 2)).toBe("2027-03-01");
  // Clocks are set forward in between.
  expect(daysUntil("2027-04-01", "2027-03-27")).toBe(5);
});
