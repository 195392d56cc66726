import { useCallback, useState } from "react";
import { useViewer } from "../../data/viewer";
import { readColumns, type OptionalColumn } from "./optional-columns";

/** The columns that the person wants to see beyond the usual, and how to choose others. */
export function useColumns(): [
  OptionalColumn[],
  (columns: OptionalColumn[]) => void,
] {
  const { organization, account } = useViewer();
  const key = `usher.contacts.columns.${organization.id}.${account.id}`;
  const [columns, setColumns] = useState(() => readColumns(kept(key)));
  const choose = useCallback(
    (next: OptionalColumn[]) => {
      setColumns(next);
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Forbidden: they last as long as the page.
      }
    },
    [key],
  );
  return [columns, choose];
}

function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
