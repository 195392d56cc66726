import { expect, test } from "vitest";
import { householdsWords, membersWords } from "./words";

test("how many of a household have joined", () => {
  const counts = { memberCount: 4, invitedCount: 1, registeredCount: 2 };
  expect(membersWords(counts)).toEqual({
    main: "2 of 4 registered",
    more: "1 invited",
  });
  expect(
    membersWords({ memberCount: 1, invitedCount: 0, registeredCount: 0 }),
  ).toEqual({ main: "1 person", more: "" });
});

test("households are counted", () => {
  expect([householdsWords(1), householdsWords(0)]).toEqual([
    "1 household",
    "0 households",
  ]);
});
