import { useClient, useMutation } from "urql";
import { useConfirm } from "../../ui/confirm";
import { explain } from "../../ui/load";
import { notifyDone, notifyRefused } from "../../ui/notify";
import { sendingCancelMutation, sendingLanesQuery } from "./sending-queries";

/** Asks, then cancels what waits of a batch. */
export function useCancelBatch() {
  const client = useClient();
  const confirm = useConfirm();
  const [{ fetching }, cancel] = useMutation(sendingCancelMutation);

  async function ask(batch: { id: string; waiting: number }): Promise<void> {
    const many = batch.waiting.toLocaleString();
    const one = batch.waiting === 1;
    const agreed = await confirm({
      title: one
        ? "Cancel the one that waits?"
        : `Cancel the ${many} that wait?`,
      body:
        `${one ? "It" : "They"} will not be sent, and whoever was not invited before counts as never invited. ` +
        "A message that is on its way already still arrives. " +
        "This cannot be undone, but everybody can be invited again.",
      verb: one ? "Cancel 1 invitation" : `Cancel ${many} invitations`,
      keep: "Keep sending",
    });
    if (!agreed) return;
    const { data, error } = await cancel({ input: { id: batch.id } });
    const [refusal] = data?.cancelBatch.userErrors ?? [];
    if (error) notifyRefused(explain(error));
    else if (refusal) notifyRefused(refusal.message);
    else {
      const count = data?.cancelBatch.cancelledCount ?? 0;
      notifyDone(
        `${count.toLocaleString()} ${count === 1 ? "invitation" : "invitations"} cancelled.`,
      );
      // Whoever waited behind them leaves earlier now.
      void client
        .query(sendingLanesQuery, {}, { requestPolicy: "network-only" })
        .toPromise();
    }
  }
  return { cancelBatch: ask, cancelling: fetching };
}
