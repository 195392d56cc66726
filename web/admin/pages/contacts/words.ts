// Small words of the contacts' screens.

import type { ClientTypeKey, EventKind } from "../../gql/graphql";

/** A count as people read it; "10,000+" where there are more. */
export function countWords(count: { value: number; exact: boolean }): string {
  return count.value.toLocaleString() + (count.exact ? "" : "+");
}

/** A number with its noun: "1 contact", "20 contacts". */
export function counted(n: number, noun: string): string {
  return `${n.toLocaleString()} ${n === 1 ? noun : noun + "s"}`;
}

/**
 * The plural of an organization's word for a stage. Words that look English get
 * an "s" as English has it; any other stays as it is, which reads well enough
 * ("Invite 会員") where a guess would not.
 */
export function plural(word: string): string {
  if (!/^[A-Za-z][A-Za-z -]*$/.test(word)) return word;
  if (/s$/i.test(word) && !/(ss|us)$/i.test(word)) return word;
  if (/[^aeiou]y$/i.test(word)) return word.slice(0, -1) + "ies";
  return word + (/(s|x|z|ch|sh)$/i.test(word) ? "es" : "s");
}

/** Names of the client types, for places that have not asked the server. */
export const clientTypeNames: Record<ClientTypeKey, string> = {
  FULL_ACCESS: "Full access",
  FULL_ACCESS_ONE_WAY: "One-way",
  OFFLINE: "Offline",
};

/** What happened, as a sentence's beginning. */
export const eventWords: Record<EventKind, string> = {
  INVITATION_QUEUED: "Invited: takes its place in the lane",
  ROUND_QUEUED: "To be sent once more",
  ROUND_RAISED: "Moved to the front",
  ROUND_CANCELLED: "Sending cancelled",
  REMINDER_QUEUED: "Reminder takes its place in the lane",
  MESSAGE_SENT: "Message sent",
  MESSAGE_DEFERRED: "Message refused for now; it is tried again",
  MESSAGE_FAILED: "Message did not arrive",
  MESSAGE_SKIPPED: "No address to send to",
  INVITATION_SENT: "Invitation open",
  INVITATION_FAILED: "Nothing arrived on any channel",
  INVITATION_EXPIRED: "Invitation expired",
  INVITATION_REVOKED: "Invitation revoked",
  INVITATION_ACCEPTED: "Joined",
  INVITATION_DECLINED: "Declined",
  CONTACT_CREATED: "Put on file",
  CONTACT_CHANGED: "Contact changed",
  POLICY_CHANGED: "Policy changed",
  ORGANIZATION_CHANGED: "Organization changed",
  BATCH_CANCELLED: "Batch cancelled",
};
