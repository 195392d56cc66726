import { Table } from "@mantine/core";
import { dateName } from "../../ui/chart-scale";
import type { Usage } from "./billing-queries";
import style from "./billing.module.css";

/** The chart's numbers, newest day first; what is billed in front. */
export function DayTable(props: { usage: Usage; label: string }) {
  const { usage, label } = props;
  const columns: [string, "registeredHouseholds" | "seats"][] = [
    ["Households", "registeredHouseholds"],
    ["Seats", "seats"],
  ];
  if (usage.unit === "CLIENT_SEAT") columns.reverse();
  return (
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      className={style["table"]}
    >
      <Table stickyHeader aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Day</Table.Th>
            {columns.map(([words]) => (
              <Table.Th key={words} scope="col" ta="end">
                {words}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {usage.days.toReversed().map((day) => (
            <Table.Tr key={day.date}>
              <Table.Th scope="row" fw={500}>
                {dateName(day.date, "long")}
              </Table.Th>
              {columns.map(([words, key]) => (
                <Table.Td key={words} ta="end" className="numbers">
                  {day[key].toLocaleString()}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
