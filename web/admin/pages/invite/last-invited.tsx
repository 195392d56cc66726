import { useQuery } from "urql";
import { When } from "../../ui/when";
import { nameOf } from "../send/plan";
import { inviteRowQuery } from "./invite-queries";
import type { Outcome } from "./use-invite-one";

/** Says what became of the last one, as long as it is so. */
export function LastInvited({ outcome }: { outcome: Outcome }) {
  const [{ data }] = useQuery({
    query: inviteRowQuery,
    variables: { id: outcome.contact?.id ?? "" },
    pause: !outcome.contact,
    requestPolicy: "cache-first",
  });
  const contact = data?.contact;
  if (!contact) return null;
  if (outcome.notInvited) {
    return `${nameOf(contact)} is on file, but not invited.`;
  }
  if (contact.status !== "QUEUED") {
    return contact.status === "PENDING"
      ? `${nameOf(contact)} is invited.`
      : null;
  }
  const leaves = contact.invitation?.expectedSendAt;
  return (
    <>
      {nameOf(contact)} is invited
      {leaves && (
        <>
          ; the message leaves about{" "}
          <When at={leaves} zone={contact.location.timeZone} />
        </>
      )}
      .
    </>
  );
}
