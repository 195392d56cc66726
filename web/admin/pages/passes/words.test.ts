import { expect, test } from "vitest";
import { partsOf, passesWords, sheetsOf, stateOf } from "./words";

test("the parts of a run are its numbers", () => {
  const run = { total: 12, available: 6, redeemed: 3, revoked: 2, expired: 1 };
  const parts = partsOf(run);
  expect(parts.map(({ label, count }) => [label, count])).toEqual([
    ["redeemed", 3],
    ["available", 6],
    ["expired", 1],
    ["revoked", 2],
  ]);
  expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(run.total);
});

test("an address asks for one state, or for all", () => {
  expect(stateOf("redeemed")).toBe("REDEEMED");
  expect(stateOf("REDEEMED")).toBeUndefined();
  expect(stateOf(null)).toBeUndefined();
});

test("passes and their sheets", () => {
  expect(passesWords(1)).toBe("1 pass");
  expect(passesWords(12)).toBe("12 passes");
  expect([sheetsOf(8, 8), sheetsOf(9, 8), sheetsOf(3, 1)]).toEqual([1, 2, 3]);
});
