import { useMutation } from "urql";
import type { ContactsInviteMutation, SendAction } from "../../gql/graphql";
import { useConfirm } from "../../ui/confirm";
import { explain } from "../../ui/load";
import { notifyDone, notifyRefused } from "../../ui/notify";
import { useTakeBack } from "../send/use-take-back";
import { nameOf } from "./columns";
import {
  contactsInviteMutation,
  contactsResendMutation,
  contactsRevokeMutation,
  type ListedContact,
} from "./contacts-queries";

type Payload = ContactsInviteMutation["inviteContacts"];

/** Whom it is about, as far as words and ids go. */
export type Addressee = Pick<ListedContact, "id" | "name" | "email" | "phone">;

/**
 * Sends without a look at the text. It can be taken back as long as nothing
 * has left, so it offers that instead of asking first.
 */
export function useSendNow(): (
  contact: Addressee,
  action: SendAction,
) => Promise<void> {
  const [, invite] = useMutation(contactsInviteMutation);
  const [, resend] = useMutation(contactsResendMutation);
  const takeBack = useTakeBack();

  return async (contact, action) => {
    const name = nameOf(contact);
    const input = {
      contacts: [contact.id],
      idempotencyKey: crypto.randomUUID(),
    };
    let payload: Payload | undefined;
    let error;
    if (action === "INVITE") {
      const answer = await invite({ input });
      [payload, error] = [answer.data?.inviteContacts, answer.error];
    } else {
      const answer = await resend({ input });
      // Both mutations have the one payload.
      payload = answer.data?.resendInvitations as Payload | undefined;
      error = answer.error;
    }
    const why = error ? explain(error) : refusalOf(payload);
    if (why) return notifyRefused(why);
    const batch = payload?.batch?.id;
    notifyDone(
      batch
        ? `The invitation to ${name} waits for its turn.`
        : `The invitation to ${name} is next in its lane.`,
      batch ? () => void takeBack(batch) : undefined,
    );
  };
}

function refusalOf(payload: Payload | undefined): string | undefined {
  return payload?.userErrors[0]?.message ?? payload?.results[0]?.error?.message;
}

/** Takes an invitation back, after asking. Answers whether it was done. */
export function useRevoke(): (
  contact: Addressee,
  invitation: string,
) => Promise<boolean> {
  const confirm = useConfirm();
  const [, revoke] = useMutation(contactsRevokeMutation);
  return async (contact, invitation) => {
    const name = nameOf(contact);
    const yes = await confirm({
      title: `Revoke the invitation of ${name}?`,
      body: "The link and the code that were sent stop working, and what has not left is not sent. This cannot be undone, but a new invitation can be made.",
      verb: "Revoke",
    });
    if (!yes) return false;
    const { data, error } = await revoke({ input: { id: invitation } });
    const [refusal] = data?.revokeInvitation.userErrors ?? [];
    if (error || refusal) {
      notifyRefused(error ? explain(error) : refusal!.message);
      return false;
    }
    notifyDone(`The invitation of ${name} is revoked.`);
    return true;
  };
}
