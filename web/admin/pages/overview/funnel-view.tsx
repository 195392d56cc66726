import { Text, Title } from "@mantine/core";
import { percentWords, stepsOf, type FunnelStep } from "./funnel";
import styles from "./overview.module.css";

/** From the file into the app: how many took each step, and what share that is of the step before. */
export function FunnelView(props: {
  funnel: Record<FunnelStep["key"], number>;
}) {
  const steps = stepsOf(props.funnel);
  return (
    <div>
      <Title order={3} size="h5" mb="sm">
        From the file into the app
      </Title>
      <ol className={styles["funnel"]}>
        {steps.map(({ key, label, count, length, share }, index) => (
          <li key={key}>
            <span>{label}</span>
            <span className={styles["track"]} aria-hidden>
              <span style={{ width: `${length * 100}%` }} />
            </span>
            <span className={`${styles["count"]} numbers`}>
              {count.toLocaleString()}
            </span>
            <span className={`${styles["share"]} numbers`}>
              {share !== null &&
                `${percentWords(share)} of ${steps[index - 1]!.label.toLowerCase()}`}
            </span>
          </li>
        ))}
      </ol>
      <Text size="sm" c="dimmed" mt="sm">
        Each step counts what happened in these days, also to people who took
        the step before it earlier.
      </Text>
    </div>
  );
}
