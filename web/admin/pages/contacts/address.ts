// The list's address: what is looked at stands in it, so that it can be kept,
// sent and gone back to.

import type {
  ClientTypeKey,
  ContactFilter,
  ContactSortField,
  ContactStatus,
  JoinRoute,
  SortDirection,
  Stage,
} from "../../gql/graphql";

/** Every status, in the order in which lists and views name them. */
export const statuses = [
  "NOT_INVITED",
  "QUEUED",
  "PENDING",
  "EXPIRED",
  "DECLINED",
  "REVOKED",
  "FAILED",
  "ACCEPTED",
  "REGISTERED",
] as const satisfies ContactStatus[];

/** Every stage, furthest along first. */
export const stages = [
  "MEMBER",
  "TRIAL",
  "PROSPECT",
] as const satisfies Stage[];

/** Every client type. */
export const clientTypes = [
  "FULL_ACCESS",
  "FULL_ACCESS_ONE_WAY",
  "OFFLINE",
] as const satisfies ClientTypeKey[];

/** Every way by which people come in. */
export const joinRoutes = [
  "INVITATION",
  "ACCESS_PASS",
  "HOUSEHOLD",
] as const satisfies JoinRoute[];

/** What a list can be sorted by, by its name in the address. */
const sortFields: Record<string, ContactSortField> = {
  name: "NAME",
  email: "EMAIL",
  created: "CREATED_AT",
  expiring: "EXPIRES_AT",
};

/** Whom a list shows: each field narrows, within one any value matches. */
export interface Filter {
  search: string;
  statuses: ContactStatus[];
  stages: Stage[];
  clientTypes: ClientTypeKey[];
  programs: string[];
  groups: string[];
  locations: string[];
  trainers: string[];
  households: string[];
  joinedBy: JoinRoute[];
  /** Only members of a household, only those of none; null for both. */
  inHousehold: boolean | null;
  /** An instant: only whose invitation lapses before it. */
  expiresBefore: string | null;
  archived: boolean;
}

/** In which order. */
export interface Sort {
  field: ContactSortField;
  direction: SortDirection;
}

/** Everybody on file. */
export const everybody: Filter = {
  search: "",
  statuses: [],
  stages: [],
  clientTypes: [],
  programs: [],
  groups: [],
  locations: [],
  trainers: [],
  households: [],
  joinedBy: [],
  inHousehold: null,
  expiresBefore: null,
  archived: false,
};

/** By name, from A. */
export const byName: Sort = { field: "NAME", direction: "ASC" };

/** The most characters that a search has. */
export const maxSearch = 100;

type Lists = Pick<
  Filter,
  | "statuses"
  | "stages"
  | "clientTypes"
  | "programs"
  | "groups"
  | "locations"
  | "trainers"
  | "households"
  | "joinedBy"
>;

/** The fields that hold lists. */
export type ListField = keyof Lists;

const listNames: Record<ListField, string> = {
  statuses: "status",
  stages: "stage",
  clientTypes: "type",
  programs: "program",
  groups: "group",
  locations: "location",
  trainers: "trainer",
  households: "household",
  joinedBy: "joined",
};

/** Reads a filter out of an address; what it does not know it leaves out. */
export function filterOf(params: URLSearchParams): Filter {
  const all = (field: ListField) => unique(params.getAll(listNames[field]));
  return {
    search: (params.get("q") ?? "").slice(0, maxSearch),
    statuses: known(all("statuses"), statuses),
    stages: known(all("stages"), stages),
    clientTypes: known(all("clientTypes"), clientTypes),
    programs: all("programs"),
    groups: all("groups"),
    locations: all("locations"),
    trainers: all("trainers"),
    households: all("households"),
    joinedBy: known(all("joinedBy"), joinRoutes),
    inHousehold: yesOrNo(params.get("inhousehold")),
    expiresBefore: instant(params.get("expires")),
    archived: params.get("archived") === "1",
  };
}

/** Reads the order out of an address. */
export function sortOf(params: URLSearchParams): Sort {
  const field = sortFields[params.get("sort") ?? ""];
  if (!field) return byName;
  return { field, direction: params.get("dir") === "desc" ? "DESC" : "ASC" };
}

/** The address of a list, without what is as usual. */
export function paramsOf(filter: Filter, sort: Sort): URLSearchParams {
  const params = new URLSearchParams();
  if (filter.search) params.set("q", filter.search);
  for (const [field, name] of Object.entries(listNames)) {
    for (const value of filter[field as ListField]) params.append(name, value);
  }
  if (filter.inHousehold !== null) {
    params.set("inhousehold", filter.inHousehold ? "1" : "0");
  }
  if (filter.expiresBefore) params.set("expires", filter.expiresBefore);
  if (filter.archived) params.set("archived", "1");
  if (sort.field !== byName.field || sort.direction !== byName.direction) {
    const [name] = Object.entries(sortFields).find(
      ([, field]) => field === sort.field,
    )!;
    params.set("sort", name);
    if (sort.direction === "DESC") params.set("dir", "desc");
  }
  return params;
}

/** The filter as the API takes it; undefined for everybody, whose counts are exact. */
export function inputOf(filter: Filter): ContactFilter | undefined {
  const input: ContactFilter = {};
  if (filter.search.trim()) input.search = filter.search.trim();
  for (const field of Object.keys(listNames) as ListField[]) {
    if (filter[field].length > 0) {
      Object.assign(input, { [field]: filter[field] });
    }
  }
  if (filter.inHousehold !== null) input.inHousehold = filter.inHousehold;
  if (filter.expiresBefore) input.expiresBefore = filter.expiresBefore;
  if (filter.archived) input.archived = true;
  return Object.keys(input).length > 0 ? input : undefined;
}

/** Whether two filters show the same, in whatever order they name it. */
export function sameFilter(a: Filter, b: Filter): boolean {
  return canonical(a) === canonical(b);
}

function canonical(filter: Filter): string {
  const params = paramsOf(filter, byName);
  params.sort();
  return [...params]
    .map((pair) => pair.join("="))
    .sort()
    .join("&");
}

function unique(values: string[]): string[] {
  return [...new Set(values.filter((value) => value !== ""))];
}

function known<Value extends string>(
  values: string[],
  of: readonly Value[],
): Value[] {
  return of.filter((value) => values.includes(value));
}

function yesOrNo(text: string | null): boolean | null {
  if (text === "1") return true;
  return text === "0" ? false : null;
}

function instant(text: string | null): string | null {
  return text && !Number.isNaN(Date.parse(text)) ? text : null;
}
