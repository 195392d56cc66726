import {
  Anchor,
  Group,
  Stack,
  Text,
  Title,
  VisuallyHidden,
} from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { SendingLanesQuery } from "../../gql/graphql";
import { paceWords, spanWords } from "../../ui/spans";
import { When } from "../../ui/when";
import type { Lane } from "./day-line";
import { DayLineView } from "./day-line-view";
import { clockTime, placeOf } from "./day-words";
import styles from "./sending.module.css";

type Viewer = NonNullable<SendingLanesQuery["viewer"]>;

/** A location with what its lane is told by. */
export type LaneOf = NonNullable<Viewer["organization"]>["locations"][number];

/** What a location's day is drawn from. */
export function laneOf(location: Omit<LaneOf, "__typename">): Lane {
  return {
    zone: location.timeZone,
    window: location.policy.sendWindow ?? null,
    waiting: location.waiting,
    nextSendAt: location.nextSendAt ?? null,
    expectedFinishAt: location.expectedFinishAt ?? null,
  };
}

/** One location: its clock, what waits, when that leaves, and its day. */
export function LaneCard(props: { location: LaneOf; now: number }) {
  const { location, now } = props;
  return (
    <Stack component="li" className="card" gap="md">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Title order={3} size="h4">
            {location.name}
          </Title>
          <Text size="sm" c="dimmed" className="numbers">
            {clockTime(now, location.timeZone)} in {placeOf(location.timeZone)}
          </Text>
        </div>
        <Anchor
          component={Link}
          to={`/sending/lanes/${location.id}`}
          className={styles["waiting"]}
        >
          <span className="numbers">{location.waiting.toLocaleString()}</span>{" "}
          waiting
          <VisuallyHidden> at {location.name}: see who</VisuallyHidden>
        </Anchor>
      </Group>
      <DayLineView lane={laneOf(location)} now={now} />
      <LaneNumbers location={location} now={now} />
    </Stack>
  );
}

/** Next, last, and how fast. */
export function LaneNumbers(props: {
  location: Omit<LaneOf, "__typename">;
  now: number;
}) {
  const { nextSendAt, expectedFinishAt, timeZone, policy } = props.location;
  return (
    <dl className={styles["numbers"]}>
      <Fact term="Next">
        {nextSendAt ? (
          <When at={nextSendAt} zone={timeZone} />
        ) : (
          "Nothing waits"
        )}
      </Fact>
      <Fact term="Expected finish">
        {expectedFinishAt ? (
          <>
            <When at={expectedFinishAt} zone={timeZone} />{" "}
            <Remaining until={expectedFinishAt} now={props.now} />
          </>
        ) : (
          "–"
        )}
      </Fact>
      <Fact term="Pace">{paceWords(policy.paceSeconds)}</Fact>
    </dl>
  );
}

/** How long it still takes. */
export function Remaining(props: { until: string; now: number }) {
  const left = Date.parse(props.until) - props.now;
  if (left <= 0) return null;
  return (
    <Text size="sm" c="dimmed" className="numbers">
      in {spanWords(left)}
    </Text>
  );
}

/** A term and what stands for it. */
export function Fact(props: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.term}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
