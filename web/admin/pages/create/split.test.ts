import { expect, test } from "vitest";
import { splitPaste, takeTyped } from "./split";

test.each([
  ["a@b.example, c@d.example;e@f.example", 3],
  ["a@b.example\nc@d.example\r\n\r\ne@f.example\t", 3],
  ["a@b.example c@d.example", 2],
  ["，a@b.example、c@d.example", 2],
  ["  ,;\n ", 0],
  ['""', 0],
])("separators separate: %j", (text, count) => {
  expect(splitPaste(text)).toHaveLength(count);
});

test("a space always separates outside quotes and brackets", () => {
  expect(splitPaste("two words@example.com")).toEqual([
    "two",
    "words@example.com",
  ]);
});

test.each([
  "Ann Lee <ann@b.example>",
  '"Lee, Ann" <ann@b.example>',
  "“Lee, Ann” <ann@b.example>",
  '"Ann \\"Annie\\" Lee" <ann@b.example>',
  "<ann@b.example>",
])("a name stays with its address: %s", (text) => {
  expect(splitPaste(text)).toEqual([text]);
  expect(splitPaste(`x@y.example, ${text}\nz@y.example`)).toEqual([
    "x@y.example",
    text,
    "z@y.example",
  ]);
});

test("an address before a name is an entry of its own", () => {
  expect(splitPaste("a@b.example Ann Lee <c@d.example>")).toEqual([
    "a@b.example",
    "Ann Lee <c@d.example>",
  ]);
});

test("a quote without its end separates nothing and swallows nothing", () => {
  expect(splitPaste('"Ann a@b.example\nc@d.example')).toEqual([
    '"Ann',
    "a@b.example",
    "c@d.example",
  ]);
});

test("a quoted list of addresses is a list", () => {
  expect(splitPaste('"a@b.example,c@d.example"')).toHaveLength(2);
});

test.each([
  "+14155550123",
  "+1 415 555 0123",
  "+49 30 1234567",
  "(415) 555-0123",
  "+1 (415) 555-0123",
])("a phone number stays together: %s", (text) => {
  expect(splitPaste(text)).toEqual([text]);
  expect(splitPaste(`${text} ${text}`)).toEqual([text, text]);
  expect(splitPaste(`${text}\na@b.example`)).toEqual([text, "a@b.example"]);
});

test("numbers beside each other stay apart", () => {
  expect(splitPaste("+14155550123 4155550124")).toEqual([
    "+14155550123",
    "4155550124",
  ]);
  expect(splitPaste("4155550123 4155550124")).toHaveLength(2);
});

test("a thousand entries take no time worth mentioning", () => {
  const text = Array.from({ length: 1000 }, (_, n) => `p${n}@b.example`);
  const before = performance.now();
  expect(splitPaste(text.join("\n"))).toEqual(text);
  expect(performance.now() - before).toBeLessThan(200);
});

test.each([
  ["ann", [], "ann"],
  ["Ann Lee ", [], "Ann Lee "],
  ["ann@b.example", [], "ann@b.example"],
  ["ann@b.example ", ["ann@b.example"], ""],
  ["ann@b.example,", ["ann@b.example"], ""],
  ["ann, bo", ["ann"], "bo"],
  ["Ann <ann@b", [], "Ann <ann@b"],
  ["Ann Lee <ann@b.example> ", ["Ann Lee <ann@b.example>"], ""],
  ['"Lee, Ann', [], '"Lee, Ann'],
  ["+1 415 ", [], "+1 415 "],
  ["4155550123 ", ["4155550123"], ""],
])("while typing %j", (typed, entries, rest) => {
  expect(takeTyped(typed)).toEqual({ entries, rest });
});
