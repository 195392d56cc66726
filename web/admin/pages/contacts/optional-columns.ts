// Columns that a person may add to the list.

/** Every column that can be added, in the order in which they stand. */
export const optionalColumns = ["household", "address", "joined"] as const;
export type OptionalColumn = (typeof optionalColumns)[number];

/** What they are called. */
export const columnWords: Record<OptionalColumn, string> = {
  household: "Household",
  address: "Address",
  joined: "Joined by",
};

/** Reads a choice back; what is none counts as nothing chosen. */
export function readColumns(text: string | null): OptionalColumn[] {
  try {
    const list: unknown = JSON.parse(text ?? "[]");
    if (!Array.isArray(list)) return [];
    return optionalColumns.filter((column) => list.includes(column));
  } catch {
    return [];
  }
}
