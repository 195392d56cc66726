import { expect, test } from "vitest";
import {
  choiceOf,
  dateIn,
  daysOf,
  missing,
  paramsOf,
  periodInput,
  type PeriodChoice,
} from "./period";

test.each<[PeriodChoice, string, string, string]>([
  [{ kind: "this" }, "2026-11-20", "2026-11-01", "2026-11-20"],
  [{ kind: "this" }, "2026-11-01", "2026-11-01", "2026-11-01"],
  [{ kind: "last" }, "2026-11-20", "2026-10-01", "2026-10-31"],
  [{ kind: "last" }, "2026-03-31", "2026-02-01", "2026-02-28"],
  [{ kind: "last" }, "2028-03-01", "2028-02-01", "2028-02-29"],
  [{ kind: "last" }, "2027-01-01", "2026-12-01", "2026-12-31"],
])("the days of %j on %s", (choice, today, from, to) => {
  expect(daysOf(choice, today)).toEqual({ from, to });
});

test("a choice survives its address", () => {
  for (const choice of [
    { kind: "this" },
    { kind: "last" },
    { kind: "own", from: "2026-01-01", to: "2026-06-30" },
    { kind: "own", from: "", to: "2026-06-30" },
  ] as PeriodChoice[]) {
    expect(choiceOf(new URLSearchParams(paramsOf(choice)))).toEqual(choice);
  }
  expect(choiceOf(new URLSearchParams("period=next"))).toEqual({
    kind: "this",
  });
});

test("this month is the server's; what one chose oneself goes as it is", () => {
  expect(periodInput({ kind: "this" }, "2026-11-20")).toBeNull();
  expect(periodInput({ kind: "last" }, "2026-11-20")).toEqual({
    from: "2026-10-01",
    to: "2026-10-31",
  });
  expect(
    periodInput({ kind: "own", from: "soon", to: "2026-02-30" }, "2026-11-20"),
  ).toEqual({ from: "soon", to: "2026-02-30" });
});

test("a day that is missing is said beside its field", () => {
  expect(missing({ from: "", to: "2026-02-01" })).toEqual({
    from: "Choose the first day.",
  });
  expect(Object.keys(missing({ from: "", to: "" }))).toEqual(["from", "to"]);
  expect(missing({ from: "2026-02-01", to: "2026-02-01" })).toEqual({});
});

test("the same instant is another day elsewhere", () => {
  const at = Date.parse("2026-11-01T02:30:00Z");
  expect(dateIn("America/New_York", at)).toBe("2026-10-31");
  expect(dateIn("Europe/Berlin", at)).toBe("2026-11-01");
});
