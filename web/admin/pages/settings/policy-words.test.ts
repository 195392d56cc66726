import { expect, test } from "vitest";
import { daysWords, paceSentence, sourceWords, wordsOf } from "./policy-words";

test("a pace in words", () => {
  const cases: [number, string][] = [
    [0, "As fast as they can be sent"],
    [1, "One a second"],
    [2, "One every 2 seconds"],
    [60, "One a minute"],
    [90, "One every 1 minute 30 seconds"],
    [3600, "One an hour"],
    [NaN, ""],
  ];
  for (const [seconds, words] of cases)
    expect(paceSentence(seconds)).toBe(words);
});

test("days in words", () => {
  expect(daysWords([])).toBe("on no day");
  expect(
    daysWords(["FRIDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY"]),
  ).toBe("Monday to Friday");
  expect(daysWords(["SUNDAY", "SATURDAY"])).toBe("Saturday, Sunday");
  expect(daysWords(["MONDAY", "WEDNESDAY"])).toBe("Monday, Wednesday");
});

test("values in words", () => {
  expect(wordsOf("ttlDays", 1)).toBe("1 day");
  expect(wordsOf("passTtlDays", "")).toBe("Without end");
  expect(wordsOf("reminderDaysBefore", 0)).toBe("None");
  expect(wordsOf("sendWindow", null)).toBe("At any time");
  expect(wordsOf("maxPassesPerRun", 2)).toBe("2 passes");
});

test("sources in words", () => {
  expect(sourceWords("ORGANIZATION", "GYM", true)).toBe(
    "From the organization",
  );
  expect(sourceWords("DEFAULT", "COACH", false)).toBe("Default for a coach");
});
