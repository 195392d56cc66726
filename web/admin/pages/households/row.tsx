import type { MouseEvent } from "react";
import classes from "../contacts/table.module.css";
import type { Column } from "./columns";
import type { ListedHousehold } from "./households-queries";

/** One household of the list; a press anywhere on it opens it. */
export function Row(props: {
  household: ListedHousehold;
  columns: Column[];
  index: number;
  top: number;
  /** Undefined where rows cannot be chosen. */
  chosen: boolean | undefined;
  /** Whether the Tab key leads here. */
  active: boolean;
  onChoose: (index: number, range: boolean) => void;
  onOpen: (index: number) => void;
  onFocus: (index: number) => void;
}) {
  const { household, columns, index, chosen, onChoose } = props;
  const tabIndex = props.active ? 0 : -1;
  const press = (event: MouseEvent) => {
    const target = event.target as HTMLElement;
    if (target.closest("a, input") || event.defaultPrevented) return;
    if (target.closest(`.${classes.select}`) || event.shiftKey) {
      onChoose(index, event.shiftKey);
    } else if (getSelection()?.isCollapsed ?? true) props.onOpen(index);
  };
  return (
    <tr
      role="row"
      className={classes.row}
      style={{ top: props.top }}
      // Row 1 is the one with the headings.
      aria-rowindex={index + 2}
      aria-selected={chosen}
      aria-label={household.name}
      tabIndex={tabIndex}
      data-index={index}
      onFocus={() => props.onFocus(index)}
      onClick={press}
    >
      <td role="gridcell" className={classes.select}>
        {chosen !== undefined && (
          <input
            type="checkbox"
            className={classes.checkbox}
            checked={chosen}
            onChange={() => {}}
            onClick={(event) => onChoose(index, event.shiftKey)}
            aria-label={`Select ${household.name}`}
            tabIndex={tabIndex}
          />
        )}
      </td>
      {columns.map(({ id, cell }) => (
        <td role="gridcell" key={id} data-column={id}>
          {cell(household)}
        </td>
      ))}
    </tr>
  );
}
