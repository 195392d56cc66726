import { useEffect, useMemo, useState } from "react";
import { useStatusChanges } from "../../data/live";
import { rowKey, standing, type Waiting } from "./queue-rows";

/**
 * The rows of a queue as they stand now: who leaves it goes at once, before
 * the list is asked for again.
 */
export function useQueue<Row extends Waiting>(read: Row[]): Row[] {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  useStatusChanges(({ from, to, invitation }) => {
    if (from !== "QUEUED" || to === "QUEUED") return;
    const key = rowKey({ position: 0, purpose: "INVITE", invitation });
    setLeft((old) => new Set(old).add(key));
  });
  // What was read without them needs no correction, and they may come again.
  useEffect(() => {
    const keys = new Set(read.map(rowKey));
    setLeft((old) =>
      old.size === 0 ? old : new Set([...old].filter((key) => keys.has(key))),
    );
  }, [read]);
  return useMemo(() => standing(read, left), [read, left]);
}
