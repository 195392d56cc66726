import { expect, test } from "vitest";
import { readColumns } from "./optional-columns";

test("columns come back in their own order", () => {
  expect(readColumns('["joined","household"]')).toEqual([
    "household",
    "joined",
  ]);
});

test("what is no choice is none", () => {
  for (const text of [null, "", "{", "7", '{"household":1}', '["age"]']) {
    expect(readColumns(text), String(text)).toEqual([]);
  }
});
