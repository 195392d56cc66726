import { Anchor, Text } from "@mantine/core";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { Link } from "wouter";
import type { LanePriority, Purpose } from "../../gql/graphql";
import { When } from "../../ui/when";
import { batchName } from "./batch-row";
import { rowKey } from "./queue-rows";
import styles from "./queue-table.module.css";

/** A waiting round, as its row shows it. */
export interface QueueRow {
  position: number;
  purpose: Purpose;
  priority: LanePriority;
  expectedSendAt?: string | null;
  contact: {
    id: string;
    name: string;
    email?: string | null;
    phone?: string | null;
    location: { name: string; timeZone: string };
  };
  invitation: { id: string; round: number };
  batch?: { id: string; createdBy: string; total: number } | null;
}

const priorities: Record<LanePriority, string> = {
  SINGLE: "First: one person",
  BATCH: "One of several",
  REMINDER: "Last: reminder",
};

/**
 * Who waits, in the order in which they leave. Only the rows in sight are in
 * the page, so that a lane of thousands scrolls as one of twenty.
 */
export function QueueTable(props: {
  rows: QueueRow[];
  /** How many there are, also beyond the rows. */
  total: number;
  /** The name of the table. */
  label: string;
  /** Whether the batch or the location is told of each. */
  tell: "batch" | "location";
  /** Called when the last rows come into sight. */
  onEnd: () => void;
}) {
  const { rows, tell, onEnd } = props;
  const body = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  // What stands above the rows may have grown: after each drawing.
  useLayoutEffect(() => {
    if (body.current) {
      setTop(
        Math.round(body.current.getBoundingClientRect().top + window.scrollY),
      );
    }
  });
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 57,
    overscan: 12,
    scrollMargin: top,
    getItemKey: (index) => rowKey(rows[index]!),
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= rows.length - 1 && rows.length > 0) onEnd();
  }, [last, rows.length, onEnd]);

  return (
    <div
      role="table"
      aria-label={props.label}
      aria-rowcount={props.total + 1}
      className={styles["table"]}
    >
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className={styles["head"]}>
          <span role="columnheader">Place</span>
          <span role="columnheader">Contact</span>
          <span role="columnheader">Priority</span>
          <span role="columnheader">Expected</span>
          <span role="columnheader">
            {tell === "batch" ? "Batch" : "Location"}
          </span>
        </div>
      </div>
      <div
        role="rowgroup"
        ref={body}
        className={styles["body"]}
        style={{ height: virtual.getTotalSize() }}
      >
        {items.map((item) => (
          <div
            key={item.key}
            role="row"
            aria-rowindex={item.index + 2}
            ref={virtual.measureElement}
            data-index={item.index}
            className={styles["row"]}
            style={{
              transform: `translateY(${item.start - top}px)`,
            }}
          >
            <Cells row={rows[item.index]!} tell={tell} />
          </div>
        ))}
      </div>
    </div>
  );
}

function Cells(props: { row: QueueRow; tell: "batch" | "location" }) {
  const { contact, batch, ...row } = props.row;
  const address = contact.email ?? contact.phone;
  return (
    <>
      <span role="cell" className={`${styles["place"]} numbers`}>
        {row.position.toLocaleString()}
      </span>
      <span role="cell" className={styles["who"]}>
        <Anchor
          component={Link}
          to={`/contacts/${contact.id}`}
          inherit
          fw={550}
        >
          {contact.name || address || "Without a name"}
        </Anchor>
        {contact.name && address && (
          <Text span size="xs" c="dimmed" truncate display="block">
            {address}
          </Text>
        )}
      </span>
      <span role="cell">
        {priorities[row.priority]}
        {row.purpose === "INVITE" && row.invitation.round > 1 && (
          <Text span size="xs" c="dimmed" display="block">
            Sent again
          </Text>
        )}
      </span>
      <span role="cell">
        {row.expectedSendAt ? (
          <When at={row.expectedSendAt} zone={contact.location.timeZone} />
        ) : (
          "–"
        )}
      </span>
      <span role="cell">
        {props.tell === "location" ? (
          contact.location.name
        ) : batch ? (
          <Anchor component={Link} to={`/sending/batches/${batch.id}`} inherit>
            {batchName(batch)} by {batch.createdBy}
          </Anchor>
        ) : (
          "–"
        )}
      </span>
    </>
  );
}
