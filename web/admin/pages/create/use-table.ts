import { useEffect, useMemo, useRef, useState } from "react";
import { useViewer } from "../../data/viewer";
import { addressesOf, parseTable, type Row } from "./table";
import { noTable, readTable, tableKey, type TableDraft } from "./table-draft";
import type { Tally } from "./chips";

/** A row with why it cannot be taken, be it said here or by the server. */
export type JudgedRow = Row & { refusal?: string | undefined };

/** The pasted table: what was typed and chosen, kept for this tab, and what it means. */
export function useTable(preset: Partial<TableDraft["choices"]>) {
  const key = tableKey(useViewer().organization.id);
  const [draft, setDraft] = useState<TableDraft>(() => {
    const kept = readTable(sessionStorage.getItem(key));
    return { ...kept, choices: { ...kept.choices, ...preset } };
  });
  const [refusals, setRefusals] = useState(new Map<number, string>());
  const done = useRef(false);
  useEffect(() => {
    if (done.current) return;
    try {
      sessionStorage.setItem(key, JSON.stringify(draft));
    } catch {
      // Full or forbidden: the table is on the page, only not kept.
    }
  }, [key, draft]);

  const table = useMemo(() => parseTable(draft.text), [draft.text]);
  const rows: JudgedRow[] = table.rows.map((row, n) => ({
    ...row,
    refusal: row.problem ?? refusals.get(n),
  }));
  const bad = rows.filter(({ refusal }) => refusal !== undefined).length;
  const tally: Tally = {
    total: rows.length,
    good: rows.length - bad,
    bad,
    unjudged: 0,
    doubtful: 0,
    skipped: 0,
  };
  return {
    draft,
    table,
    rows,
    tally,
    addresses: addressesOf(table.rows),
    /** How many rows are set aside. */
    asideCount: draft.aside ? parseTable(draft.aside).rows.length : 0,
    set(change: Partial<TableDraft>) {
      if (change.text !== undefined) setRefusals(new Map());
      setDraft((now) => ({ ...now, ...change }));
    },
    refuse: setRefusals,
    /** Forgets what is created, but for the rows set aside. */
    finish() {
      done.current = true;
      const { aside, choices } = draft;
      if (!aside) sessionStorage.removeItem(key);
      else {
        const left: TableDraft = { ...noTable, text: aside, choices };
        sessionStorage.setItem(key, JSON.stringify(left));
      }
    },
  };
}
