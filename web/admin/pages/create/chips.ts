// The list of entries, and what the server says of each.

import type { CreateValidateQuery } from "../../gql/graphql";

/** An entry as the server judged it. */
export type Entry = CreateValidateQuery["validateContacts"]["entries"][number];

/** One entry of the list. */
export interface Chip {
  /** Stays the same while the entry is edited. */
  id: number;
  /** What was pasted or typed. */
  text: string;
  /** The server's judgement of just this text; undefined until it is there. */
  entry?: Entry;
  /** Why creating refused it, where that was not known before. */
  refusal?: string;
}

/** Where an entry stands. */
export type Standing = "unjudged" | "good" | "bad" | "repeated" | "onFile";

/** The list, and the number that its next entry gets. */
export interface ChipList {
  chips: Chip[];
  nextId: number;
}

export const noChips: ChipList = { chips: [], nextId: 1 };

export type ChipAction =
  | { type: "add"; texts: string[] }
  | { type: "edit"; id: number; texts: string[] }
  | { type: "remove"; ids: number[] }
  | { type: "judge"; asked: string; entries: Entry[] }
  | { type: "refuse"; messages: Map<number, string> }
  | { type: "replace"; chips: Chip[] };

/** Changes the list. */
export function reduceChips(list: ChipList, action: ChipAction): ChipList {
  switch (action.type) {
    case "add":
      return append(list, action.texts);
    case "edit":
      return change(list, action.id, action.texts);
    case "remove": {
      const gone = new Set(action.ids);
      return {
        ...list,
        chips: list.chips.filter((chip) => !gone.has(chip.id)),
      };
    }
    case "judge":
      return action.asked === textOf(list.chips)
        ? judge(list, action.entries)
        : list;
    case "refuse":
      return {
        ...list,
        chips: list.chips.map((chip, index) => ({
          ...chip,
          refusal: action.messages.get(index),
        })),
      };
    case "replace":
      return { ...list, chips: action.chips };
  }
}

function append(list: ChipList, texts: string[]): ChipList {
  const added = texts.map((text, n) => ({ id: list.nextId + n, text }));
  return {
    chips: [...list.chips, ...added],
    nextId: list.nextId + added.length,
  };
}

/** Replaces one entry by what was typed in its place, which may be several. */
function change(list: ChipList, id: number, texts: string[]): ChipList {
  let { nextId } = list;
  const chips = list.chips.flatMap((chip) => {
    if (chip.id !== id) return [chip];
    if (texts.length === 1 && texts[0] === chip.text) return [chip];
    return texts.map((text, n) => ({ id: n === 0 ? id : nextId++, text }));
  });
  return { chips, nextId };
}

/**
 * Gives each entry the server's judgement. Where the server finds several
 * entries in one, or none, it is right.
 */
function judge(list: ChipList, entries: Entry[]): ChipList {
  const found = byLine(
    list.chips.map((chip) => lineOf(chip.text)),
    entries,
  );
  let { nextId } = list;
  const chips = list.chips.flatMap((chip, line): Chip[] => {
    const of = found[line]!;
    if (of.length === 1) return [{ ...chip, entry: of[0], refusal: undefined }];
    return of.map((entry, n) => ({
      id: n === 0 ? chip.id : nextId++,
      text: entry.raw,
      entry,
    }));
  });
  return { chips, nextId };
}

/** Sorts the entries of a text to its lines; they come in the text's order. */
function byLine(lines: string[], entries: Entry[]): Entry[][] {
  const found: Entry[][] = lines.map(() => []);
  let line = 0;
  let from = 0;
  for (const entry of entries) {
    for (let n = line; n < lines.length; n++) {
      const at = lines[n]!.indexOf(entry.raw, n === line ? from : 0);
      if (at < 0) continue;
      line = n;
      from = at + entry.raw.length;
      break;
    }
    found[line]?.push(entry);
  }
  return found;
}

/** The list as text: what is judged, and created. */
export function textOf(chips: { text: string }[]): string {
  return chips.map((chip) => lineOf(chip.text)).join("\n");
}

/** Quotes keep a phone number with spaces together. */
function lineOf(text: string): string {
  return /^[+(][\d\-./()\p{Zs}]+$/u.test(text) && /\p{Zs}/u.test(text)
    ? `"${text}"`
    : text;
}

/** Where an entry stands. */
export function standingOf({ entry, refusal }: Chip): Standing {
  if (refusal) return "bad";
  if (!entry) return "unjudged";
  if (entry.problem || entry.message) return "bad";
  if (entry.existing) return "onFile";
  return entry.duplicateOf === null ? "good" : "repeated";
}

/** Whether a person has to look at it: it stops the list, or may be mistyped. */
export function needsAttention(chip: Chip): boolean {
  return standingOf(chip) === "bad" || suggestionOf(chip) !== undefined;
}

/** What a good address was likely meant to be; undefined where it seems right. */
export function suggestionOf({ entry }: Chip): string | undefined {
  return entry?.suggestion || undefined;
}

/** The entry with its address put right; a name that stood with it stays. */
export function corrected(chip: Chip): string {
  const { entry, text } = chip;
  const suggestion = suggestionOf(chip);
  if (!suggestion) return text;
  return entry?.name ? `${quoted(entry.name)} <${suggestion}>` : suggestion;
}

/** A name with a separator in it needs quotes. */
function quoted(name: string): string {
  return /[,;<>]/.test(name) ? `"${name.replaceAll('"', "")}"` : name;
}

/** How many stand where. */
export interface Tally {
  total: number;
  unjudged: number;
  good: number;
  bad: number;
  /** Good ones that may be mistyped. */
  doubtful: number;
  /** On file already, or standing twice. */
  skipped: number;
}

/** Counts the list. */
export function tally(chips: Chip[]): Tally {
  const count = {
    total: chips.length,
    unjudged: 0,
    good: 0,
    bad: 0,
    doubtful: 0,
    skipped: 0,
  };
  for (const chip of chips) {
    const standing = standingOf(chip);
    if (standing === "onFile" || standing === "repeated") count.skipped++;
    else count[standing]++;
    if (standing !== "bad" && suggestionOf(chip)) count.doubtful++;
  }
  return count;
}

/** The next entry that needs attention after the given one, round and round. */
export function nextProblem(
  chips: Chip[],
  after: number | undefined,
): Chip | undefined {
  const at = chips.findIndex((chip) => chip.id === after);
  return [...chips.slice(at + 1), ...chips.slice(0, at + 1)].find(
    needsAttention,
  );
}
