import {
  DotsHorizontalIcon,
  EnvelopeClosedIcon,
  PaperPlaneIcon,
} from "@radix-ui/react-icons";
import type { Row as TableRow } from "@tanstack/react-table";
import { flexRender } from "@tanstack/react-table";
import { memo, type MouseEvent } from "react";
import type { SendAction } from "../../gql/graphql";
import { nameOf, type features } from "./columns";
import type { ListedContact } from "./contacts-queries";
import { actionFor } from "./possible";
import classes from "./table.module.css";

/** What one can do on a row; the same functions for every row, and for good. */
export interface RowHandlers {
  choose(index: number, range: boolean): void;
  open(contact: ListedContact): void;
  send(contact: ListedContact, action: SendAction): void;
  menu(contact: ListedContact, button: HTMLElement): void;
  focus(index: number): void;
}

interface RowProps {
  row: TableRow<typeof features, ListedContact>;
  /** Its columns are compared by this. */
  columns: string;
  index: number;
  /** Pixels from the top of the list. */
  top: number;
  chosen: boolean;
  /** The row that Tab leads to. */
  active: boolean;
  may: (action: SendAction) => boolean;
  on: RowHandlers;
}

/** One contact in the table. It is drawn again only when it has changed. */
export const Row = memo(function Row(props: RowProps) {
  const { row, index, chosen, active, on } = props;
  const contact = row.original;
  const action = actionFor(contact);
  const name = nameOf(contact);
  const tabIndex = active ? 0 : -1;
  const choose = (event: MouseEvent) => on.choose(index, event.shiftKey);
  // The whole row opens the contact, but for what has a use of its own.
  const press = (event: MouseEvent) => {
    const target = event.target as HTMLElement;
    if (target.closest("a, button, input") || event.defaultPrevented) return;
    if (target.closest(`.${classes.select}`) || event.shiftKey) choose(event);
    else if (getSelection()?.isCollapsed ?? true) on.open(contact);
  };
  return (
    <tr
      role="row"
      className={classes.row}
      style={{ top: props.top }}
      // Row 1 is the one with the headings.
      aria-rowindex={index + 2}
      aria-selected={chosen}
      aria-label={name}
      tabIndex={tabIndex}
      data-index={index}
      onFocus={() => on.focus(index)}
      onClick={press}
    >
      <td role="gridcell" className={classes.select}>
        <input
          type="checkbox"
          className={classes.checkbox}
          checked={chosen}
          onChange={() => {}}
          onClick={choose}
          aria-label={`Select ${name}`}
          tabIndex={tabIndex}
        />
      </td>
      {row.getAllCells().map((cell) => (
        <td role="gridcell" key={cell.id} data-column={cell.column.id}>
          {flexRender(cell.column.columnDef.cell, cell.getContext())}
        </td>
      ))}
      <td role="gridcell" className={classes.actions}>
        {action && props.may(action) && (
          <button
            type="button"
            className={classes.icon}
            tabIndex={tabIndex}
            title={action === "INVITE" ? "Invite" : "Resend"}
            aria-label={`${action === "INVITE" ? "Invite" : "Resend to"} ${name}`}
            onClick={() => on.send(contact, action)}
          >
            {action === "INVITE" ? <EnvelopeClosedIcon /> : <PaperPlaneIcon />}
          </button>
        )}
        <button
          type="button"
          className={classes.icon}
          tabIndex={tabIndex}
          aria-label={`More for ${name}`}
          aria-haspopup="menu"
          onClick={(event) => on.menu(contact, event.currentTarget)}
        >
          <DotsHorizontalIcon />
        </button>
      </td>
    </tr>
  );
}, same);

/** The table makes new row objects whenever rows come into sight; the contact is what counts. */
function same(a: RowProps, b: RowProps): boolean {
  return (
    a.row.original === b.row.original &&
    a.columns === b.columns &&
    a.index === b.index &&
    a.top === b.top &&
    a.chosen === b.chosen &&
    a.active === b.active &&
    a.may === b.may &&
    a.on === b.on
  );
}
