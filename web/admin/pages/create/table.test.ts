import { expect, test } from "vitest";
import { addressesOf, parseTable, splitAt } from "./table";

const people = (text: string) =>
  parseTable(text).rows.map(({ name, email, phone, address }) => [
    name,
    email,
    phone,
    address,
  ]);

test("a spreadsheet with a header, in any order and by other words", () => {
  const line = "ana@mail.example\tAna\tPark\t12 Birch Lane\t4B\tquiet";
  const text = `E-Mail\tFirst name\tLast name\tStreet\tUnit\tNotes\n${line}\n`;
  const table = parseTable(text);
  expect(table.hasHeader).toBe(true);
  expect(table.unused).toEqual(["Notes"]);
  const [{ start, end, ...row } = { start: 0, end: 0 }] = table.rows;
  expect(text.slice(start, end)).toBe(line);
  expect(row).toEqual({
    line: 2,
    name: "Ana Park",
    email: "ana@mail.example",
    phone: "",
    address: "12 Birch Lane, 4B",
  });
});

test("without a header: name, email, phone, address, and its commas", () => {
  expect(
    people("Ana Park, ana@mail.example, +1 202 555 0123, 12 Birch Lane, 4B"),
  ).toEqual([
    ["Ana Park", "ana@mail.example", "+1 202 555 0123", "12 Birch Lane, 4B"],
  ]);
  expect(people("Ana;ana@mail.example;;Birkenweg 12, Haus 3")).toEqual([
    ["Ana", "ana@mail.example", "", "Birkenweg 12, Haus 3"],
  ]);
});

test("quotes hold separators, quotes and line breaks together", () => {
  const table = parseTable(
    'name,email,address\n"Park, Ana",ana@mail.example,"12 Birch Lane\nUnit ""B"""\nBo,bo@mail.example,',
  );
  expect(
    table.rows.map(({ line, name, address }) => [line, name, address]),
  ).toEqual([
    [2, "Park, Ana", '12 Birch Lane, Unit "B"'],
    [4, "Bo", ""],
  ]);
});

test("a quote that closes nothing is what was typed", () => {
  expect(people('Ana "Annie" Park,ana@mail.example,,5" Pipe Road')).toEqual([
    ['Ana "Annie" Park', "ana@mail.example", "", '5" Pipe Road'],
  ]);
  expect(people('"Ana,ana@mail.example')).toEqual([
    ['"Ana', "ana@mail.example", "", ""],
  ]);
});

test("bad rows keep their line and everything on it", () => {
  const { rows } = parseTable(
    [
      "name,email,phone,address",
      "Ana,ana@mail.example,,12 Birch Lane",
      "",
      "Bo,,,14 Birch Lane",
      "Cy,cy at mail,,",
      "Di,,call me,",
      `${"x".repeat(101)},di@mail.example,,`,
    ].join("\n"),
  );
  expect(rows.map(({ line, problem }) => [line, problem])).toEqual([
    [2, undefined],
    [4, "An email or a phone number is missing."],
    [5, "“cy at mail” is no email address."],
    [6, "“call me” is no phone number."],
    [7, "The name may have at most 100 characters."],
  ]);
});

test("more cells than the header has columns are no silent loss", () => {
  const [row] = parseTable(
    "address,email\n12 Birch Lane, 4B,ana@mail.example",
  ).rows;
  expect(row?.problem).toMatch(/more on this line than columns/);
});

test("what is beyond the limit goes aside with the header", () => {
  const text = "name\temail\na\ta@x.example\nb\tb@x.example\nc\tc@x.example\n";
  const { kept, aside } = splitAt(text, parseTable(text), 2);
  expect(kept).toBe("name\temail\na\ta@x.example\nb\tb@x.example");
  expect(people(aside)).toEqual([["c", "c@x.example", "", ""]]);
  expect(splitAt(text, parseTable(text), 3).aside).toBe("");
  const bare = "a,a@x.example\nb,b@x.example";
  expect(splitAt(bare, parseTable(bare), 1)).toEqual({
    kept: "a,a@x.example",
    aside: "b,b@x.example",
  });
});

test("a header that stands again is no row", () => {
  const text =
    "name,email\na,a@x.example\nName,Email\nname,email\nb,b@x.example";
  expect(parseTable(text).rows.map(({ line }) => line)).toEqual([2, 3, 5]);
});

test("addresses are counted as they are written, but for capitals", () => {
  const { rows } = parseTable(
    "a,a@x.example,,12 Birch Lane\nb,b@x.example,,12 birch  lane\nc,c@x.example,,12 Birch Ln\nd,d@x.example",
  );
  expect(addressesOf(rows)).toEqual({ rows: 3, different: 2 });
});

test("a line with an address in it is no header, whatever the name", () => {
  expect(people("Street,street@mail.example")).toEqual([
    ["Street", "street@mail.example", "", ""],
  ]);
});

test("an empty text is a table of nobody", () => {
  expect(parseTable(" \n\n").rows).toEqual([]);
  expect(parseTable("Name,Email").rows).toEqual([]);
});
