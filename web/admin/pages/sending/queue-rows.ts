// The rows of a queue, while some of them leave.

/** What tells a waiting round from another: an invitation waits once for each purpose. */
export interface Waiting {
  position: number;
  purpose: string;
  invitation: { id: string };
}

/** Identifies a row. */
export function rowKey(row: Waiting): string {
  return `${row.invitation.id} ${row.purpose}`;
}

/**
 * The rows as they stand: pages that were read at different times overlap, so
 * that each row counts once; whoever has left is gone, and those behind move up.
 */
export function standing<Row extends Waiting>(
  rows: Row[],
  left: ReadonlySet<string>,
): Row[] {
  const seen = new Set<string>();
  const once = rows.filter((row) => {
    const key = rowKey(row);
    return seen.has(key) ? false : seen.add(key);
  });
  const gone = once
    .filter((row) => left.has(rowKey(row)))
    .map((row) => row.position);
  if (gone.length === 0) return once;
  return once
    .filter((row) => !left.has(rowKey(row)))
    .map((row) => ({
      ...row,
      position:
        row.position - gone.filter((place) => place < row.position).length,
    }));
}
