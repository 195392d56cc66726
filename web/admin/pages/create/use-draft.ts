import { useCallback, useEffect, useState } from "react";
import { useViewer } from "../../data/viewer";
import { draftKey, readDraft, type Draft } from "./draft";

/** What was kept for this organization and this tab when the page was opened. */
export function useKeptDraft(): Draft {
  const key = draftKey(useViewer().organization.id);
  const [kept] = useState(() => readDraft(sessionStorage.getItem(key)));
  return kept;
}

/**
 * Keeps the draft as it is now. Returns how to forget it when it has been done,
 * but for what is left of it.
 */
export function useKeepDraft(draft: Draft): (left: Draft | undefined) => void {
  const key = draftKey(useViewer().organization.id);
  const text = JSON.stringify(draft);
  useEffect(() => write(key, text), [key, text]);
  return useCallback(
    (left) => {
      if (left) write(key, JSON.stringify(left));
      else sessionStorage.removeItem(key);
    },
    [key],
  );
}

function write(key: string, text: string): void {
  try {
    sessionStorage.setItem(key, text);
  } catch {
    // Full or forbidden: the list is on the page, only not kept.
  }
}
