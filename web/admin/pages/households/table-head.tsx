import { useEffect, useRef } from "react";
import classes from "../contacts/table.module.css";
import type { Column } from "./columns";

/** The headings, and choosing all rows that are loaded. */
export function TableHead(props: {
  columns: Column[];
  /** How much of what is loaded is chosen; undefined where nothing can be. */
  extent: "none" | "some" | "all" | undefined;
  loaded: number;
  onChooseLoaded: (choose: boolean) => void;
}) {
  const { columns, extent } = props;
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = extent === "some";
  }, [extent]);
  return (
    <thead role="rowgroup" className={classes.head}>
      <tr role="row" className={classes.headRow} aria-rowindex={1}>
        <th role="columnheader" className={classes.select}>
          {extent && (
            <input
              ref={box}
              type="checkbox"
              className={classes.checkbox}
              checked={extent === "all"}
              disabled={props.loaded === 0}
              onChange={() => props.onChooseLoaded(extent !== "all")}
              aria-label={`Select the ${props.loaded} households that are loaded`}
            />
          )}
        </th>
        {columns.map(({ id, heading }) => (
          <th role="columnheader" key={id}>
            {heading}
          </th>
        ))}
      </tr>
    </thead>
  );
}
