// A person's own views: a name and a filter, kept in this browser for each
// organization and account.

import { everybody, filterOf, inputOf, paramsOf, byName } from "./address";
import type { Filter } from "./address";

/** A filter with a name. */
export interface SavedView {
  id: string;
  name: string;
  filter: Filter;
}

/** The most views that one keeps; each asks for its own count. */
export const maxViews = 12;

/** The most characters of a view's name. */
export const maxViewName = 40;

/** Where the views of an account in an organization are kept. */
export function viewsKey(organization: string, account: string): string {
  return `usher.contacts.views.${organization}.${account}`;
}

/** Writes views down: each filter as the address that shows it. */
export function writeViews(views: SavedView[]): string {
  return JSON.stringify(
    views.map(({ id, name, filter }) => ({
      id,
      name,
      address: paramsOf(filter, byName).toString(),
    })),
  );
}

/**
 * Reads views back. What cannot be read is left out: the place belongs to the
 * browser, where an older version, or anybody, may have written.
 */
export function readViews(text: string | null): SavedView[] {
  let list: unknown;
  try {
    list = JSON.parse(text ?? "[]");
  } catch {
    return [];
  }
  if (!Array.isArray(list)) return [];
  return list.flatMap(readView).slice(0, maxViews);
}

function readView(entry: unknown): SavedView[] {
  if (typeof entry !== "object" || entry === null) return [];
  const { id, name, address } = entry as Record<string, unknown>;
  if (typeof id !== "string" || typeof name !== "string") return [];
  if (typeof address !== "string" || name.trim() === "") return [];
  const filter = filterOf(new URLSearchParams(address));
  if (!inputOf(filter)) return [];
  return [{ id, name: name.slice(0, maxViewName), filter }];
}

/** A filter that shows one value of one field. */
export function only(part: Partial<Filter>): Filter {
  return { ...everybody, ...part };
}
