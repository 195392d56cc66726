import { useQuery } from "urql";
import { useRefreshOnChange } from "../../data/live";
import type { ContactsByStatusQuery } from "../../gql/graphql";
import { everybody, sameFilter, type Filter } from "./address";
import { contactsByStatusQuery } from "./contacts-queries";
import type { Amount } from "./possible";

type Viewer = NonNullable<ContactsByStatusQuery["viewer"]>;

/** How many stand in each status. */
export type StatusCounts = NonNullable<Viewer["organization"]>["statusCounts"];

/** How many stand in each status, exact, as it changes; undefined before the first answer. */
export function useStatusCounts(): StatusCounts | undefined {
  const [{ data }, ask] = useQuery({ query: contactsByStatusQuery });
  useRefreshOnChange(() => ask({ requestPolicy: "network-only" }));
  return data?.viewer?.organization?.statusCounts;
}

/**
 * How many a filter shows, where the counts by status tell: they are exact
 * beyond the 10,000 at which the count of a list stops.
 */
export function totalOf(
  counts: StatusCounts | undefined,
  filter: Filter,
): Amount | undefined {
  const { statuses } = filter;
  if (!counts || !sameFilter(filter, { ...everybody, statuses })) return;
  const shown = counts.filter(
    ({ status }) => statuses.length === 0 || statuses.includes(status),
  );
  return {
    value: shown.reduce((total, { count }) => total + count.value, 0),
    exact: shown.every(({ count }) => count.exact),
  };
}
