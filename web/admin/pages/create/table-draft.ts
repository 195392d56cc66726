// The table on the page, kept for this tab as the list is.

import type { Attempt } from "../../data/attempt";
import type { TextEdits } from "../send/texts";
import { noChoices, type Choices } from "./draft";

/** Everything that was typed and chosen. */
export interface TableDraft {
  /** The table as it was pasted. */
  text: string;
  /** Rows beyond the limit, with their header, for the next time. */
  aside: string;
  makeHouseholds: boolean;
  choices: Choices;
  edits: TextEdits;
  /** The call that may not have been answered. */
  attempt?: Attempt;
}

export const noTable: TableDraft = {
  text: "",
  aside: "",
  makeHouseholds: false,
  choices: noChoices,
  edits: {},
};

/** Where the table of an organization is kept. */
export function tableKey(organization: string): string {
  return `usher.create.table.${organization}`;
}

/** The table that was kept; what is not of its form counts as none. */
export function readTable(kept: string | null): TableDraft {
  try {
    const draft = JSON.parse(kept ?? "null") as Partial<TableDraft> | null;
    if (typeof draft?.text !== "string" || typeof draft.aside !== "string") {
      return noTable;
    }
    return {
      ...noTable,
      ...draft,
      choices: { ...noChoices, ...draft.choices },
    };
  } catch {
    return noTable;
  }
}
