// What can be sent to a contact as it stands. The server decides again; this is
// so that no button is offered in vain.

import type {
  ClientTypeKey,
  ContactFilter,
  ContactStatus,
  SendAction,
} from "../../gql/graphql";

/** Statuses from which a contact is invited: there is no open invitation. */
export const invitable: ContactStatus[] = [
  "NOT_INVITED",
  "DECLINED",
  "REVOKED",
  "ACCEPTED",
];

/** Statuses in which an invitation can be sent once more. */
export const resendable: ContactStatus[] = [
  "QUEUED",
  "PENDING",
  "EXPIRED",
  "FAILED",
];

/** Statuses in which an invitation can be taken back. */
export const revocable: ContactStatus[] = ["QUEUED", "PENDING", "FAILED"];

/** Client types that have access to the app. */
export const reachableTypes: ClientTypeKey[] = [
  "FULL_ACCESS",
  "FULL_ACCESS_ONE_WAY",
];

/** What decides about sending to a contact. */
export interface Standing {
  status: ContactStatus;
  clientType: { key: ClientTypeKey };
}

/** What can be sent to the contact now; null where nothing can. */
export function actionFor(contact: Standing): SendAction | null {
  if (!reachableTypes.includes(contact.clientType.key)) return null;
  if (invitable.includes(contact.status)) return "INVITE";
  return resendable.includes(contact.status) ? "RESEND" : null;
}

/** How many; `exact` is false where there are more. */
export interface Amount {
  value: number;
  exact: boolean;
}

/** What an action would reach of those who are chosen. */
export interface Reach {
  action: SendAction;
  count: Amount;
  selection: { contacts: string[] } | { filter: ContactFilter };
}

/** What could be sent to the chosen ones of these contacts. */
export function reachesOf(
  contacts: (Standing & { id: string })[],
  chosen: ReadonlySet<string>,
  actions: SendAction[],
): Reach[] {
  const rows = contacts.filter(({ id }) => chosen.has(id));
  return actions.map((action) => {
    const ids = rows
      .filter((contact) => actionFor(contact) === action)
      .map(({ id }) => id);
    const count = { value: ids.length, exact: true };
    return { action, count, selection: { contacts: ids } };
  });
}

/**
 * What could be sent to all that match a filter, by how many of them who have
 * access stand in each status.
 */
export function reachesOfAll(
  filter: ContactFilter,
  counts: { status: ContactStatus; count: Amount }[],
  actions: SendAction[],
): Reach[] {
  return actions.flatMap((action) => {
    const part = narrowed(filter, action);
    if (!part) return [];
    const of = counts.filter(({ status }) => part.statuses?.includes(status));
    const count = {
      value: of.reduce((sum, { count }) => sum + count.value, 0),
      exact: of.every(({ count }) => count.exact),
    };
    return [{ action, count, selection: { filter: part } }];
  });
}

/** Those of a filter's client types that have access to the app. */
export function reachableOf(filter: ContactFilter): ClientTypeKey[] {
  return both(filter.clientTypes, reachableTypes);
}

/**
 * The part of a filter that an action is possible for; null where that is
 * nobody.
 */
export function narrowed(
  filter: ContactFilter,
  action: SendAction,
): ContactFilter | null {
  const statuses = both(
    filter.statuses,
    action === "INVITE" ? invitable : resendable,
  );
  const clientTypes = reachableOf(filter);
  if (statuses.length === 0 || clientTypes.length === 0) return null;
  return { ...filter, statuses, clientTypes };
}

function both<Value>(
  chosen: Value[] | null | undefined,
  possible: Value[],
): Value[] {
  if (!chosen || chosen.length === 0) return possible;
  return possible.filter((value) => chosen.includes(value));
}
