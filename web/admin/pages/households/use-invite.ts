import { useRef, useState } from "react";
import { useMutation } from "urql";
import { attemptFor, type Attempt } from "../../data/attempt";
import { notifyDone } from "../../ui/notify";
import { accepted, refusedOnce } from "../../ui/refusals";
import { sentMessage } from "../send/plan";
import { inputOf, type TextEdits } from "../send/texts";
import { fieldNames } from "../send/use-send";
import { useTakeBack } from "../send/use-take-back";
import {
  householdInviteMutation,
  type HouseholdsInvited,
} from "./households-queries";

/**
 * Invites one of each, once: a retry after a lost connection is answered as the
 * first call was. Says what was done, with an offer to take it back.
 */
export function useInviteHouseholds(households: string[]) {
  const [{ fetching }, invite] = useMutation(householdInviteMutation);
  const takeBack = useTakeBack();
  const attempt = useRef<Attempt>(undefined);
  const [refused, setRefused] = useState(accepted);
  return {
    sending: fetching,
    refused,
    forget: () => setRefused(accepted),
    async send(edits: TextEdits): Promise<HouseholdsInvited | undefined> {
      const texts = inputOf(edits);
      const input = { households, ...(texts && { invitation: texts }) };
      attempt.current = attemptFor(attempt.current, input);
      const { data, error } = await invite({
        input: { ...input, idempotencyKey: attempt.current.key },
      });
      const payload = data?.inviteHouseholds;
      if (!payload || payload.userErrors.length > 0) {
        const refusals = payload?.userErrors ?? [];
        setRefused(refusedOnce(refusals, fieldNames, error));
        return undefined;
      }
      const { batch, queuedCount, skippedCount } = payload;
      if (queuedCount > 0) {
        notifyDone(
          sentMessage(queuedCount, skippedCount),
          batch ? () => void takeBack(batch.id) : undefined,
        );
      }
      return payload;
    },
  };
}
