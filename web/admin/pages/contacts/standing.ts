// The second line below a status: what one would otherwise open the contact for.

import { fromNow } from "../../ui/when";
import type { ListedContact } from "./contacts-queries";

const lost = ["BOUNCED", "FAILED", "SUPPRESSED", "COMPLAINED"];

/** What there is to say beyond the status; null where it says everything. */
export function standingOf(
  contact: Pick<ListedContact, "status" | "invitation">,
  now = Date.now(),
): { words: string; problem: boolean } | null {
  const { status, invitation } = contact;
  if (!invitation) return null;
  if (status === "PENDING" || status === "FAILED") {
    const problem = problemOf(invitation);
    if (problem) return { words: problem, problem: true };
  }
  if (status === "PENDING" && invitation.expiresAt) {
    return {
      words: `expires ${fromNow(invitation.expiresAt, now)}`,
      problem: false,
    };
  }
  return null;
}

/** Says that nothing of the current round arrived, where that is so. */
function problemOf(
  invitation: NonNullable<ListedContact["invitation"]>,
): string | null {
  const sent = invitation.deliveries.filter(
    ({ round, state }) => round === invitation.round && state !== "SKIPPED",
  );
  if (sent.length === 0 || !sent.every(({ state }) => lost.includes(state))) {
    return null;
  }
  const channels = [
    ...new Set(sent.map((d) => (d.channel === "EMAIL" ? "email" : "text"))),
  ];
  return `${channels.join(" and ")} did not arrive`;
}
