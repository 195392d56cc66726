import { useRef, useState } from "react";
import { useClient } from "urql";
import { attemptFor, type Attempt } from "../../data/attempt";
import type { SendAction, SendInviteMutation } from "../../gql/graphql";
import { notifyDone } from "../../ui/notify";
import { accepted, refusedOnce, type Refusal } from "../../ui/refusals";
import { sentMessage, type Selection } from "./plan";
import { sendInviteMutation, sendResendMutation } from "./send-queries";
import { inputOf, type TextEdits } from "./texts";
import { useTakeBack } from "./use-take-back";

/** The form's fields by the last step of a refusal's path. */
export const fieldNames = {
  subject: "subject",
  body: "body",
  button: "button",
  channels: "channels",
};

/**
 * Sends, once: a retry after a lost connection is answered as the first call
 * was. Says what was done, with an offer to take it back.
 */
export function useSend(action: SendAction, selection: Selection) {
  const client = useClient();
  const takeBack = useTakeBack();
  const attempt = useRef<Attempt>(undefined);
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState(accepted);

  async function ask(edits: TextEdits) {
    const input = { ...selection, invitation: inputOf(edits) };
    attempt.current = attemptFor(attempt.current, input);
    const variables = {
      input: { ...input, idempotencyKey: attempt.current.key },
    };
    if (action === "INVITE") {
      const { data, error } = await client.mutation(
        sendInviteMutation,
        variables,
      );
      return { payload: data?.inviteContacts, error };
    }
    const { data, error } = await client.mutation(
      sendResendMutation,
      variables,
    );
    return { payload: data?.resendInvitations, error };
  }

  /** Returns what was queued; undefined where nothing was: why stands in `refused`. */
  async function send(edits: TextEdits) {
    setSending(true);
    const { payload, error } = await ask(edits);
    setSending(false);
    const refusals = payload ? refusalsOf(payload) : [];
    if (!payload || refusals.length > 0) {
      setRefused(refusedOnce(refusals, fieldNames, error));
      return undefined;
    }
    const { batch, queuedCount, skippedCount } = payload;
    notifyDone(
      sentMessage(queuedCount, skippedCount),
      batch ? () => void takeBack(batch.id) : undefined,
      batch
        ? { to: `/sending/batches/${batch.id}`, label: "Follow it" }
        : undefined,
    );
    return payload;
  }

  return {
    sending,
    refused,
    forget: () => setRefused(accepted),
    send,
  };
}

type Payload = SendInviteMutation["inviteContacts"];

/** Why nothing was queued; empty where something was. */
function refusalsOf({ userErrors, queuedCount, results }: Payload): Refusal[] {
  if (userErrors.length > 0 || queuedCount > 0) return userErrors;
  return results.flatMap(({ error }) =>
    error ? [{ code: error.code, message: error.message }] : [],
  );
}
