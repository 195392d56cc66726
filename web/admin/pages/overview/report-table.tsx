import { Table } from "@mantine/core";
import { dateName } from "../../ui/chart-scale";
import type { ChartDay, ChartSeries } from "../../ui/day-chart";
import { Swatch } from "../../ui/stacked-bar";
import styles from "./overview.module.css";

/** The chart's numbers, newest day first. */
export function ReportTable(props: {
  days: ChartDay[];
  series: ChartSeries[];
  label: string;
}) {
  const { days, series } = props;
  return (
    <div
      role="region"
      aria-label={props.label}
      tabIndex={0}
      className={styles["table"]}
    >
      <Table stickyHeader aria-label={props.label}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Day</Table.Th>
            {series.map(({ key, label }) => (
              <Table.Th key={key} scope="col" ta="end">
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {days.toReversed().map((day) => (
            <Table.Tr key={day.date}>
              <Table.Th scope="row" fw={500}>
                {dateName(day.date, "long")}
              </Table.Th>
              {series.map(({ key }) => (
                <Table.Td key={key} ta="end" className="numbers">
                  {(day.counts[key] ?? 0).toLocaleString()}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** What the colors and patterns stand for, with the sum of each. */
export function ReportLegend(props: {
  days: ChartDay[];
  series: ChartSeries[];
}) {
  return (
    <ul className={styles["legend"]} aria-label="In all these days">
      {props.series.map(({ key, label, tone }) => {
        const sum = props.days.reduce(
          (n, day) => n + (day.counts[key] ?? 0),
          0,
        );
        return (
          <li key={key} data-none={sum === 0 || undefined}>
            <Swatch tone={tone} />
            {label}
            <span className="numbers">{sum.toLocaleString()}</span>
          </li>
        );
      })}
    </ul>
  );
}
