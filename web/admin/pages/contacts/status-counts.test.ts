import { expect, test } from "vitest";
import { everybody } from "./address";
import { totalOf, type StatusCounts } from "./status-counts";

const counts = [
  ["NOT_INVITED", 60_000, true],
  ["QUEUED", 5, true],
  ["EXPIRED", 10_000, false],
].map(([status, value, exact]) => ({
  status,
  label: "",
  count: { value, exact },
})) as StatusCounts;

test("what only statuses narrow is counted by status", () => {
  expect(totalOf(counts, everybody)).toEqual({ value: 70_005, exact: false });
  expect(
    totalOf(counts, { ...everybody, statuses: ["QUEUED", "NOT_INVITED"] }),
  ).toEqual({ value: 60_005, exact: true });
});

test("of anything else they tell nothing", () => {
  expect(totalOf(undefined, everybody)).toBeUndefined();
  expect(totalOf(counts, { ...everybody, search: "a" })).toBeUndefined();
  expect(
    totalOf(counts, { ...everybody, statuses: ["QUEUED"], stages: ["TRIAL"] }),
  ).toBeUndefined();
});
