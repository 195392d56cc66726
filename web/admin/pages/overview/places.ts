// Addresses of lists of contacts, as the contacts page reads them.

import type { ContactStatus } from "../../gql/graphql";
import { byName, everybody, paramsOf } from "../contacts/address";

/** Everybody who stands in a status. */
export function inStatus(status: ContactStatus): string {
  return `/contacts?${paramsOf({ ...everybody, statuses: [status] }, byName)}`;
}

/** Everybody whose open invitation lapses before an instant, soonest first. */
export function expiringBefore(instant: string): string {
  const params = paramsOf(
    { ...everybody, expiresBefore: instant },
    { field: "EXPIRES_AT", direction: "ASC" },
  );
  return `/contacts?${params}`;
}

const hour = 3_600_000;

/** So many days of 24 hours from now, on the full hour, so that the question stays the same for a while. */
export function daysAhead(now: number, days: number): string {
  return new Date(
    Math.ceil(now / hour) * hour + days * 24 * hour,
  ).toISOString();
}
