import { Skeleton } from "@mantine/core";
import { useTable } from "@tanstack/react-table";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef } from "react";
import { useLocation } from "wouter";
import type { SendAction } from "../../gql/graphql";
import { features, type columnsFor } from "./columns";
import type { ListedContact } from "./contacts-queries";
import { Row, type RowHandlers } from "./row";
import { isChosen, type Chosen } from "./selection";
import type { ContactList } from "./use-list";
import { useOffset } from "./use-place";
import { useRowKeys } from "./use-row-keys";
import classes from "./table.module.css";

/** Pixels of a row, as in the style sheet. */
const rowHeight = { card: 76, line: 60 };

/** Pixels that stand above the list while one scrolls: the header and the headings. */
const covered = 56 + 44;

/** Rows that are still to come when the next page is asked for. */
const ahead = 80;

/** Rows that hold the place of the first page, and of another, on its way. */
const placeholders = { first: 10, next: 6 };

/** What the rows show, and what is done on them. */
export interface RowsProps {
  list: ContactList;
  columns: ReturnType<typeof columnsFor>;
  cards: boolean;
  chosen: Chosen;
  /** Chooses a row, or the range from the one that was chosen before. */
  onChoose: (index: number, range: boolean) => void;
  onRange: (from: number, to: number) => void;
  may: (action: SendAction) => boolean;
  onSend: (contact: ListedContact, action: SendAction) => void;
  onMenu: (contact: ListedContact, button: HTMLElement) => void;
}

/**
 * The table's body, drawn again at each step of scrolling. Only rows in sight
 * are drawn, and only they become rows of the table: making a row object for
 * each of 100,000 contacts takes seconds, and happens again at every change.
 */
export function Rows(props: RowsProps) {
  const { list, columns, chosen } = props;
  const { contacts, hasMore, more } = list;
  const [, navigate] = useLocation();
  const body = useRef<HTMLTableSectionElement>(null);
  const height = props.cards ? rowHeight.card : rowHeight.line;
  const next = hasMore && !list.outdated ? placeholders.next : 0;
  const waiting = list.loading ? placeholders.first : next;

  const open = ({ id }: ListedContact) => navigate(`/contacts/${id}`);
  const keys = useRowKeys({
    count: contacts.length,
    body,
    onOpen: (index) => open(contacts[index]!),
    onChoose: props.onChoose,
    onRange: props.onRange,
    onScroll: (index) => virtual.scrollToIndex(index),
  });
  const offset = useOffset(body);
  const virtual = useWindowVirtualizer({
    count: contacts.length + waiting,
    estimateSize: () => height,
    overscan: 8,
    scrollMargin: offset,
    scrollPaddingStart: covered,
    scrollPaddingEnd: 96,
    rangeExtractor: keys.withActive,
    useFlushSync: false,
  });
  useEffect(() => virtual.measure(), [virtual, height]);

  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !list.outdated && last >= contacts.length - ahead) more();
  }, [hasMore, list.outdated, last, contacts.length, more]);

  const inSight = items.filter(({ index }) => index < contacts.length);
  const data = inSight.map(({ index }) => contacts[index]!);
  const table = useTable({ features, columns, data, getRowId: (c) => c.id });
  const rows = table.getCoreRowModel().flatRows;
  const columnKey = columns.map(({ id }) => id).join();
  const on = useHandlers({
    choose: (index, range) => {
      keys.setActive(index);
      props.onChoose(index, range);
    },
    open,
    send: props.onSend,
    menu: props.onMenu,
    focus: keys.setActive,
  });

  return (
    <tbody
      ref={body}
      role="rowgroup"
      className={classes.body}
      data-outdated={list.outdated || undefined}
      style={{ height: virtual.getTotalSize() }}
      onKeyDown={keys.onKeyDown}
    >
      {inSight.map((item, n) => (
        <Row
          key={item.index}
          row={rows[n]!}
          columns={columnKey}
          index={item.index}
          top={item.start - offset}
          chosen={isChosen(chosen, data[n]!.id)}
          active={item.index === keys.active}
          may={props.may}
          on={on}
        />
      ))}
      {items.slice(inSight.length).map((item) => (
        <tr
          key={item.index}
          aria-hidden
          className={classes.waiting}
          style={{ top: item.start - offset }}
        >
          <td>
            <Skeleton height={14} width="70%" />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

/** The newest handlers behind functions that stay the same, so that rows need not be drawn again. */
function useHandlers(handlers: RowHandlers): RowHandlers {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  return useMemo(
    () => ({
      choose: (index, range) => latest.current.choose(index, range),
      open: (contact) => latest.current.open(contact),
      send: (contact, action) => latest.current.send(contact, action),
      menu: (contact, button) => latest.current.menu(contact, button),
      focus: (index) => latest.current.focus(index),
    }),
    [],
  );
}
