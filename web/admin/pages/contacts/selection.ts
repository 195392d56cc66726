// Which rows are chosen: some by their ids, or all that match the filter.

/** What is chosen of a list. */
export type Chosen = { all: true } | { all: false; ids: ReadonlySet<string> };

/** Nobody. */
export const nobody: Chosen = { all: false, ids: new Set() };

/** Whether the row is chosen. */
export function isChosen(chosen: Chosen, id: string): boolean {
  return chosen.all || chosen.ids.has(id);
}

/**
 * Chooses or leaves out a row. Where all that match were chosen, those that are
 * loaded stay chosen, but for this one: "all but" cannot be said to the server.
 */
export function toggled(
  chosen: Chosen,
  id: string,
  loaded: readonly string[],
): Chosen {
  const ids = new Set(chosen.all ? loaded : chosen.ids);
  if (!ids.delete(id)) ids.add(id);
  return { all: false, ids };
}

/** Chooses every row from one to the other, both included. */
export function withRange(
  chosen: Chosen,
  loaded: readonly string[],
  from: number,
  to: number,
): Chosen {
  const ids = new Set(chosen.all ? loaded : chosen.ids);
  const [first, last] = from < to ? [from, to] : [to, from];
  for (const id of loaded.slice(first, last + 1)) ids.add(id);
  return { all: false, ids };
}

/** Chooses so many of the loaded rows, from the first. */
export function firstOf(loaded: readonly string[], n: number): Chosen {
  return { all: false, ids: new Set(loaded.slice(0, n)) };
}

/** Whether none, some or all of the loaded rows are chosen. */
export function extentOf(
  chosen: Chosen,
  loaded: readonly string[],
): "none" | "some" | "all" {
  if (chosen.all) return "all";
  if (chosen.ids.size === 0) return "none";
  return loaded.every((id) => chosen.ids.has(id)) ? "all" : "some";
}
