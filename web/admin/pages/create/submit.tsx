import { Button, Group, Text } from "@mantine/core";
import type { Tally } from "./chips";

/** The button that says what it will do, or why it cannot. */
export function Submit(props: {
  tally: Tally;
  limit: number;
  /** Something stands in the field that is no entry yet. */
  typing: boolean;
  inviting: boolean;
  later: boolean;
  creating: boolean;
}) {
  const { tally, limit, typing } = props;
  const fresh = tally.good + tally.unjudged;
  const reason = whyNot(tally, limit, typing);
  const many = fresh > 0 && !typing ? ` ${fresh.toLocaleString()}` : "";
  const label = props.inviting
    ? `Create and invite${many}`
    : `Create${many}${props.later ? ", invite later" : ""}`;
  return (
    <Group justify="flex-end" gap="sm">
      <Text size="sm" c="dimmed">
        {reason ??
          (tally.bad > 0 &&
            (tally.bad === 1
              ? "1 entry needs attention first."
              : `${tally.bad} entries need attention first.`))}
      </Text>
      <Button
        type="submit"
        data-takes-typed
        disabled={reason !== undefined}
        loading={props.creating}
      >
        {label}
      </Button>
    </Group>
  );
}

function whyNot(tally: Tally, limit: number, typing: boolean) {
  const { total, skipped } = tally;
  if (total === 0 && !typing) return "Paste or type somebody first.";
  if (total > limit) return `At most ${limit.toLocaleString()} at once.`;
  if (total > 0 && total === skipped && !typing) {
    return "All of these are on file already.";
  }
  return undefined;
}
