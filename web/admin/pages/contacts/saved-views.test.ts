import { expect, test } from "vitest";
import { everybody } from "./address";
import { maxViews, readViews, writeViews } from "./saved-views";

const view = (n: number) => ({
  id: `v${n}`,
  name: `View ${n}`,
  filter: { ...everybody, search: `word ${n}` },
});

test("views are read as they were written", () => {
  const views = [view(1), view(2)];
  expect(readViews(writeViews(views))).toEqual(views);
});

test("what is no view is left out", () => {
  for (const text of [null, "", "{", "7", '{"id":"a"}', "[null,1,{}]"]) {
    expect(readViews(text)).toEqual([]);
  }
  const entries = [
    { id: "a", name: " ", address: "q=x" },
    { id: "b", name: "All of them", address: "" },
    { id: 3, name: "c", address: "q=x" },
  ];
  expect(readViews(JSON.stringify(entries))).toEqual([]);
});

test("no more views than are kept, no longer names than are shown", () => {
  const many = Array.from({ length: 30 }, (_, n) => view(n));
  expect(readViews(writeViews(many))).toHaveLength(maxViews);
  const long = { ...view(1), name: "x".repeat(300) };
  expect(readViews(writeViews([long]))[0]!.name).toHaveLength(40);
});
