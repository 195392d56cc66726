import { useCallback, useState } from "react";
import { useViewer } from "../../data/viewer";
import { notifyDone } from "../../ui/notify";
import type { Filter } from "./address";
import {
  maxViews,
  readViews,
  viewsKey,
  writeViews,
  type SavedView,
} from "./saved-views";

/** The person's own views in this organization, and how to keep and remove one. */
export function useViews() {
  const { organization, account } = useViewer();
  const key = viewsKey(organization.id, account.id);
  const [views, setViews] = useState(() => readViews(read(key)));
  const keep = useCallback(
    (next: SavedView[]) => {
      setViews(next);
      write(key, writeViews(next));
    },
    [key],
  );
  return {
    views,
    full: views.length >= maxViews,
    save(name: string, filter: Filter) {
      keep([...views, { id: crypto.randomUUID(), name, filter }]);
    },
    remove(view: SavedView) {
      keep(views.filter((other) => other !== view));
      notifyDone(`The view ${view.name} is removed.`, () => keep(views));
    },
  };
}

// A browser may forbid to keep anything; then views last as long as the page.
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // Nothing is lost that was promised.
  }
}
