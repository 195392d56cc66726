import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useSearchParams } from "wouter";
import { usePages } from "../../data/pages";
import { useRefreshOnOrganization, useStatusChanges } from "../../data/live";
import type { ContactsPageQuery } from "../../gql/graphql";
import {
  everybody,
  filterOf,
  inputOf,
  paramsOf,
  sortOf,
  type Filter,
  type Sort,
} from "./address";
import { contactsPageQuery, type ListedContact } from "./contacts-queries";

/** Rows a request asks for: the most that the API gives at once. */
const pageSize = 100;

/** Whom a list is about whatever its address says, such as a group's. */
export type Within = Partial<Filter>;

const everywhere: Within = {};

/**
 * What the address says is looked at, and how to look at something else. What
 * the list is `within` does not stand in the address; it has to stay one object.
 */
export function useListAddress(within: Within = everywhere) {
  const [params, setParams] = useSearchParams();
  const address = params.toString();
  const filter = useMemo(
    () => ({ ...filterOf(new URLSearchParams(address)), ...within }),
    [address, within],
  );
  const sort = useMemo(() => sortOf(new URLSearchParams(address)), [address]);
  const show = useCallback(
    (next: { filter?: Filter; sort?: Sort }, replace = false) => {
      // What is newest counts: two changes may come before the next drawing.
      setParams(
        (now) =>
          paramsOf(
            { ...(next.filter ?? filterOf(now)), ...without(within) },
            next.sort ?? sortOf(now),
          ),
        { replace },
      );
    },
    [setParams, within],
  );
  return { filter, sort, show };
}

/** The fields of `within` as if they were not set. */
function without(within: Within): Within {
  const fields = Object.keys(within) as (keyof Filter)[];
  return Object.fromEntries(fields.map((field) => [field, everybody[field]]));
}

/** A list of contacts as the table shows it. */
export interface ContactList {
  contacts: ListedContact[];
  /** How many match in all; undefined before the first answer. */
  total: { value: number; exact: boolean } | undefined;
  /** What is shown belongs to the filter before; the new rows are on their way. */
  outdated: boolean;
  /** Statuses have changed such that others may belong here, or elsewhere. */
  moved: boolean;
  loading: boolean;
  hasMore: boolean;
  error: ReturnType<typeof usePages>["error"];
  more: () => void;
  refresh: () => void;
}

/**
 * The contacts that match. While others are asked for, those before stay, so
 * that typing does not make the list blink.
 */
export function useContactList(filter: Filter, sort: Sort): ContactList {
  const input = inputOf(filter);
  const pages = usePages(
    contactsPageQuery,
    { filter: input, sort, first: pageSize },
    (data) => data.contacts,
  );
  const held = useRef<{ nodes: ListedContact[]; first?: ContactsPageQuery }>({
    nodes: [],
  });
  const outdated = pages.loading && held.current.nodes.length > 0;
  useEffect(() => {
    if (!pages.loading) {
      held.current = {
        nodes: pages.nodes,
        ...(pages.first && { first: pages.first }),
      };
    }
  }, [pages.loading, pages.nodes, pages.first]);
  const { refresh } = pages;
  const [moved, forget] = useMoved(filter, sort, refresh);
  return {
    contacts: outdated ? held.current.nodes : pages.nodes,
    total: (outdated ? held.current.first : pages.first)?.contacts.totalCount,
    outdated,
    moved,
    loading: pages.loading && !outdated,
    // While a page is on its way nobody knows whether it is the last.
    hasMore: pages.hasMore || pages.loadingMore,
    error: pages.error,
    more: pages.more,
    refresh: useCallback(() => {
      forget();
      refresh();
    }, [forget, refresh]),
  };
}

/** Whether somebody is about to do something on a row. */
const busy = () =>
  document.querySelector("[role=grid]:is(:hover, :focus-within)") !== null;

/**
 * Whether something changed that changes who belongs to the list. Rows do not
 * leave by themselves: what one is about to click must not slip away. Whoever
 * joins comes in by themselves while nobody points at a row.
 */
function useMoved(
  filter: Filter,
  sort: Sort,
  refresh: () => void,
): [boolean, () => void] {
  const [moved, setMoved] = useState(false);
  const key = JSON.stringify([filter, sort]);
  useEffect(() => setMoved(false), [key]);
  useStatusChanges((change) => {
    const { statuses, expiresBefore } = filter;
    if (expiresBefore || sort.field === "EXPIRES_AT") setMoved(true);
    const came = statuses.includes(change.contact.status);
    const left = statuses.includes(change.from ?? "NOT_INVITED");
    if (came !== left) setMoved(true);
  });
  useRefreshOnOrganization(
    () => (busy() ? setMoved(true) : refresh()),
    ({ kind, group }) => {
      if (kind === "CONTACT_JOINED") return true;
      if (kind === "GROUP_CHANGED") {
        return group ? filter.groups.includes(group.id) : false;
      }
      const byHousehold =
        filter.inHousehold !== null || filter.households.length > 0;
      return kind === "HOUSEHOLD_CHANGED" && byHousehold;
    },
  );
  // Whoever joins may be new here. The rows make room at once where nobody is
  // about to use one.
  useRefreshOnOrganization(
    () => (rowsInUse() ? setMoved(true) : refresh()),
    ["CONTACT_JOINED"],
  );
  return [moved, useCallback(() => setMoved(false), [])];
}

/** Whether the pointer or the keyboard is on a row, or rows are chosen. */
function rowsInUse(): boolean {
  const rows = "tbody:hover, tbody :focus-visible, tbody [aria-selected=true]";
  return document.querySelector(rows) !== null;
}
