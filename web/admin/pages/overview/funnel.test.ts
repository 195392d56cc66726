import { expect, test } from "vitest";
import { percentWords, stepsOf } from "./funnel";

const funnel = (
  created: number,
  invited: number,
  sent: number,
  registered: number,
) =>
  stepsOf({ created, invited, sent, registered }).map(
    ({ key, length, share }) => [key, length, share],
  );

test("each step is a share of the one before", () => {
  expect(funnel(40, 20, 10, 4)).toEqual([
    ["created", 1, null],
    ["invited", 0.5, 0.5],
    ["sent", 0.25, 0.5],
    ["registered", 0.1, 0.4],
  ]);
});

test("more than in the step before is no share", () => {
  expect(funnel(5, 20, 20, 0)).toEqual([
    ["created", 0.25, null],
    ["invited", 1, null],
    ["sent", 1, 1],
    ["registered", 0, 0],
  ]);
});

test("nothing has no shares", () => {
  expect(funnel(0, 0, 0, 0)).toEqual([
    ["created", 0, null],
    ["invited", 0, null],
    ["sent", 0, null],
    ["registered", 0, null],
  ]);
});

test.each([
  [0, "0%"],
  [0.001, "< 1%"],
  [0.126, "13%"],
  [0.999, "> 99%"],
  [1, "100%"],
])("%d is %s", (share, words) => {
  expect(percentWords(share, "en")).toBe(words);
});
