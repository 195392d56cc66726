import { Button, Center, Group, Skeleton, Stack, Title } from "@mantine/core";
import { Link } from "wouter";
import { usePages } from "../../data/pages";
import { useMay } from "../../data/viewer";
import { Empty, Failure } from "../../ui/load";
import { BatchRow } from "./batch-row";
import { useFollow } from "./follow";
import { sendingBatchesQuery } from "./sending-queries";
import styles from "./sending.module.css";

/** How many unfinished batches are followed at once; the rest is asked for with the list. */
const followed = 10;

/** The batches, newest first. */
export function Batches(props: { now: number }) {
  const may = useMay();
  const pages = usePages(
    sendingBatchesQuery,
    { first: 20 },
    (data) => data.invitationBatches,
  );
  useFollow(pages.refresh);
  const live = new Set(
    pages.nodes
      .filter((batch) => !batch.finished)
      .slice(0, followed)
      .map((batch) => batch.id),
  );
  return (
    <Stack component="section" aria-labelledby="batches" gap="md">
      <Title order={2} size="h3" id="batches">
        Batches
      </Title>
      {pages.error && <Failure error={pages.error} onRetry={pages.refresh} />}
      {pages.loading && <BatchesWaiting />}
      {pages.first && pages.nodes.length === 0 && (
        <Empty
          title="Nothing was sent to several people yet"
          action={
            may("INVITE") && (
              <Button component={Link} to="/contacts?status=NOT_INVITED">
                Choose whom to invite
              </Button>
            )
          }
        >
          Each time somebody invites or resends, a batch stands here, with how
          far it is.
        </Empty>
      )}
      {pages.nodes.length > 0 && (
        <div className="card">
          <ul className={styles["batches"]}>
            {pages.nodes.map((batch) => (
              <BatchRow
                key={batch.id}
                batch={batch}
                live={live.has(batch.id)}
                now={props.now}
              />
            ))}
          </ul>
        </div>
      )}
      {pages.hasMore && (
        <Center>
          <Button
            variant="default"
            onClick={pages.more}
            loading={pages.loadingMore}
          >
            Show older batches
          </Button>
        </Center>
      )}
    </Stack>
  );
}

function BatchesWaiting() {
  return (
    <div className="card" role="status" aria-label="Loading…">
      {[0, 1, 2].map((n) => (
        <Group key={n} className={styles["batch"]} aria-hidden>
          <Skeleton height={42} />
          <Skeleton height={42} />
          <Skeleton height={42} />
        </Group>
      ))}
    </div>
  );
}
