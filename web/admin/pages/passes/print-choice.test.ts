import { expect, test } from "vitest";
import { readChoice, usualFor } from "./print-choice";

test("the paper of the region", () => {
  expect(usualFor("en-US").paper).toBe("LETTER");
  expect(usualFor("en-GB").paper).toBe("A4");
  expect(usualFor("de").paper).toBe("A4");
});

test("what was kept comes back; anything else is the usual", () => {
  const usual = usualFor("de");
  const kept = { paper: "LETTER", perPage: 4 };
  expect(readChoice(JSON.stringify(kept), usual)).toEqual(kept);
  for (const text of [
    null,
    "",
    "[]",
    '{"paper":"A3","perPage":4}',
    '{"paper":"A4","perPage":3}',
  ])
    expect(readChoice(text, usual)).toEqual(usual);
});
