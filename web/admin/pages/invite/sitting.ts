// Whom one invited in this sitting, kept for the tab.

/** Somebody who was invited, or could not be. */
export interface Invited {
  contact: string;
  /** What takes the invitation back; null where nothing was queued. */
  batch: string | null;
  /** Why the contact is on file but not invited. */
  note: string | null;
}

/** How many are remembered. */
const most = 50;

/** Where the list of an organization is kept. */
export function sittingKey(organization: string): string {
  return `usher.invited.${organization}`;
}

/** Puts somebody first; whoever stands there already moves up. */
export function withInvited(list: Invited[], one: Invited): Invited[] {
  const others = list.filter(({ contact }) => contact !== one.contact);
  return [one, ...others].slice(0, most);
}

/** The list that was kept; what is not of its form is left out. */
export function readSitting(kept: string | null): Invited[] {
  try {
    const list: unknown = JSON.parse(kept ?? "[]");
    if (!Array.isArray(list)) return [];
    return list.filter(
      (one): one is Invited =>
        typeof one?.contact === "string" &&
        (one.batch === null || typeof one.batch === "string") &&
        (one.note === null || typeof one.note === "string"),
    );
  } catch {
    return [];
  }
}
