import { Anchor, Button, Text } from "@mantine/core";
import { Link } from "wouter";
import { useMay, useZone } from "../../data/viewer";
import type { SendingBatchesQuery } from "../../gql/graphql";
import { When } from "../../ui/when";
import { BatchProgress } from "./batch-progress";
import { useBatchProgress } from "./follow";
import { Remaining } from "./lane-card";
import { useCancelBatch } from "./use-cancel-batch";
import styles from "./sending.module.css";

/** A batch as the list shows it. */
export type BatchOf = SendingBatchesQuery["invitationBatches"]["nodes"][number];

/** Who queued how many, how far that is, when it ends, and how to stop it. */
export function BatchRow(props: {
  batch: BatchOf;
  /** Whether to follow its numbers. */
  live: boolean;
  now: number;
}) {
  const { batch, now } = props;
  const may = useMay();
  const home = useZone();
  const { cancelBatch, cancelling } = useCancelBatch();
  useBatchProgress(batch.id, props.live && !batch.finished);
  const zone = batch.queue.nodes[0]?.contact.location.timeZone ?? home;
  const name = batchName(batch);

  return (
    <li className={styles["batch"]}>
      <div>
        <Anchor component={Link} to={`/sending/batches/${batch.id}`} fw={600}>
          {name}
        </Anchor>
        <Text size="sm" c="dimmed">
          {batch.createdBy}
          <br />
          <When at={batch.createdAt} zone={home} />
        </Text>
      </div>
      <BatchProgress batch={batch} />
      <Text size="sm" component="div">
        {batch.expectedFinishAt ? (
          <>
            Finishes <When at={batch.expectedFinishAt} zone={zone} />{" "}
            <Remaining until={batch.expectedFinishAt} now={now} />
          </>
        ) : (
          <Text span inherit c="dimmed">
            {batch.finished ? "Finished" : "The last are on their way"}
          </Text>
        )}
      </Text>
      <div className={styles["end"]}>
        {may("MANAGE_BATCHES") && batch.expectedFinishAt && (
          <Button
            variant="default"
            loading={cancelling}
            aria-label={`Cancel what waits of ${name} by ${batch.createdBy}`}
            onClick={() => void cancelBatch(batch)}
          >
            Cancel…
          </Button>
        )}
      </div>
    </li>
  );
}

/** What a batch is called: "20 invitations". */
export function batchName(batch: { total: number }): string {
  return `${batch.total.toLocaleString()} ${batch.total === 1 ? "invitation" : "invitations"}`;
}
