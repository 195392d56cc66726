import { expect, test } from "vitest";
import { choiceOf, withChoice } from "./report-choice";

const locations = [{ id: "downtown" }, { id: "riverside" }];
const read = (text: string) => choiceOf(new URLSearchParams(text), locations);
const write = (text: string, choice: Parameters<typeof withChoice>[1]) =>
  String(withChoice(new URLSearchParams(text), choice));

test("a choice is read from the address", () => {
  expect(read("days=90&location=riverside&view=table")).toEqual({
    days: 90,
    location: "riverside",
    asTable: true,
  });
});

test.each([
  "",
  "days=8&location=elsewhere&view=x",
  "days=&location=",
  "days=-7",
])("%j is as usual", (text) => {
  expect(read(text)).toEqual({ days: 30, location: null, asTable: false });
});

test("a choice written is the choice read", () => {
  for (const days of [7, 30, 90])
    for (const location of [null, "downtown"])
      for (const asTable of [true, false]) {
        const choice = { days, location, asTable };
        expect(read(write("", choice))).toEqual(choice);
      }
});

test("the usual choice leaves the address as it was", () => {
  expect(
    write("problems=all&days=7", {
      days: 30,
      location: null,
      asTable: false,
    }),
  ).toBe("problems=all");
});
