// What sending would do, in words.

import type { SendAction, SendPreviewQuery } from "../../gql/graphql";
import type { ContactFilter } from "../../gql/graphql";

/** Whom to send to: named contacts, or all that match. */
export type Selection = { contacts: string[] } | { filter: ContactFilter };

/** What the server says that sending would do. */
export type Preview = SendPreviewQuery["previewInvite"];

type Skipped = Preview["skipped"][number];

/** Contacts that would be skipped for one reason. */
export interface SkippedGroup {
  code: string;
  reason: string;
  contacts: Skipped["contact"][];
}

/** Reasons that many can share, without anybody's name in them. */
const reasons: Record<string, string> = {
  NO_ADDRESS: "No address for the chosen channels",
  OFFLINE_CLIENT: "Offline clients are never invited",
  CONTACT_ARCHIVED: "Archived",
  ALREADY_REGISTERED: "Joined already",
  ALREADY_INVITED: "Invited already: send it again instead",
  ALREADY_ACCEPTED: "Accepted already",
  NOT_RESENDABLE: "Not invited, or taken back: invite instead",
  TOO_SOON: "A message left less than 15 minutes ago",
  NOT_ALLOWED: "Not yours to invite",
};

/** Sorts the skipped by their reason, the most frequent first. */
export function groupSkipped(skipped: Skipped[]): SkippedGroup[] {
  const groups = new Map<string, SkippedGroup>();
  for (const { contact, error } of skipped) {
    const group = groups.get(error.code) ?? {
      code: error.code,
      reason: reasons[error.code] ?? error.message,
      contacts: [],
    };
    group.contacts.push(contact);
    groups.set(error.code, group);
  }
  return [...groups.values()].sort(
    (a, b) => b.contacts.length - a.contacts.length,
  );
}

/** What a contact is called: by name, else by address. */
export function nameOf(contact: {
  name: string;
  email: string | null;
  phone: string | null;
}): string {
  return contact.name || contact.email || contact.phone || "No name";
}

/** The instant a pace after the last one leaves, when all is done. */
export function finishOf(lastSendAt: string, paceSeconds: number): string {
  return new Date(Date.parse(lastSendAt) + paceSeconds * 1000).toISOString();
}

/** The words of the button that sends. */
export function sendLabel(action: SendAction, count: number): string {
  if (action === "RESEND") return `Send again to ${count.toLocaleString()}`;
  return count === 1
    ? "Queue 1 invitation"
    : `Queue ${count.toLocaleString()} invitations`;
}

/** What happened, for the notice. */
export function sentMessage(queued: number, skipped: number): string {
  const some =
    queued === 1
      ? "1 invitation waits to leave"
      : `${queued.toLocaleString()} invitations wait to leave`;
  return skipped === 0
    ? `${some}.`
    : `${some}, ${skipped.toLocaleString()} skipped.`;
}
