import { useEffect, useMemo, useRef, useState } from "react";
import { useQuery } from "urql";
import type { ContactFilter, SendAction } from "../../gql/graphql";
import { inputOf, type Filter } from "./address";
import { contactsMatchingQuery, type ListedContact } from "./contacts-queries";
import type { ContactList } from "./use-list";
import { reachableOf, reachesOf, reachesOfAll, type Reach } from "./possible";
import { firstOf, nobody, toggled, withRange, type Chosen } from "./selection";

/** A list of which rows are chosen: contacts, or others that have an id. */
type Choosable = Pick<ContactList, "hasMore" | "more"> & {
  contacts: readonly { id: string }[];
};

/** Who is chosen of a list. Another filter begins with nobody. */
export function useChosen(list: Choosable, filter: object) {
  const { contacts, hasMore, more } = list;
  const [chosen, setChosen] = useState<Chosen>(nobody);
  // How many of the first to choose, as soon as they are loaded.
  const [first, setFirst] = useState(0);
  const anchor = useRef<number>(undefined);
  const key = JSON.stringify(filter);
  useEffect(() => {
    setChosen(nobody);
    setFirst(0);
    anchor.current = undefined;
  }, [key]);
  useEffect(() => {
    if (first === 0) return;
    if (contacts.length < first && hasMore) return more();
    setChosen(
      firstOf(
        contacts.map(({ id }) => id),
        first,
      ),
    );
    setFirst(0);
  }, [first, contacts, hasMore, more]);
  const ids = () => contacts.map(({ id }) => id);
  return {
    chosen,
    /** Chooses or leaves out a row, or the range from the one before. */
    choose(index: number, range: boolean) {
      const from = anchor.current;
      if (range && from !== undefined) {
        setChosen((now) => withRange(now, ids(), from, index));
      } else {
        anchor.current = index;
        setChosen((now) => toggled(now, contacts[index]!.id, ids()));
      }
    },
    /** Chooses from where a range began, else from the given row, to another. */
    chooseRange(from: number, to: number) {
      const start = (anchor.current ??= from);
      setChosen((now) => withRange(now, ids(), start, to));
    },
    /** Chooses so many from the first, and loads them where they are not there. */
    chooseFirst: setFirst,
    chooseAll: () => setChosen({ all: true }),
    clear: () => setChosen(nobody),
  };
}

/**
 * What could be sent to those who are chosen: undefined while it is asked for.
 * Chosen rows are judged here; of all that match, the server counts them.
 */
export function useReaches(
  chosen: Chosen,
  contacts: ListedContact[],
  filter: Filter,
  actions: SendAction[],
): Reach[] | undefined {
  const key = JSON.stringify(inputOf(filter) ?? {});
  const all = useMemo(() => JSON.parse(key) as ContactFilter, [key]);
  const clientTypes = reachableOf(all);
  const [{ data, stale, fetching }] = useQuery({
    query: contactsMatchingQuery,
    variables: { filter: { ...all, clientTypes } },
    pause: !chosen.all || clientTypes.length === 0,
  });
  const waits = fetching || stale || !data;
  return useMemo(() => {
    if (!chosen.all) return reachesOf(contacts, chosen.ids, actions);
    if (clientTypes.length === 0) return [];
    if (waits) return undefined;
    return reachesOfAll(all, data.contacts.statusCounts, actions);
  }, [chosen, contacts, actions, all, clientTypes.length, waits, data]);
}
