import { Text } from "@mantine/core";
import { StackedBar, Swatch, type BarPart } from "../../ui/stacked-bar";
import styles from "./sending.module.css";

/** The numbers of a batch. */
export interface BatchNumbers {
  total: number;
  sent: number;
  failed: number;
  cancelled: number;
  waiting: number;
}

/** How far a batch is, as a bar and as the same numbers in words. */
export function BatchProgress(props: { batch: BatchNumbers }) {
  const { total, sent, failed, cancelled, waiting } = props.batch;
  const parts: BarPart[] = [
    { key: "sent", label: "sent", count: sent, tone: "done" },
    { key: "failed", label: "failed", count: failed, tone: "failed" },
    {
      key: "cancelled",
      label: "cancelled",
      count: cancelled,
      tone: "withdrawn",
    },
    { key: "waiting", label: "waiting", count: waiting, tone: "waiting" },
  ];
  const told = parts.filter(({ key, count }) => key === "sent" || count > 0);
  return (
    <div>
      <StackedBar label={`Of ${total.toLocaleString()}`} parts={parts} />
      <div className={styles["legend"]}>
        {told.map(({ key, label, count, tone }) => (
          <span key={key} className="numbers">
            <Swatch tone={tone} />
            {count.toLocaleString()}
            {key === "sent" && ` of ${total.toLocaleString()}`} {label}
          </span>
        ))}
        {total === 0 && (
          <Text span inherit c="dimmed">
            Nobody was queued
          </Text>
        )}
      </div>
    </div>
  );
}
