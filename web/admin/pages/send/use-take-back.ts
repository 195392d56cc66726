import { useCallback } from "react";
import { useClient } from "urql";
import { explain } from "../../ui/load";
import { notifyDone, notifyRefused } from "../../ui/notify";
import { sendCancelMutation } from "./send-queries";

/**
 * Takes back what waits of a batch, and says so; returns how many invitations
 * that were, undefined where it was refused. It goes on working when the page that offered it is gone.
 */
export function useTakeBack(): (batch: string) => Promise<number | undefined> {
  const client = useClient();
  return useCallback(
    async (batch) => {
      const { data, error } = await client.mutation(sendCancelMutation, {
        input: { id: batch },
      });
      const payload = data?.cancelBatch;
      const [refusal] = payload?.userErrors ?? [];
      if (error) notifyRefused(explain(error));
      else if (refusal) notifyRefused(refusal.message);
      else {
        const count = payload?.cancelledCount ?? 0;
        notifyDone(
          count === 1
            ? "1 invitation was taken back before it left."
            : `${count.toLocaleString()} invitations were taken back before they left.`,
        );
        return count;
      }
      return undefined;
    },
    [client],
  );
}
