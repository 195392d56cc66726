import { useCallback, useEffect, useMemo, useRef } from "react";
import { useSearchParams } from "wouter";
import { useRefreshOnChange, useRefreshOnOrganization } from "../../data/live";
import { usePages } from "../../data/pages";
import type { HouseholdsPageQuery } from "../../gql/graphql";
import { filterOf, inputOf, paramsOf, type Filter } from "./address";
import {
  householdsPageQuery,
  type ListedHousehold,
} from "./households-queries";

/** Rows a request asks for. */
const pageSize = 50;

/** What the address says is looked at, and how to look at something else. */
export function useListAddress() {
  const [params, setParams] = useSearchParams();
  const address = params.toString();
  const filter = useMemo(
    () => filterOf(new URLSearchParams(address)),
    [address],
  );
  const show = useCallback(
    (filter: Filter, replace = false) =>
      setParams(paramsOf(filter), { replace }),
    [setParams],
  );
  return { filter, show };
}

/** A list of households as the table shows it. */
export interface HouseholdList {
  households: ListedHousehold[];
  /** How many match in all; undefined before the first answer. */
  total: { value: number; exact: boolean } | undefined;
  /** What is shown belongs to the filter before; the new rows are on their way. */
  outdated: boolean;
  loading: boolean;
  hasMore: boolean;
  error: ReturnType<typeof usePages>["error"];
  more: () => void;
  refresh: () => void;
}

/**
 * The households that match, followed as they change. While others are asked
 * for, those before stay, so that typing does not make the list blink.
 */
export function useHouseholdList(filter: Filter): HouseholdList {
  const pages = usePages(
    householdsPageQuery,
    { filter: inputOf(filter), first: pageSize },
    (data) => data.households,
  );
  useRefreshOnChange(pages.refresh);
  useRefreshOnOrganization(pages.refresh, ["HOUSEHOLD_CHANGED"]);
  const held = useRef<{
    nodes: ListedHousehold[];
    first?: HouseholdsPageQuery;
  }>({ nodes: [] });
  const outdated = pages.loading && held.current.nodes.length > 0;
  useEffect(() => {
    if (pages.loading) return;
    held.current = {
      nodes: pages.nodes,
      ...(pages.first && { first: pages.first }),
    };
  }, [pages.loading, pages.nodes, pages.first]);
  return {
    households: outdated ? held.current.nodes : pages.nodes,
    total: (outdated ? held.current.first : pages.first)?.households.totalCount,
    outdated,
    loading: pages.loading && !outdated,
    // While a page is on its way nobody knows whether it is the last.
    hasMore: pages.hasMore || pages.loadingMore,
    error: pages.error,
    more: pages.more,
    refresh: pages.refresh,
  };
}
