import { expect, test } from "vitest";
import { paceWords, spanWords } from "./spans";

test.each([
  [0, "0 seconds"],
  [-5_000, "0 seconds"],
  [1_400, "1 second"],
  [50_000, "50 seconds"],
  [59_400, "59 seconds"],
  [59_600, "1 minute"],
  [89_000, "1 minute"],
  [91_000, "2 minutes"],
  [19 * 60_000, "19 minutes"],
  [99 * 60_000, "1 hour 39 minutes"],
  [3_600_000, "1 hour"],
  [3_599_000, "1 hour"],
  [86_400_000, "1 day"],
  [90_000_000, "1 day 1 hour"],
  [86_400_000 + 3 * 60_000, "1 day 3 minutes"],
  [2 * 86_400_000 + 5 * 3_600_000 + 20 * 60_000, "2 days 5 hours"],
])("%i ms are %s", (milliseconds, words) => {
  expect(spanWords(milliseconds)).toBe(words);
});

test.each([
  [0, "as fast as they can be sent"],
  [1, "one a second"],
  [2, "one every 2 seconds"],
  [30, "one every 30 seconds"],
  [60, "one a minute"],
  [90, "one every 1 minute 30 seconds"],
  [300, "one every 5 minutes"],
  [3600, "one an hour"],
])("a pace of %i s is %s", (seconds, words) => {
  expect(paceWords(seconds)).toBe(words);
});
