// Small words of the contacts' screens.

import type { Channel, ClientTypeKey, EventKind } from "../../gql/graphql";

/** A count as people read it; "10,000+" where there are more. */
export function countWords(count: { value: number; exact: boolean }): string {
  return count.value.toLocaleString() + (count.exact ? "" : "+");
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

/** A channel, as a noun. */
export const channelWords: Record<Channel, string> = {
  EMAIL: "Email",
  SMS: "Text message",
};

/** Channels in one phrase: "Email and text message". */
export function channelsOf(channels: Channel[]): string {
  const phrase = channels
    .map((channel) => channelWords[channel].toLowerCase())
    .join(" and ");
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}

/** A text with its placeholders filled in, as the recipient reads it. */
export function filled(
  text: string,
  values: { name: string; organization: string },
): string {
  return text.replace(
    /\{\{\s*(name|organization)\s*\}\}/g,
    (_, field: "name" | "organization") => values[field],
  );
}

/** Reasons that are codes, in words; the others are words already. */
export function reasonWords(reason: string): string {
  return reason === "BATCH_CANCELLED" ? "Its batch was cancelled" : reason;
}

const eventWords: Record<EventKind, string> = {
  INVITATION_QUEUED: "Invited; waits for its turn",
  ROUND_QUEUED: "To be sent once more; waits for its turn",
  ROUND_RAISED: "Moved to the front",
  ROUND_CANCELLED: "Sending cancelled",
  REMINDER_QUEUED: "Reminder waits for its turn",
  MESSAGE_SENT: "sent",
  MESSAGE_DEFERRED: "refused for now; it is tried again",
  MESSAGE_FAILED: "did not arrive",
  MESSAGE_SKIPPED: "not sent: no address",
  INVITATION_SENT: "Invitation open",
  INVITATION_FAILED: "Nothing could be delivered",
  INVITATION_EXPIRED: "Time ran out",
  INVITATION_REVOKED: "Taken back",
  INVITATION_ACCEPTED: "Joined",
  INVITATION_DECLINED: "Declined",
  CONTACT_CREATED: "Put on file",
  CONTACT_CHANGED: "Contact changed",
  POLICY_CHANGED: "Policy changed",
  ORGANIZATION_CHANGED: "Organization changed",
  BATCH_CANCELLED: "Batch cancelled",
};

/** What happened, in words: "Email sent", "Taken back". */
export function eventTitle(event: {
  kind: EventKind;
  channel?: Channel | null;
}): string {
  const words = eventWords[event.kind];
  if (!event.kind.startsWith("MESSAGE_")) return words;
  return `${event.channel ? channelWords[event.channel] : "Message"} ${words}`;
}
