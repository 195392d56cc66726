import { Skeleton } from "@mantine/core";
import { useTable } from "@tanstack/react-table";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef } from "react";
import { useLocation } from "wouter";
import type { SendAction } from "../../gql/graphql";
import { useViewer } from "../../data/viewer";
import type { Sort } from "./address";
import { cardBelow, columnsFor, features, layout } from "./columns";
import type { ListedContact } from "./contacts-queries";
import { Head } from "./head";
import { Row, type RowHandlers } from "./row";
import { extentOf, isChosen, type Chosen } from "./selection";
import type { ContactList } from "./use-list";
import { useOffset, useWidth } from "./use-place";
import { useRowKeys } from "./use-row-keys";
import classes from "./table.module.css";

/** Pixels that stand above the list while one scrolls: the header and the headings. */
const covered = 56 + 44;

/** Rows that are still to come when the next page is asked for. */
const ahead = 80;

/** Rows that hold the place of a page on its way. */
const placeholders = 6;

/**
 * The contacts as a grid. Only rows in sight are drawn, and only they become
 * rows of the table: making a row object for each of 100,000 contacts takes
 * seconds, and happens again at every change.
 */
export function ContactTable(props: {
  list: ContactList;
  sort: Sort;
  onSort: (sort: Sort) => void;
  chosen: Chosen;
  onChoose: (index: number, range: boolean) => void;
  onRange: (from: number, to: number) => void;
  onChooseLoaded: (choose: boolean) => void;
  may: (action: SendAction) => boolean;
  onSend: (contact: ListedContact, action: SendAction) => void;
  onMenu: (contact: ListedContact, button: HTMLElement) => void;
}) {
  const { list, chosen } = props;
  const { contacts, hasMore, more } = list;
  const { preset } = useViewer().organization;
  const [, navigate] = useLocation();
  const [frame, width] = useWidth();
  const body = useRef<HTMLTableSectionElement>(null);
  const cards = width < cardBelow;
  const columns = useMemo(
    () => columnsFor(width, preset !== "COMMUNITY"),
    [width, preset],
  );
  const height = cards ? 76 : 60;
  const waiting = list.loading
    ? 10
    : hasMore && !list.outdated
      ? placeholders
      : 0;

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
  const ids = useMemo(() => contacts.map(({ id }) => id), [contacts]);
  const columnKey = columns.map(({ id }) => id).join();
  const tracks = columns.map(({ id }) =>
    cards ? "minmax(0, 1fr)" : layout[id!]!.width,
  );

  return (
    <div ref={frame} className={`card ${classes.frame}`}>
      {width > 0 && (
        <table
          role="grid"
          className={classes.table}
          data-cards={cards || undefined}
          style={{ "--tracks": `48px ${tracks.join(" ")} 100px` } as object}
          aria-label="Contacts"
          aria-multiselectable
          aria-busy={list.loading || list.outdated}
          aria-rowcount={list.total?.exact ? list.total.value + 1 : -1}
        >
          <Head
            columns={table.getAllLeafColumns().map((column) => ({
              id: column.id,
              heading: String(column.columnDef.header),
            }))}
            cards={cards}
            sort={props.sort}
            onSort={props.onSort}
            extent={extentOf(chosen, ids)}
            loaded={contacts.length}
            onChooseLoaded={props.onChooseLoaded}
          />
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
                style={{ transform: `translateY(${item.start - offset}px)` }}
              >
                <td>
                  <Skeleton height={14} width="70%" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
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
