import { Alert, Button, Group, Text, VisuallyHidden } from "@mantine/core";
import type { Tally } from "./chips";
import classes from "./create.module.css";

/**
 * How many entries there are of how many that one call takes, and what is to
 * be done about them.
 */
export function PasteCount(props: {
  id: string;
  tally: Tally;
  limit: number;
  pending: boolean;
  /** Entries set aside for the next list. */
  aside: number;
  onNextProblem: () => void;
  onRemoveBad: () => void;
  onSetAside: () => void;
  onBringBack: () => void;
  onStartOver: () => void;
}) {
  const { tally, limit, pending, aside } = props;
  const { total, bad, doubtful, skipped } = tally;
  const over = total - limit;
  const words = [
    bad > 0 && `${count(bad, "entry needs", "entries need")} attention`,
    doubtful > 0 && `${doubtful} may be mistyped`,
    skipped > 0 && `${skipped} on file already or twice: skipped`,
  ].filter(Boolean);

  return (
    <div id={props.id} className={classes["count"]}>
      <VisuallyHidden role="status">
        {!pending &&
          total > 0 &&
          `${count(total, "entry", "entries")}. ${words.join(". ")}`}
      </VisuallyHidden>
      <Group justify="space-between" gap="sm" mih={32}>
        <Text size="sm" className="numbers">
          <Text
            span
            inherit
            fw={650}
            c={over > 0 ? "var(--mantine-color-error)" : undefined}
          >
            {total.toLocaleString()} of {limit.toLocaleString()}
          </Text>
          {words.map((word) => ` · ${word}`)}
          {pending && " · checking…"}
        </Text>
        <Group gap="xs">
          {bad + doubtful > 0 && (
            <Button
              variant="default"
              size="compact-sm"
              onClick={props.onNextProblem}
            >
              Next problem
            </Button>
          )}
          {bad > 0 && (
            <Button
              variant="default"
              size="compact-sm"
              onClick={props.onRemoveBad}
            >
              Remove {bad === 1 ? "it" : `these ${bad}`}
            </Button>
          )}
          {total + aside > 0 && (
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              onClick={props.onStartOver}
            >
              Start over
            </Button>
          )}
        </Group>
      </Group>
      {over > 0 && (
        <Alert color="red" variant="light" role="alert" mt="xs">
          <Group justify="space-between" gap="sm">
            <Text size="sm">
              One list takes {limit.toLocaleString()}; these are{" "}
              {count(over, "entry", "entries")} too many.
            </Text>
            <Button
              variant="default"
              size="compact-sm"
              onClick={props.onSetAside}
            >
              Set {over.toLocaleString()} aside for the next list
            </Button>
          </Group>
        </Alert>
      )}
      {aside > 0 && (
        <Group gap="xs" mt="xs">
          <Text size="sm">
            {count(aside, "entry is", "entries are")} set aside for the next
            list.
          </Text>
          <Button
            variant="default"
            size="compact-sm"
            onClick={props.onBringBack}
          >
            Bring {aside === 1 ? "it" : "them"} back
          </Button>
        </Group>
      )}
    </div>
  );
}

function count(n: number, one: string, many: string): string {
  return `${n.toLocaleString()} ${n === 1 ? one : many}`;
}
