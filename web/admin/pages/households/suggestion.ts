// What can be made of people and households at one address.

/** As much of a suggestion as the choice depends on. */
interface At {
  contacts: { id: string }[];
  households: {
    id: string;
    name: string;
    memberCount: number;
    registeredCount: number;
    members: { contact: { id: string } | null }[];
  }[];
}

/** What to do: a new household, or one that the others come into. */
export type Proposal =
  | { kind: "make"; members: string[] }
  | {
      kind: "add" | "join";
      into: { id: string; name: string };
      members: string[];
    };

/**
 * Proposes what to make of those who are chosen; undefined where nothing is to
 * be done. Of several households the one where most have joined stays, else
 * the biggest: the fewest people move.
 */
export function proposalOf(
  at: At,
  chosen: ReadonlySet<string>,
): Proposal | undefined {
  const people = at.contacts.map(({ id }) => id).filter((id) => chosen.has(id));
  const [into, ...others] = [...at.households].sort(
    (a, b) =>
      b.registeredCount - a.registeredCount || b.memberCount - a.memberCount,
  );
  if (!into) {
    return people.length > 0 ? { kind: "make", members: people } : undefined;
  }
  const moved = others.flatMap(({ members }) =>
    members.flatMap(({ contact }) => contact?.id ?? []),
  );
  const members = [...moved, ...people];
  if (members.length === 0) return undefined;
  return { kind: others.length > 0 ? "join" : "add", into, members };
}
