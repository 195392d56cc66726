import { expect, test } from "vitest";
import {
  noChoices,
  noDraft,
  paramsOf,
  possible,
  presetBy,
  readDraft,
  type Draft,
} from "./draft";

test("a draft is read as it was kept", () => {
  const draft: Draft = {
    ...noDraft,
    texts: ["a@b.example"],
    typed: "Ann",
    choices: { ...noChoices, stage: "TRIAL", groups: ["g1"] },
    edits: { subject: "Join us" },
    attempt: { input: "{}", key: "k" },
  };
  expect(readDraft(JSON.stringify(draft))).toEqual(draft);
});

test.each([null, "", "null", "{", "[]", '{"texts":[1],"aside":[]}'])(
  "what is no draft counts as none: %j",
  (kept) => {
    expect(readDraft(kept)).toEqual(noDraft);
  },
);

test("a draft of an older form gets the choices it lacks", () => {
  const kept = JSON.stringify({ texts: [], aside: [], choices: {} });
  expect(readDraft(kept).choices).toEqual(noChoices);
});

test("what does not exist any more is not chosen", () => {
  const choices = {
    ...noChoices,
    program: "p1",
    groups: ["g1", "g2"],
    location: "l1",
    trainer: "t1",
  };
  const there = {
    programs: [{ id: "p2" }],
    groups: [{ id: "g2" }],
    locations: [{ id: "l1" }],
    staff: [],
  };
  expect(possible(choices, there)).toEqual({
    ...noChoices,
    groups: ["g2"],
    location: "l1",
  });
});

test("an address presets choices and ignores what it cannot mean", () => {
  const params = new URLSearchParams("stage=TRIAL&type=NONE&program=p1");
  expect(presetBy(params)).toEqual({ stage: "TRIAL", program: "p1" });
});

test("choices go into the address and come back", () => {
  const choices = {
    ...noChoices,
    stage: "PROSPECT" as const,
    clientType: "OFFLINE" as const,
    program: "p1",
    location: "l1",
  };
  const params = new URLSearchParams(paramsOf(choices));
  expect({ ...noChoices, ...presetBy(params) }).toEqual(choices);
  expect(paramsOf(noChoices)).toEqual({});
});
