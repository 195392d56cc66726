import { Group, Progress, Text } from "@mantine/core";

/** How far something is: a bar, and `n of total` in words. */
export function ProgressOf(props: {
  done: number;
  total: number;
  /** What is counted, such as "sent". */
  what: string;
}) {
  const { done, total, what } = props;
  const percent = total === 0 ? 100 : (done / total) * 100;
  return (
    <div>
      <Progress value={percent} aria-label={`${done} of ${total} ${what}`} />
      <Group justify="space-between" mt={4}>
        <Text size="sm" className="numbers">
          {done.toLocaleString()} of {total.toLocaleString()} {what}
        </Text>
        <Text size="sm" c="dimmed" className="numbers">
          {Math.floor(percent)} %
        </Text>
      </Group>
    </div>
  );
}
