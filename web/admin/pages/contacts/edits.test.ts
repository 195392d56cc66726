import { expect, test } from "vitest";
import { changesOf, draftOf, type Draft } from "./edits";

const before: Draft = draftOf({
  id: "c",
  name: "Ana",
  email: "ana@mail.example",
  phone: null,
  address: "12 Birch Lane",
  stage: "TRIAL",
  clientType: { key: "FULL_ACCESS" },
  location: { id: "l1" } as never,
  trainer: { id: "t1" } as never,
  programs: [{ id: "p1" }, { id: "p2" }] as never,
  groups: [],
});

test("nothing is sent where nothing changed, in whatever order it stands", () => {
  expect(changesOf("c", before, before)).toBeNull();
  const spaced = { ...before, name: " Ana ", programs: ["p2", "p1"] };
  expect(changesOf("c", before, spaced)).toBeNull();
});

test("only what changed is sent", () => {
  const after: Draft = {
    ...before,
    phone: "+12025550123",
    address: "14 Birch Lane",
    stage: "MEMBER",
    clientType: "OFFLINE",
    location: "l2",
    trainer: "t2",
    programs: ["p1"],
    groups: ["g1"],
  };
  expect(changesOf("c", before, after)).toEqual({
    id: "c",
    phone: "+12025550123",
    address: "14 Birch Lane",
    stage: "MEMBER",
    clientType: "OFFLINE",
    location: "l2",
    trainer: "t2",
    programs: ["p1"],
    groups: ["g1"],
  });
});

test("what is emptied is cleared", () => {
  const after = {
    ...before,
    name: "",
    email: "  ",
    address: " ",
    trainer: null,
  };
  expect(changesOf("c", before, after)).toEqual({
    id: "c",
    clear: ["NAME", "EMAIL", "ADDRESS", "TRAINER"],
  });
  expect(changesOf("c", before, { ...before, programs: [] })).toEqual({
    id: "c",
    programs: [],
  });
});
