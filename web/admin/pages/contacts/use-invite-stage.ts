import { useEffect, useState } from "react";
import { useWords } from "../../data/viewer";
import type { Stage } from "../../gql/graphql";
import { notifyDone } from "../../ui/notify";
import { inputOf, sameFilter, type Filter } from "./address";
import type { Reach } from "./possible";
import { only } from "./saved-views";
import type { ContactList } from "./use-list";
import { plural } from "./words";

/**
 * "Invite Members": shows those of the stage who were never invited, chooses
 * them all and opens the dialog, or says what stands in the way.
 */
export function useInviteStage(page: {
  filter: Filter;
  list: ContactList;
  limit: number;
  onShow: (filter: Filter) => void;
  onChooseAll: () => void;
  onSend: (reach: Omit<Reach, "count">) => void;
}): (stage: Stage) => void {
  const words = useWords();
  const [wish, setWish] = useState<{ stage: Stage; filter: Filter }>();
  const { filter, list, limit } = page;
  const shown = wish && sameFilter(wish.filter, filter);
  const settled = !list.loading && !list.outdated && list.total;

  useEffect(() => {
    if (!wish || !shown || !settled) return;
    setWish(undefined);
    if (settled.value === 0) {
      notifyDone(
        `Nobody is left to invite: all ${plural(words.stage(wish.stage))} were.`,
      );
      return;
    }
    page.onChooseAll();
    // More than the limit is said in the bar, where fewer can be chosen.
    if (settled.exact && settled.value <= limit) {
      page.onSend({
        action: "INVITE",
        selection: { filter: inputOf(wish.filter)! },
      });
    }
  });

  return (stage) => {
    const filter = only({ stages: [stage], statuses: ["NOT_INVITED"] });
    setWish({ stage, filter });
    page.onShow(filter);
  };
}
