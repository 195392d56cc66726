import { expect, test } from "vitest";
import {
  corrected,
  needsAttention,
  nextProblem,
  noChips,
  reduceChips,
  standingOf,
  tally,
  textOf,
  type ChipList,
  type Entry,
} from "./chips";

function entry(index: number, raw: string, more: Partial<Entry> = {}): Entry {
  return {
    __typename: "ContactEntry",
    index,
    raw,
    name: null,
    email: raw,
    phone: null,
    problem: null,
    message: null,
    suggestion: null,
    duplicateOf: null,
    existing: null,
    ...more,
  };
}

const bad: Partial<Entry> = {
  email: null,
  problem: "NO_AT_SIGN",
  message: "An email address needs an @.",
};

const ann = {
  __typename: "Contact" as const,
  id: "c1",
  name: "Ann",
  email: "ann@b.example",
  phone: null,
  status: "PENDING" as const,
  statusLabel: "Invite Sent",
};

function listOf(...texts: string[]): ChipList {
  return reduceChips(noChips, { type: "add", texts });
}

function judged(list: ChipList, ...entries: Entry[]): ChipList {
  return reduceChips(list, {
    type: "judge",
    asked: textOf(list.chips),
    entries,
  });
}

test("each entry gets its judgement and keeps its id", () => {
  const list = judged(
    listOf("a@b.example", "two"),
    entry(0, "a@b.example"),
    entry(1, "two", bad),
  );
  expect(list.chips.map((c) => [c.id, standingOf(c)])).toEqual([
    [1, "good"],
    [2, "bad"],
  ]);
});

test("a judgement of another list is dropped", () => {
  const list = listOf("a@b.example");
  const answered = reduceChips(list, {
    type: "judge",
    asked: "something else",
    entries: [entry(0, "something else", bad)],
  });
  expect(answered).toBe(list);
});

test("where the server finds several entries in one, they become several", () => {
  const list = judged(
    listOf("x@y.example", "two words@b.example", "z@y.example"),
    entry(0, "x@y.example"),
    entry(1, "two", bad),
    entry(2, "words@b.example"),
    entry(3, "z@y.example"),
  );
  expect(list.chips.map((c) => c.text)).toEqual([
    "x@y.example",
    "two",
    "words@b.example",
    "z@y.example",
  ]);
  expect(new Set(list.chips.map((c) => c.id)).size).toBe(4);
  expect(list.chips.map((c) => c.entry?.index)).toEqual([0, 1, 2, 3]);
});

test("what the server finds nothing in goes", () => {
  const list = judged(listOf("''", "a@b.example"), entry(0, "a@b.example"));
  expect(list.chips.map((c) => c.text)).toEqual(["a@b.example"]);
});

test("the same text twice keeps both judgements apart", () => {
  const list = judged(
    listOf("a@b.example", "a@b.example"),
    entry(0, "a@b.example"),
    entry(1, "a@b.example", { duplicateOf: 0 }),
  );
  expect(list.chips.map(standingOf)).toEqual(["good", "repeated"]);
});

test("a phone number with spaces is quoted for the server", () => {
  expect(textOf([{ text: "+1 415 555 0123" }, { text: "a b" }])).toBe(
    '"+1 415 555 0123"\na b',
  );
});

test("who is on file already is told apart", () => {
  const { chips } = judged(
    listOf("ann@b.example"),
    entry(0, "ann@b.example", { existing: ann }),
  );
  expect(chips.map(standingOf)).toEqual(["onFile"]);
});

test("an edited entry is judged anew; one left as it was is not", () => {
  const list = judged(listOf("two"), entry(0, "two", bad));
  const same = reduceChips(list, { type: "edit", id: 1, texts: ["two"] });
  expect(same.chips[0]?.entry).toBeDefined();
  const other = reduceChips(list, {
    type: "edit",
    id: 1,
    texts: ["two@b.example", "three@b.example"],
  });
  expect(other.chips).toEqual([
    { id: 1, text: "two@b.example" },
    { id: 2, text: "three@b.example" },
  ]);
});

test("an entry edited to nothing is gone", () => {
  const list = listOf("two", "three");
  const { chips } = reduceChips(list, { type: "edit", id: 1, texts: [] });
  expect(chips.map((c) => c.text)).toEqual(["three"]);
});

test("removing takes what is named", () => {
  const { chips } = reduceChips(listOf("a", "b", "c"), {
    type: "remove",
    ids: [1, 3],
  });
  expect(chips.map((c) => c.text)).toEqual(["b"]);
});

test("a refusal marks the entry until it is judged again", () => {
  let list = judged(listOf("a@b.example"), entry(0, "a@b.example"));
  list = reduceChips(list, {
    type: "refuse",
    messages: new Map([[0, "The name is too long."]]),
  });
  expect(list.chips.map(standingOf)).toEqual(["bad"]);
  list = judged(list, entry(0, "a@b.example"));
  expect(list.chips.map(standingOf)).toEqual(["good"]);
});

test("a likely typo needs attention and is put right with its name", () => {
  const [chip] = judged(
    listOf("Lee, Ann <ann@gmial.com>"),
    entry(0, "Lee, Ann <ann@gmial.com>", {
      name: "Lee, Ann",
      email: "ann@gmial.com",
      suggestion: "ann@gmail.com",
    }),
  ).chips;
  expect(standingOf(chip!)).toBe("good");
  expect(needsAttention(chip!)).toBe(true);
  expect(corrected(chip!)).toBe('"Lee, Ann" <ann@gmail.com>');
});

test("the tally counts every entry once", () => {
  const { chips } = judged(
    listOf("a@b.example", "two", "ann@b.example", "a@b.example", "x@y.con"),
    entry(0, "a@b.example"),
    entry(1, "two", bad),
    entry(2, "ann@b.example", { existing: ann }),
    entry(3, "a@b.example", { duplicateOf: 0 }),
    entry(4, "x@y.con", { suggestion: "x@y.com" }),
  );
  expect(tally(chips)).toEqual({
    total: 5,
    unjudged: 0,
    good: 2,
    bad: 1,
    doubtful: 1,
    skipped: 2,
  });
});

test("the next problem goes round and round", () => {
  const { chips } = judged(
    listOf("one", "a@b.example", "two"),
    entry(0, "one", bad),
    entry(1, "a@b.example"),
    entry(2, "two", bad),
  );
  expect(nextProblem(chips, undefined)?.id).toBe(1);
  expect(nextProblem(chips, 1)?.id).toBe(3);
  expect(nextProblem(chips, 3)?.id).toBe(1);
  expect(nextProblem(chips.slice(1, 2), undefined)).toBeUndefined();
});

test("a thousand entries are judged at once", () => {
  const texts = Array.from({ length: 1000 }, (_, n) => `p${n}@b.example`);
  const before = performance.now();
  const list = judged(
    listOf(...texts),
    ...texts.map((text, n) => entry(n, text)),
  );
  expect(list.chips.every((chip) => chip.entry)).toBe(true);
  expect(performance.now() - before).toBeLessThan(100);
});
