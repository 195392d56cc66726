import { useEffect, useRef } from "react";
import type { ContactList } from "./use-list";

/** Where one was in a list, kept with its entry of the browser's history. */
interface Place {
  /** Pixels from the top of the page. */
  top: number;
  /** Rows that were loaded. */
  loaded: number;
}

/** Rows that are loaded again at most, to come back to where one was. */
const mostRows = 2_000;

/** Milliseconds without scrolling after which the place is kept. */
const pause = 150;

/**
 * Goes back to where one was when one comes back to the list, as from a
 * contact's page; a list that one has not seen before begins at its top. `key`
 * names what the list shows.
 */
export function useKeptPlace(list: ContactList, key: string): void {
  const wanted = useRef<Place>(undefined);
  const latest = useRef(list);
  latest.current = list;

  useEffect(() => {
    wanted.current = placeOf(history.state);
    if (!wanted.current) window.scrollTo(0, 0);
  }, [key]);

  useEffect(() => {
    const place = wanted.current;
    if (!place || list.loading || list.outdated) return;
    if (list.contacts.length < place.loaded && list.hasMore) return list.more();
    wanted.current = undefined;
    requestAnimationFrame(() => window.scrollTo(0, place.top));
  });

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const keep = () => {
      if (wanted.current) return;
      const loaded = Math.min(latest.current.contacts.length, mostRows);
      const place: Place = { top: Math.round(window.scrollY), loaded };
      history.replaceState({ ...history.state, contacts: place }, "");
    };
    const onScroll = () => {
      clearTimeout(timer);
      timer = setTimeout(keep, pause);
    };
    window.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener("scroll", onScroll);
    };
  }, []);
}

function placeOf(state: unknown): Place | undefined {
  return (state as { contacts?: Place } | null)?.contacts;
}
