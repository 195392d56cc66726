import { expect, test } from "vitest";
import { readSitting, withInvited, type Invited } from "./sitting";

const one = (contact: string): Invited => ({
  contact,
  batch: `b-${contact}`,
  note: null,
});

test("the newest stands first, each once", () => {
  let list = withInvited([], one("a"));
  list = withInvited(list, one("b"));
  list = withInvited(list, one("a"));
  expect(list.map(({ contact }) => contact)).toEqual(["a", "b"]);
});

test("fifty are remembered", () => {
  let list: Invited[] = [];
  for (let n = 0; n < 60; n++) list = withInvited(list, one(String(n)));
  expect(list).toHaveLength(50);
  expect(list[0]?.contact).toBe("59");
});

test("what was kept is read again, and nothing else", () => {
  const list = [one("a"), { contact: "b", batch: null, note: "No address." }];
  expect(readSitting(JSON.stringify(list))).toEqual(list);
  expect(readSitting('[{"contact":1},null,{"contact":"c"}]')).toEqual([]);
  expect(readSitting("{}")).toEqual([]);
  expect(readSitting("{")).toEqual([]);
  expect(readSitting(null)).toEqual([]);
});
