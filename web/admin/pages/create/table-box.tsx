import { Alert, Button, Checkbox, Group, Text, Textarea } from "@mantine/core";
import type { RefObject } from "react";
import { splitAt } from "./table";
import { TableRows } from "./table-rows";
import type { JudgedRow, useTable } from "./use-table";
import classes from "./create.module.css";

/** Where a table is pasted, what it was understood as, and the households that come of it. */
export function TableBox(props: {
  table: ReturnType<typeof useTable>;
  limit: number;
  input: RefObject<HTMLTextAreaElement | null>;
  onLine: (row: JudgedRow) => void;
  error: string | undefined;
}) {
  const { table, limit, error } = props;
  const { draft, rows, tally, addresses } = table;
  const over = tally.total - limit;
  const { hasHeader, unused } = table.table;
  return (
    <section className={`card ${classes["who"]}`} aria-label="Who">
      <Textarea
        ref={props.input}
        label="Table"
        description="Paste from a spreadsheet, or type lines: name, email, phone, address. A first line with the names of the columns may put them in another order."
        placeholder={
          "Name, Email, Phone, Address\nAna Park, ana@example.com, +1 202 555 0123, 12 Birch Lane"
        }
        value={draft.text}
        onChange={(event) => table.set({ text: event.currentTarget.value })}
        error={error}
        rows={8}
        wrap="off"
        autoCapitalize="none"
        autoCorrect="off"
        autoComplete="off"
        spellCheck={false}
        classNames={{ input: classes["sheet"] }}
      />
      <Group justify="space-between" gap="sm" mih={36} mt="xs">
        <Text size="sm" className="numbers" role="status">
          <Text
            span
            inherit
            fw={650}
            c={over > 0 ? "var(--mantine-color-error)" : undefined}
          >
            {tally.total.toLocaleString()} of {limit.toLocaleString()}
          </Text>
          {tally.bad > 0 &&
            ` · ${tally.bad} ${tally.bad === 1 ? "row needs" : "rows need"} attention`}
          {hasHeader && " · the first line names the columns"}
        </Text>
        {tally.bad > 0 && (
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => {
              const bad = rows.filter(({ refusal }) => refusal);
              const at = props.input.current?.selectionStart ?? 0;
              const next = bad.find(({ start }) => start > at) ?? bad[0];
              if (next) props.onLine(next);
            }}
          >
            Next problem
          </Button>
        )}
      </Group>
      {unused.length > 0 && (
        <Text size="sm" mb="xs">
          Not used: {unused.join(", ")}.
        </Text>
      )}
      {over > 0 && (
        <Alert color="red" variant="light" role="alert" mb="xs">
          <Group justify="space-between" gap="sm">
            <Text size="sm">
              One list takes {limit.toLocaleString()}; these are{" "}
              {over.toLocaleString()} {over === 1 ? "row" : "rows"} too many.
            </Text>
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => {
                const { kept, aside } = splitAt(draft.text, table.table, limit);
                table.set({
                  text: kept,
                  aside: [aside, draft.aside].filter(Boolean).join("\n"),
                });
              }}
            >
              Set {over.toLocaleString()} aside for the next list
            </Button>
          </Group>
        </Alert>
      )}
      {draft.aside && (
        <Group gap="xs" mb="xs">
          <Text size="sm">Some rows are set aside for the next list.</Text>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() =>
              table.set({ text: `${draft.text}\n${draft.aside}`, aside: "" })
            }
          >
            Bring them back
          </Button>
        </Group>
      )}
      {rows.length > 0 && <TableRows rows={rows} onLine={props.onLine} />}
      {addresses.rows > 0 && (
        <Checkbox
          mt="md"
          label="Make a household of each address"
          description={
            `${addresses.rows.toLocaleString()} ${addresses.rows === 1 ? "row has" : "rows have"} an address: ` +
            `${addresses.different.toLocaleString()} different ${addresses.different === 1 ? "one" : "ones"} as written. ` +
            "Usher makes one household for each address and sees through other spellings, so there may be fewer. Whoever lives at the address of a household on file joins that one."
          }
          checked={draft.makeHouseholds}
          onChange={(event) =>
            table.set({ makeHouseholds: event.currentTarget.checked })
          }
        />
      )}
    </section>
  );
}
