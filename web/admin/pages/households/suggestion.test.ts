import { expect, test } from "vitest";
import { proposalOf } from "./suggestion";

const contacts = [{ id: "a" }, { id: "b" }];
const all = new Set(["a", "b"]);
const household = (id: string, registered: number, ...members: string[]) => ({
  id,
  name: id.toUpperCase(),
  memberCount: members.length,
  registeredCount: registered,
  members: members.map((id) => ({ contact: { id } })),
});

test("people alone become a household", () => {
  expect(proposalOf({ contacts, households: [] }, all)).toEqual({
    kind: "make",
    members: ["a", "b"],
  });
  expect(proposalOf({ contacts, households: [] }, new Set(["b"]))).toEqual({
    kind: "make",
    members: ["b"],
  });
});

test("people beside a household come into it", () => {
  const one = household("x", 0, "c");
  expect(proposalOf({ contacts, households: [one] }, all)).toMatchObject({
    kind: "add",
    into: { id: "x" },
    members: ["a", "b"],
  });
});

test("of several, the one where most have joined stays", () => {
  const households = [
    household("big", 0, "c", "d", "e"),
    household("joined", 1, "f"),
  ];
  expect(proposalOf({ contacts, households }, all)).toMatchObject({
    kind: "join",
    into: { id: "joined" },
    members: ["c", "d", "e", "a", "b"],
  });
});

test("whoever has no contact yet is not moved", () => {
  const added = { ...household("y", 0), members: [{ contact: null }] };
  const households = [household("x", 1, "c"), added];
  expect(proposalOf({ contacts: [], households }, new Set())).toBeUndefined();
});

test("nobody chosen, nothing to do", () => {
  expect(proposalOf({ contacts, households: [] }, new Set())).toBeUndefined();
});
