import { useMemo, useState } from "react";
import { useMay, useViewer } from "../../data/viewer";
import type { SendAction } from "../../gql/graphql";
import { inputOf, type Filter } from "./address";
import type { ListedContact } from "./contacts-queries";
import type { Reach } from "./possible";
import { totalOf, type StatusCounts } from "./status-counts";
import { useChosen, useReaches } from "./use-chosen";
import { useChosenIds } from "./use-chosen-ids";
import { useKeptPlace } from "./use-kept-place";
import { useContactList, useListAddress, type Within } from "./use-list";
import { useSendAll } from "./use-send-all";

/**
 * A list of contacts with all that is done on it: what is looked at, who is
 * chosen, whom something is sent to. `counts`, where they are known, are exact
 * beyond where the count of a list stops.
 */
export function useListing(page: {
  within?: Within;
  counts?: StatusCounts | undefined;
}) {
  const limit = useViewer().organization.policy.maxBulkCreate;
  const { filter, sort, show } = useListAddress(page.within);
  const found = useContactList(filter, sort);
  const list = {
    ...found,
    total: found.total && (totalOf(page.counts, filter) ?? found.total),
  };
  useKeptPlace(list, JSON.stringify([filter, sort]));
  const actions = useActions();
  const selection = useChosen(list, filter);
  const { chosen } = selection;
  const reaches = useReaches(chosen, list.contacts, filter, actions);
  const chosenIds = useChosenIds(chosen, inputOf(filter) ?? {});
  const [sending, setSending] = useState<Omit<Reach, "count">>();
  const mayDo = useMemo(
    () => (action: SendAction) => actions.includes(action),
    [actions],
  );
  const narrow = (filter: Filter) => show({ filter });
  const sendAll = useSendAll({
    filter,
    list,
    limit,
    onShow: narrow,
    onChooseAll: selection.chooseAll,
    onSend: setSending,
  });
  return {
    filter,
    sort,
    show,
    narrow,
    list,
    limit,
    selection,
    chosenIds,
    /** How many are chosen. */
    count: chosen.all
      ? (list.total ?? { value: 0, exact: true })
      : { value: chosen.ids.size, exact: true },
    reaches,
    mayDo,
    sending,
    setSending,
    sendTo: (contact: ListedContact, action: SendAction) =>
      setSending({ action, selection: { contacts: [contact.id] } }),
    sendAll,
  };
}

/** Everything that a list of contacts does. */
export type Listing = ReturnType<typeof useListing>;

/** What the viewer may send, as one array for good. */
function useActions(): SendAction[] {
  const may = useMay();
  const key = [may("INVITE") && "INVITE", may("RESEND") && "RESEND"]
    .filter(Boolean)
    .join();
  return useMemo(() => key.split(",").filter(Boolean) as SendAction[], [key]);
}
