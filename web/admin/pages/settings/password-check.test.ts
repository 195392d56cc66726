import { expect, test } from "vitest";
import { partsOf } from "./password-check";

const rule = {
  minLength: 6,
  upper: true,
  lower: true,
  digit: true,
  symbol: true,
};
const unmet = (password: string) =>
  partsOf(rule, password)
    .filter((part) => !part.met)
    .map((part) => part.words);

test("each part is met by itself", () => {
  expect(unmet("")).toHaveLength(5);
  expect(unmet("Tall7-Otter")).toEqual([]);
  expect(unmet("tall7-otter")).toEqual(["An upper-case letter"]);
  expect(unmet("TALL7-OTTER")).toEqual(["A lower-case letter"]);
  expect(unmet("Tall-Otter")).toEqual(["A digit"]);
  expect(unmet("Tall7Otter")).toEqual([
    "A character that is neither a letter nor a digit",
  ]);
  expect(unmet("kR7!v")).toEqual(["At least 6 characters"]);
});

test("other scripts count; a space is a symbol; characters are not bytes", () => {
  expect(unmet("Пароли 9вверх")).toEqual([]);
  expect(unmet("aA1-😀")).toEqual(["At least 6 characters"]);
});

test("what the rule does not ask for is not told", () => {
  expect(partsOf({ ...rule, symbol: false }, "")).toHaveLength(4);
});
