// The list's address: what is looked at stands in it, so that it can be kept,
// sent and gone back to.

import type { HouseholdFilter, HouseholdState } from "../../gql/graphql";

/** Every state, in the order in which filters name them. */
export const states = [
  "NOT_INVITED",
  "INVITED",
  "REGISTERED",
] as const satisfies HouseholdState[];

/** Which households a list shows: each field narrows, within one any value matches. */
export interface Filter {
  search: string;
  state: HouseholdState | null;
  groups: string[];
  locations: string[];
}

/** All households. */
export const every: Filter = {
  search: "",
  state: null,
  groups: [],
  locations: [],
};

/** Reads a filter out of an address; what it does not know it leaves out. */
export function filterOf(params: URLSearchParams): Filter {
  const state = params.get("state")?.toUpperCase().replace("-", "_");
  return {
    search: (params.get("q") ?? "").slice(0, 100),
    state: states.find((one) => one === state) ?? null,
    groups: valuesOf(params, "group"),
    locations: valuesOf(params, "location"),
  };
}

/** The address of a list, without what is as usual. */
export function paramsOf(filter: Filter): URLSearchParams {
  const params = new URLSearchParams();
  if (filter.search) params.set("q", filter.search);
  if (filter.state) {
    params.set("state", filter.state.toLowerCase().replace("_", "-"));
  }
  for (const id of filter.groups) params.append("group", id);
  for (const id of filter.locations) params.append("location", id);
  return params;
}

/** The filter as the API takes it; undefined for all. */
export function inputOf(filter: Filter): HouseholdFilter | undefined {
  const search = filter.search.trim();
  const input: HouseholdFilter = {
    ...(search && { search }),
    ...(filter.state && { states: [filter.state] }),
    ...(filter.groups.length > 0 && { groups: filter.groups }),
    ...(filter.locations.length > 0 && { locations: filter.locations }),
  };
  return Object.keys(input).length > 0 ? input : undefined;
}

function valuesOf(params: URLSearchParams, name: string): string[] {
  return [...new Set(params.getAll(name).filter((value) => value !== ""))];
}
