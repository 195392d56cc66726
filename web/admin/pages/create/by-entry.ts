import type { Refusal } from "../../ui/refusals";

/** Tells the refusals of entries, by their place in the list, from the others. */
export function byEntry(refusals: Refusal[]): {
  entries: Map<number, string>;
  others: Refusal[];
} {
  const entries = new Map<number, string>();
  const others: Refusal[] = [];
  for (const refusal of refusals) {
    const index = /^input\.(?:text|contacts)\.(\d+)/.exec(refusal.field ?? "");
    // The entry itself says which one it is.
    const message = refusal.message.replace(/^Entry \d+ \(".*"\): /s, "");
    if (index) entries.set(Number(index[1]), message);
    else others.push(refusal);
  }
  return { entries, others };
}
