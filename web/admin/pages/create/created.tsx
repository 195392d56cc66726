import {
  Alert,
  Anchor,
  Button,
  Group,
  Stack,
  Text,
  Title,
} from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import { StatusChip } from "../../ui/chips";
import { When } from "../../ui/when";
import { nameOf } from "../send/plan";
import { useTakeBack } from "../send/use-take-back";
import classes from "./create.module.css";
import type { Place } from "./slots";
import type { Created } from "./use-create";

type Result = Created["results"][number];

/** What became of a list: how many are on file now, who was met there already. */
export function CreatedSummary(props: {
  created: Created;
  place: Place;
  /** The entries as they were given. */
  texts: string[];
  /** How many stand aside for the next list. */
  aside: number;
  onMore: () => void;
}) {
  const { created, place, aside } = props;
  const { createdCount, skippedCount, results, batch } = created;
  const skipped = results.filter(({ outcome }) => outcome === "SKIPPED");
  const households = new Set(
    results
      .filter(({ outcome }) => outcome === "CREATED")
      .flatMap(({ contact }) => contact?.household?.id ?? []),
  ).size;
  const notInvited = results.filter((result) => result.notInvited);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  return (
    <Stack gap="lg" className="card">
      <Title order={2} size="h3" ref={heading} tabIndex={-1}>
        {createdCount === 1
          ? "1 person is on file now"
          : `${createdCount.toLocaleString()} people are on file now`}
      </Title>
      {households > 0 && (
        <Text>
          {households === 1
            ? "They belong to 1 household."
            : `They belong to ${households.toLocaleString()} households.`}{" "}
          <Anchor component={Link} to="/households" inherit underline="always">
            Go to the households
          </Anchor>
        </Text>
      )}
      {batch && <Queued batch={batch} place={place} />}
      {notInvited.length > 0 && (
        <Alert color="orange" variant="light" title="Not invited">
          <People
            results={notInvited}
            texts={props.texts}
            why={(r) => r.notInvited?.message}
          />
        </Alert>
      )}
      {skippedCount > 0 && (
        <div>
          <Text size="sm" mb="xs">
            {skippedCount === 1
              ? "1 was skipped: on file already, or it stood twice."
              : `${skippedCount.toLocaleString()} were skipped: on file already, or they stood twice.`}
          </Text>
          <People results={skipped} texts={props.texts} />
        </div>
      )}
      <Group>
        <Button onClick={props.onMore}>
          {aside > 0
            ? `Go on with the ${aside.toLocaleString()} set aside`
            : "Create more"}
        </Button>
        <Button component={Link} to="/contacts" variant="default">
          Go to the contacts
        </Button>
      </Group>
    </Stack>
  );
}

/** The invitations that were queued, until they are taken back. */
function Queued(props: { batch: NonNullable<Created["batch"]>; place: Place }) {
  const { batch, place } = props;
  const takeBack = useTakeBack();
  const [busy, setBusy] = useState(false);
  const [undone, setUndone] = useState<number>();
  async function undo() {
    setBusy(true);
    setUndone(await takeBack(batch.id));
    setBusy(false);
  }
  if (undone !== undefined) {
    return (
      <Text ref={(text) => text?.focus()} tabIndex={-1}>
        {undone.toLocaleString()} of {batch.total.toLocaleString()} invitations
        were taken back before they left.
      </Text>
    );
  }
  return (
    <Group justify="space-between" gap="sm">
      <Text>
        {batch.total === 1
          ? "1 invitation waits to leave"
          : `${batch.total.toLocaleString()} invitations wait to leave`}
        {batch.expectedFinishAt && (
          <>
            ; finished by{" "}
            <When at={batch.expectedFinishAt} zone={place.timeZone} />
          </>
        )}
        .{" "}
        <Anchor
          component={Link}
          to={`/sending/batches/${batch.id}`}
          inherit
          underline="always"
        >
          Follow them
        </Anchor>
      </Text>
      <Button variant="default" loading={busy} onClick={() => void undo()}>
        Undo the invitations
      </Button>
    </Group>
  );
}

function People(props: {
  results: Result[];
  texts: string[];
  why?: (result: Result) => string | undefined;
}) {
  return (
    <Stack
      component="ul"
      gap={6}
      m={0}
      pl={0}
      mah={320}
      className={classes["people"]}
    >
      {props.results.map((result) => (
        <Group component="li" key={result.index} gap="sm">
          {result.contact ? (
            <>
              <Anchor
                component={Link}
                to={`/contacts/${result.contact.id}`}
                size="sm"
                underline="always"
              >
                {nameOf(result.contact)}
              </Anchor>
              <StatusChip
                status={result.contact.status}
                label={result.contact.statusLabel}
              />
            </>
          ) : (
            <Text size="sm">
              {props.texts[result.index] ?? `Entry ${result.index + 1}`}:
              another trainer’s client
            </Text>
          )}
          {props.why && <Text size="sm">{props.why(result)}</Text>}
        </Group>
      ))}
    </Stack>
  );
}
