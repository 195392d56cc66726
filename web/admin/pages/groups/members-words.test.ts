import { expect, test } from "vitest";
import { addedWords, removedWords } from "./members-words";

test.each([
  [3, 3, "3 contacts came into Elm Street."],
  [1, 1, "1 contact came into Elm Street."],
  [3, 2, "2 contacts came into Elm Street. 1 was in it already."],
  [5, 2, "2 contacts came into Elm Street. 3 were in it already."],
  [3, 0, "All 3 are in Elm Street already."],
  [1, 0, "It is in Elm Street already."],
])("%i asked, %i added", (asked, added, words) => {
  expect(addedWords(asked, added, "Elm Street")).toBe(words);
});

test.each([
  [3, 3, "3 contacts left Elm Street."],
  [4, 1, "1 contact left Elm Street. 3 were not in it."],
  [2, 1, "1 contact left Elm Street. 1 was not in it."],
  [3, 0, "None of the 3 is in Elm Street."],
  [1, 0, "It is not in Elm Street."],
])("%i asked, %i removed", (asked, removed, words) => {
  expect(removedWords(asked, removed, "Elm Street")).toBe(words);
});
