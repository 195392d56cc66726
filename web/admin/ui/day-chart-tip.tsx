import { Text } from "@mantine/core";
import { dateName } from "./chart-scale";
import type { ChartDay, ChartSeries } from "./day-chart";
import styles from "./day-chart.module.css";
import { Swatch } from "./stacked-bar";

const tipWidth = 190;

/** The numbers of the day that is pointed at or has the focus; beside its bar, so that it hides none of it. */
export function DayTip(props: {
  day: ChartDay;
  series: ChartSeries[];
  /** The middle of the bar. */
  at: number;
  /** The room of one day. */
  band: number;
  /** The width of the chart. */
  width: number;
}) {
  const { day, at, band, width } = props;
  const told = props.series.filter(({ key }) => (day.counts[key] ?? 0) > 0);
  const right = at + band / 2 + 6;
  const left = right + tipWidth <= width ? right : at - band / 2 - 6 - tipWidth;
  return (
    <div
      aria-hidden
      className={styles["tip"]}
      style={{ width: tipWidth, insetInlineStart: Math.max(0, left) }}
    >
      <Text size="sm" fw={600}>
        {dateName(day.date, "long")}
      </Text>
      {told.length === 0 && (
        <Text size="sm" c="dimmed">
          Nothing
        </Text>
      )}
      {told.toReversed().map(({ key, label, tone }) => (
        <div key={key} className={styles["told"]}>
          <Swatch tone={tone} />
          <span>{label}</span>
          <span className="numbers">{day.counts[key]!.toLocaleString()}</span>
        </div>
      ))}
    </div>
  );
}
