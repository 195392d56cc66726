import { Button, Group, Text } from "@mantine/core";
import {
  Cross2Icon,
  EnvelopeClosedIcon,
  PaperPlaneIcon,
} from "@radix-ui/react-icons";
import type { ReactNode } from "react";
import type { Amount, Reach } from "./possible";
import { countWords } from "./words";
import classes from "./contacts.module.css";

/** What can be done with those who are chosen: at the bottom, over the list. */
export function BulkBar(props: {
  count: Amount;
  /** Undefined while it is being asked for. */
  reaches: Reach[] | undefined;
  /** The most that one action takes. */
  limit: number;
  /** Offers to choose all that match; undefined where they are chosen. */
  all: { count: string; choose: () => void } | undefined;
  onChooseFirst: () => void;
  onSend: (reach: Reach) => void;
  onClear: () => void;
  /** What else can be done with them. */
  more?: ReactNode;
}) {
  const { count, reaches, limit, all } = props;
  const tooMany = reaches?.some((reach) => reach.count.value > limit);
  return (
    <section className={classes.bulk} aria-label="Selected contacts">
      <Text fw={600} className={`${classes.bulkCount} numbers`} role="status">
        {countWords(count)} selected
      </Text>
      <Actions reaches={reaches} limit={limit} onSend={props.onSend} />
      {props.more}
      {tooMany && (
        <Group gap="xs">
          <Text size="sm" role="status">
            {limit} at a time: choose fewer.
          </Text>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={props.onChooseFirst}
          >
            Choose the first {limit}
          </Button>
        </Group>
      )}
      <Button
        variant="subtle"
        color="gray"
        leftSection={<Cross2Icon />}
        onClick={props.onClear}
      >
        Clear
      </Button>
      {all && (
        <Button
          variant="subtle"
          size="compact-sm"
          className={classes.bulkAll}
          onClick={all.choose}
        >
          Select all {all.count}
          <span className={classes.bulkWords}>&nbsp;that match</span>
        </Button>
      )}
    </section>
  );
}

function Actions(props: {
  reaches: Reach[] | undefined;
  limit: number;
  onSend: (reach: Reach) => void;
}) {
  if (!props.reaches) return <Button loading>Invite</Button>;
  const possible = props.reaches.filter(({ count }) => count.value > 0);
  if (possible.length === 0) {
    return (
      <Text size="sm" c="dimmed" role="status">
        Nothing can be sent to them now.
      </Text>
    );
  }
  return possible.map((reach, n) => (
    <Button
      key={reach.action}
      variant={n === 0 ? "filled" : "default"}
      leftSection={
        reach.action === "INVITE" ? <EnvelopeClosedIcon /> : <PaperPlaneIcon />
      }
      disabled={reach.count.value > props.limit}
      onClick={() => props.onSend(reach)}
      aria-label={
        reach.action === "INVITE"
          ? `Invite ${countWords(reach.count)} of the contacts`
          : `Resend ${countWords(reach.count)} of the invitations`
      }
    >
      {reach.action === "INVITE" ? "Invite" : "Resend"}{" "}
      {countWords(reach.count)}
    </Button>
  ));
}
