import { Anchor, Button, Skeleton, Stack, Text, Title } from "@mantine/core";
import { Link, useParams } from "wouter";
import { codeOf } from "../../data/client";
import { usePages } from "../../data/pages";
import { useMay, useZone } from "../../data/viewer";
import { Failure } from "../../ui/load";
import { Page } from "../../ui/page";
import { useNow } from "../../ui/use-now";
import { When } from "../../ui/when";
import { BatchProblems } from "./batch-problems";
import { BatchProgress } from "./batch-progress";
import { batchName } from "./batch-row";
import { useBatchProgress, useFollow } from "./follow";
import { Fact, Remaining } from "./lane-card";
import { missing, shownWords } from "./lane";
import { NotThere } from "./not-there";
import { QueueTable } from "./queue-table";
import { sendingBatchQuery } from "./sending-queries";
import { useCancelBatch } from "./use-cancel-batch";
import { useQueue } from "./use-queue";
import styles from "./sending.module.css";

/** One batch: how far it is, what did not arrive, who still waits. */
export function BatchPage() {
  const { id } = useParams<{ id: string }>();
  const may = useMay();
  const home = useZone();
  const { cancelBatch, cancelling } = useCancelBatch();
  const pages = usePages(
    sendingBatchQuery,
    { id, first: 100 },
    (data) => data.invitationBatch?.queue,
  );
  const batch = pages.first?.invitationBatch;
  const rows = useQueue(pages.nodes);
  useBatchProgress(id, batch !== undefined && !batch?.finished);
  useFollow(pages.refresh, rows[0]?.expectedSendAt);

  if (batch === null || missing.includes(codeOf(pages.error)))
    return <NotThere what="batch" />;
  return (
    <Page
      title={batch ? batchName(batch) : "Batch"}
      lead={
        <Anchor component={Link} to="/sending">
          All batches
        </Anchor>
      }
      actions={
        batch?.expectedFinishAt &&
        may("MANAGE_BATCHES") && (
          <Button
            variant="default"
            loading={cancelling}
            onClick={() => void cancelBatch(batch)}
          >
            Cancel what waits…
          </Button>
        )
      }
    >
      {pages.error && <Failure error={pages.error} onRetry={pages.refresh} />}
      {!batch && !pages.error && <Skeletons />}
      {batch && (
        <Stack className="card" gap="lg">
          <BatchProgress batch={batch} />
          <dl className={styles["numbers"]}>
            <Fact term="Queued by">{batch.createdBy}</Fact>
            <Fact term="Queued">
              <When at={batch.createdAt} zone={home} />
            </Fact>
            <Fact term="Expected finish">
              {batch.expectedFinishAt ? (
                <Finish
                  at={batch.expectedFinishAt}
                  zone={rows[0]?.contact.location.timeZone ?? home}
                />
              ) : batch.finished ? (
                "Finished"
              ) : (
                "The last are on their way"
              )}
            </Fact>
          </dl>
        </Stack>
      )}
      {batch && batch.failed > 0 && (
        <BatchProblems batch={id} failed={batch.failed} />
      )}
      {batch && rows.length > 0 && (
        <section className="card" aria-labelledby="waiting">
          <Title order={2} size="h4" id="waiting">
            Who waits
          </Title>
          <Text size="sm" c="dimmed" mb="md">
            {shownWords(rows.length, batch.waiting, pages.hasMore)}
          </Text>
          <QueueTable
            rows={rows}
            total={batch.waiting}
            label="Who waits"
            tell="location"
            onEnd={pages.more}
          />
          {pages.loadingMore && <Skeleton height={56} mt="sm" />}
        </section>
      )}
    </Page>
  );
}

/** The end, and how long until then, each second. */
function Finish(props: { at: string; zone: string }) {
  const now = useNow(1_000);
  return (
    <>
      <When at={props.at} zone={props.zone} />{" "}
      <Remaining until={props.at} now={now} />
    </>
  );
}

function Skeletons() {
  return (
    <Stack role="status" aria-label="Loading…">
      <Skeleton height={158} radius={12} aria-hidden />
      <Skeleton height={460} radius={12} aria-hidden />
    </Stack>
  );
}
