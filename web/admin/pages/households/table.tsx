import { Skeleton } from "@mantine/core";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef } from "react";
import { useLocation } from "wouter";
import { useViewer } from "../../data/viewer";
import { extentOf, isChosen, type Chosen } from "../contacts/selection";
import classes from "../contacts/table.module.css";
import { useOffset, useWidth } from "../contacts/use-place";
import { useRowKeys } from "../contacts/use-row-keys";
import { cardBelow, columnsFor, type Column } from "./columns";
import { Row } from "./row";
import { TableHead } from "./table-head";
import type { HouseholdList } from "./use-list";

/** Pixels of a row, as in the style sheet. */
const rowHeight = { card: 76, line: 60 };

/** Pixels that stand above the list while one scrolls: the header and the headings. */
const covered = 56 + 44;

/** Rows that are still to come when the next page is asked for. */
const ahead = 40;

/** Rows that hold the place of the first page, and of another, on its way. */
const placeholders = { first: 8, next: 4 };

interface TableProps {
  list: HouseholdList;
  /** Undefined where nothing can be done with those who are chosen. */
  chosen: Chosen | undefined;
  onChoose: (index: number, range: boolean) => void;
  onRange: (from: number, to: number) => void;
  onChooseLoaded: (choose: boolean) => void;
}

/** The households as a grid; a narrow one shows each as a card. */
export function HouseholdTable(props: TableProps) {
  const { list, chosen } = props;
  const { locations } = useViewer().organization;
  const [frame, width] = useWidth();
  const cards = width < cardBelow;
  const columns = useMemo(
    () => columnsFor(width, locations.length > 1),
    [width, locations.length],
  );
  const ids = useMemo(
    () => list.households.map(({ id }) => id),
    [list.households],
  );
  const box = chosen ? "48px" : "12px";
  const tracks = [box, ...columns.map((column) => column.width), "12px"];
  return (
    <div ref={frame} className={`card ${classes.frame}`}>
      {width > 0 && (
        <table
          role="grid"
          className={classes.table}
          data-cards={cards || undefined}
          style={{ "--tracks": tracks.join(" ") } as object}
          aria-label="Households"
          aria-multiselectable={chosen !== undefined}
          aria-busy={list.loading || list.outdated}
          aria-rowcount={list.total?.exact ? list.total.value + 1 : -1}
        >
          <TableHead
            columns={columns}
            extent={chosen && extentOf(chosen, ids)}
            loaded={ids.length}
            onChooseLoaded={props.onChooseLoaded}
          />
          <Body {...props} columns={columns} cards={cards} />
        </table>
      )}
    </div>
  );
}

/** The rows in sight, and the places of those on their way. */
function Body(props: TableProps & { columns: Column[]; cards: boolean }) {
  const { list, columns, chosen } = props;
  const { households, hasMore, more } = list;
  const [, navigate] = useLocation();
  const body = useRef<HTMLTableSectionElement>(null);
  const height = props.cards ? rowHeight.card : rowHeight.line;
  const next = hasMore && !list.outdated ? placeholders.next : 0;
  const waiting = list.loading ? placeholders.first : next;
  const open = (index: number) =>
    navigate(`/households/${households[index]!.id}`);
  const choose = (index: number, range: boolean) => {
    keys.setActive(index);
    if (chosen) props.onChoose(index, range);
  };
  const keys = useRowKeys({
    count: households.length,
    body,
    onOpen: open,
    onChoose: choose,
    onRange: (from, to) => chosen && props.onRange(from, to),
    onScroll: (index) => virtual.scrollToIndex(index),
  });
  const offset = useOffset(body);
  const virtual = useWindowVirtualizer({
    count: households.length + waiting,
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
    if (hasMore && !list.outdated && last >= households.length - ahead) more();
  }, [hasMore, list.outdated, last, households.length, more]);

  return (
    <tbody
      ref={body}
      role="rowgroup"
      className={classes.body}
      data-outdated={list.outdated || undefined}
      style={{ height: virtual.getTotalSize() }}
      onKeyDown={keys.onKeyDown}
    >
      {items.map(({ index, start }) =>
        index < households.length ? (
          <Row
            key={index}
            household={households[index]!}
            columns={columns}
            index={index}
            top={start - offset}
            chosen={chosen && isChosen(chosen, households[index]!.id)}
            active={index === keys.active}
            onChoose={choose}
            onOpen={open}
            onFocus={keys.setActive}
          />
        ) : (
          <tr
            key={index}
            aria-hidden
            className={classes.waiting}
            style={{ top: start - offset }}
          >
            <td>
              <Skeleton height={14} width="70%" />
            </td>
          </tr>
        ),
      )}
    </tbody>
  );
}
