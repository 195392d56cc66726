import { Anchor, Button, Skeleton, Stack, Text } from "@mantine/core";
import { Link, useParams } from "wouter";
import { usePages } from "../../data/pages";
import { codeOf } from "../../data/client";
import { Empty, Failure } from "../../ui/load";
import { Page } from "../../ui/page";
import { useNow } from "../../ui/use-now";
import { DayLineView } from "./day-line-view";
import { useFollow } from "./follow";
import { LaneNumbers, laneOf } from "./lane-card";
import { NotThere } from "./not-there";
import { QueueTable } from "./queue-table";
import { sendingLaneQuery } from "./sending-queries";
import { useQueue } from "./use-queue";

/** One location's lane: its day, and everybody who waits in it. */
export function LanePage() {
  const { id } = useParams<{ id: string }>();
  const now = useNow(60_000);
  const pages = usePages(sendingLaneQuery, { id, first: 100 }, ({ node }) =>
    node?.__typename === "Location" ? node.queue : null,
  );
  const node = pages.first?.node;
  const location = node?.__typename === "Location" ? node : undefined;
  const rows = useQueue(pages.nodes);
  useFollow(pages.refresh, location?.nextSendAt);

  if (node && !location) return <NotThere what="location" />;
  if (!location && pages.error && missing.includes(codeOf(pages.error)))
    return <NotThere what="location" />;
  return (
    <Page
      title={location ? `${location.name}: who waits` : "Who waits"}
      lead={
        <Anchor component={Link} to="/sending">
          All locations
        </Anchor>
      }
    >
      {pages.error && <Failure error={pages.error} onRetry={pages.refresh} />}
      {location && (
        <Stack className="card" gap="md">
          <DayLineView lane={laneOf(location)} now={now} />
          <LaneNumbers location={location} now={now} />
        </Stack>
      )}
      {pages.loading && <Skeletons />}
      {location && rows.length === 0 && !pages.hasMore && (
        <div className="card">
          <Nobody waiting={location.waiting} />
        </div>
      )}
      {location && rows.length > 0 && (
        <section className="card" aria-label="Who waits">
          <Text size="sm" c="dimmed" mb="md" role="status">
            {shownWords(rows.length, location.waiting, pages.hasMore)}
          </Text>
          <QueueTable
            rows={rows}
            total={location.waiting}
            label={`Who waits at ${location.name}`}
            tell="batch"
            onEnd={pages.more}
          />
          {pages.loadingMore && <Skeleton height={56} mt="sm" />}
        </section>
      )}
    </Page>
  );
}

/** Codes that say that there is no such record; an address may be mistyped, too. */
export const missing = ["NOT_FOUND", "BAD_REQUEST"];

/** How much of a list is there: "20 wait", or "100 of 1,240 shown" where more follows. */
export function shownWords(
  shown: number,
  total: number,
  more: boolean,
): string {
  if (!more || shown >= total)
    return `${shown.toLocaleString()} ${shown === 1 ? "waits" : "wait"}`;
  return `${shown.toLocaleString()} of ${total.toLocaleString()} shown`;
}

function Nobody(props: { waiting: number }) {
  return props.waiting === 0 ? (
    <Empty
      title="Nobody waits here"
      action={
        <Button component={Link} to="/contacts" variant="default">
          See the contacts
        </Button>
      }
    >
      Whoever is invited takes a place here until the message leaves.
    </Empty>
  ) : (
    <Empty title="None of your clients waits here">
      {props.waiting === 1
        ? "The one that waits is not of your clients."
        : `The ${props.waiting.toLocaleString()} that wait are not of your clients.`}
    </Empty>
  );
}

function Skeletons() {
  return (
    <Stack role="status" aria-label="Loading…">
      <Skeleton height={268} radius={12} aria-hidden />
      <Skeleton height={460} radius={12} aria-hidden />
    </Stack>
  );
}
