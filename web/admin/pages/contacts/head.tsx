import { NativeSelect, VisuallyHidden } from "@mantine/core";
import { CaretDownIcon, CaretUpIcon } from "@radix-ui/react-icons";
import { useEffect, useRef } from "react";
import type { ContactSortField } from "../../gql/graphql";
import type { Sort } from "./address";
import { layout } from "./columns";
import classes from "./table.module.css";

interface HeadProps {
  /** The columns' ids and headings. */
  columns: { id: string; heading: string }[];
  cards: boolean;
  sort: Sort;
  onSort: (sort: Sort) => void;
  /** How much of what is loaded is chosen. */
  extent: "none" | "some" | "all";
  loaded: number;
  onChooseLoaded: (choose: boolean) => void;
}

/** The headings: choosing all rows that are loaded, and the order. */
export function Head(props: HeadProps) {
  const { columns, cards, sort, extent } = props;
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    box.current!.indeterminate = extent === "some";
  }, [extent]);
  return (
    <thead role="rowgroup" className={classes.head}>
      <tr role="row" className={classes.headRow} aria-rowindex={1}>
        <th role="columnheader" className={classes.select}>
          <input
            ref={box}
            type="checkbox"
            className={classes.checkbox}
            checked={extent === "all"}
            disabled={props.loaded === 0}
            onChange={() => props.onChooseLoaded(extent !== "all")}
            aria-label={`Select the ${props.loaded} contacts that are loaded`}
          />
        </th>
        {columns.map(({ id, heading }) => (
          <th role="columnheader" key={id} aria-sort={sortedBy(id, sort)}>
            {cards ? (
              <SortSelect sort={sort} onSort={props.onSort} />
            ) : (
              <Heading id={id} sort={sort} onSort={props.onSort}>
                {heading}
              </Heading>
            )}
          </th>
        ))}
        <th role="columnheader">
          <VisuallyHidden>Actions</VisuallyHidden>
        </th>
      </tr>
    </thead>
  );
}

/** A heading that sorts; a column may be sorted by more than one thing. */
function Heading(props: {
  id: string;
  sort: Sort;
  onSort: (sort: Sort) => void;
  children: string;
}) {
  const { id, sort, onSort, children } = props;
  const sorts = layout[id]?.sorts;
  if (!sorts) return children;
  const own = sorts.some(([word]) => word === children);
  return (
    <span className={classes.heading}>
      {!own && <span>{children}</span>}
      {sorts.map(([word, field]) => {
        const sorted = sort.field === field;
        const ascending = sort.direction === "ASC";
        return (
          <button
            key={field}
            type="button"
            className={classes.sort}
            data-sorted={sorted || undefined}
            title={`Sort by ${word.toLowerCase()}`}
            onClick={() =>
              onSort({ field, direction: sorted && ascending ? "DESC" : "ASC" })
            }
          >
            {word}
            {sorted && (ascending ? <CaretUpIcon /> : <CaretDownIcon />)}
          </button>
        );
      })}
    </span>
  );
}

const choices: [words: string, field: ContactSortField][] = [
  ["name", "NAME"],
  ["email", "EMAIL"],
  ["created", "CREATED_AT"],
  ["expiring", "EXPIRES_AT"],
];

/** The order, where there are no headings to press. */
function SortSelect(props: { sort: Sort; onSort: (sort: Sort) => void }) {
  const { field, direction } = props.sort;
  return (
    <NativeSelect
      size="xs"
      aria-label="Sort by"
      value={`${field} ${direction}`}
      data={choices.flatMap(([words, field]) => [
        { value: `${field} ASC`, label: `By ${words}` },
        { value: `${field} DESC`, label: `By ${words}, reversed` },
      ])}
      onChange={(event) => {
        const [field, direction] = event.currentTarget.value.split(" ");
        props.onSort({ field, direction } as Sort);
      }}
    />
  );
}

function sortedBy(id: string, sort: Sort): "ascending" | "descending" | "none" {
  const sorted = layout[id]?.sorts?.some(([, field]) => field === sort.field);
  if (!sorted) return "none";
  return sort.direction === "ASC" ? "ascending" : "descending";
}
