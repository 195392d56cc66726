import { useMemo } from "react";
import { useViewer } from "../../data/viewer";
import type { Sort } from "./address";
import { cardBelow, columnsFor, layout } from "./columns";
import { Head } from "./head";
import type { OptionalColumn } from "./optional-columns";
import { Rows, type RowsProps } from "./rows";
import { extentOf } from "./selection";
import { useWidth } from "./use-place";
import classes from "./table.module.css";

/** The contacts as a grid; a narrow one shows each as a card. */
export function ContactTable(
  props: Omit<RowsProps, "columns" | "cards"> & {
    /** Columns beyond the usual ones. */
    added: OptionalColumn[];
    sort: Sort;
    onSort: (sort: Sort) => void;
    onChooseLoaded: (choose: boolean) => void;
  },
) {
  const { added, sort, onSort, onChooseLoaded, ...rest } = props;
  const { list, chosen } = props;
  const { preset } = useViewer().organization;
  const [frame, width] = useWidth();
  const cards = width < cardBelow;
  const columns = useMemo(
    () => columnsFor(width, preset !== "COMMUNITY", added),
    [width, preset, added],
  );
  const ids = useMemo(() => list.contacts.map(({ id }) => id), [list.contacts]);
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
            columns={columns.map(({ id, header }) => ({
              id: id!,
              heading: String(header),
            }))}
            cards={cards}
            sort={sort}
            onSort={onSort}
            extent={extentOf(chosen, ids)}
            loaded={ids.length}
            onChooseLoaded={onChooseLoaded}
          />
          <Rows {...rest} columns={columns} cards={cards} />
        </table>
      )}
    </div>
  );
}
