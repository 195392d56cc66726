import { Table, Text } from "@mantine/core";
import { Fragment } from "react";
import type { JudgedRow } from "./use-table";
import classes from "./create.module.css";

/** The pasted table as it was understood: each row with its line, and what is wrong with it. */
export function TableRows(props: {
  rows: JudgedRow[];
  /** Goes to a line of the text. */
  onLine: (row: JudgedRow) => void;
}) {
  return (
    <div
      className={classes["rows"]}
      role="region"
      aria-label="The table as it was understood"
      tabIndex={0}
    >
      <Table stickyHeader aria-label="The table as it was understood">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Line</Table.Th>
            <Table.Th scope="col">Name</Table.Th>
            <Table.Th scope="col">Email or phone</Table.Th>
            <Table.Th scope="col">Address</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.rows.map((row) => (
            <Fragment key={row.line}>
              <Table.Tr data-bad={row.refusal ? true : undefined}>
                <Table.Th scope="row" fw={500} className="numbers">
                  <button
                    type="button"
                    className={classes["line"]}
                    aria-label={`Go to line ${row.line}`}
                    onClick={() => props.onLine(row)}
                  >
                    {row.line}
                  </button>
                </Table.Th>
                <Table.Td>{row.name}</Table.Td>
                <Table.Td className={classes["cell"]}>
                  {row.email}
                  {row.email && row.phone && <br />}
                  {row.phone}
                </Table.Td>
                <Table.Td>{row.address}</Table.Td>
              </Table.Tr>
              {row.refusal && (
                <Table.Tr data-bad data-why>
                  <Table.Td />
                  <Table.Td colSpan={3}>
                    <Text size="sm" c="var(--mantine-color-error)">
                      Line {row.line}: {row.refusal}
                    </Text>
                  </Table.Td>
                </Table.Tr>
              )}
            </Fragment>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
