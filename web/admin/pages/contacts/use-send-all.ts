import { useEffect, useState } from "react";
import type { SendAction } from "../../gql/graphql";
import { notifyDone } from "../../ui/notify";
import { inputOf, sameFilter, type Filter } from "./address";
import { narrowed, type Reach } from "./possible";
import type { ContactList } from "./use-list";

/** To send to all whom a filter shows. */
export interface Wish {
  action: SendAction;
  filter: Filter;
  /** What is said where that is nobody. */
  nobody: string;
}

/**
 * Shows whom it is about, chooses them all and opens the dialog, or says what
 * stands in the way.
 */
export function useSendAll(page: {
  filter: Filter;
  list: ContactList;
  limit: number;
  onShow: (filter: Filter) => void;
  onChooseAll: () => void;
  onSend: (reach: Omit<Reach, "count">) => void;
}): (wish: Wish) => void {
  const [wish, setWish] = useState<Wish>();
  const { filter, list, limit } = page;
  const shown = wish && sameFilter(wish.filter, filter);
  const settled = !list.loading && !list.outdated && list.total;

  useEffect(() => {
    if (!wish || !shown || !settled) return;
    setWish(undefined);
    const part = narrowed(inputOf(wish.filter) ?? {}, wish.action);
    if (settled.value === 0 || !part) return void notifyDone(wish.nobody);
    page.onChooseAll();
    // More than the limit is said in the bar, where fewer can be chosen.
    if (settled.exact && settled.value <= limit) {
      page.onSend({ action: wish.action, selection: { filter: part } });
    }
  });

  return (wish) => {
    setWish(wish);
    page.onShow(wish.filter);
  };
}
