import { expect, test } from "vitest";
import { attemptFor } from "./attempt";

test("the same input keeps its key", () => {
  const first = attemptFor(undefined, { text: "a@b.example" });
  expect(attemptFor(first, { text: "a@b.example" })).toBe(first);
});

test("another input gets another key", () => {
  const first = attemptFor(undefined, { text: "a@b.example" });
  const second = attemptFor(first, { text: "c@d.example" });
  expect(second.key).not.toBe(first.key);
  expect(attemptFor(second, { text: "a@b.example" }).key).not.toBe(first.key);
});
