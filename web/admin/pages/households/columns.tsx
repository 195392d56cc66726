import { Link } from "wouter";
import type { ReactNode } from "react";
import { Chip } from "../../ui/chips";
import { format } from "../../ui/when";
import classes from "../contacts/table.module.css";
import type { ListedHousehold } from "./households-queries";
import { membersWords, stateColors, stateWords } from "./words";

/** A column of the table. */
export interface Column {
  id: string;
  heading: string;
  /** Its track in the grid. */
  width: string;
  /** The narrowest table that shows it, in pixels. */
  from: number;
  cell: (household: ListedHousehold) => ReactNode;
}

/** Narrower than this, in pixels, each row is a card. */
export const cardBelow = 520;

const columns: Column[] = [
  {
    id: "household",
    heading: "Household",
    width: "minmax(170px, 2fr)",
    from: 0,
    cell: (household) => (
      <>
        <Open household={household} />
        <div className={classes.second}>{addressOf(household)}</div>
      </>
    ),
  },
  {
    id: "head",
    heading: "Head",
    width: "minmax(110px, 1.2fr)",
    from: 640,
    cell: ({ head }) =>
      head?.name ?? <span className={classes.none}>None yet</span>,
  },
  {
    id: "members",
    heading: "Members",
    width: "minmax(140px, 1.2fr)",
    from: 0,
    cell: (household) => {
      const { main, more } = membersWords(household);
      return (
        <span className="numbers">
          {main}
          <div className={classes.second}>{more}</div>
        </span>
      );
    },
  },
  {
    id: "state",
    heading: "State",
    width: "116px",
    from: 0,
    cell: (household) => <State household={household} />,
  },
  {
    id: "since",
    heading: "Registered since",
    width: "148px",
    from: 820,
    cell: ({ registeredSince, location }) =>
      registeredSince ? (
        <time dateTime={registeredSince} className="numbers">
          {format(registeredSince, location.timeZone, "day")}
        </time>
      ) : (
        <span className={classes.none}>–</span>
      ),
  },
  {
    id: "location",
    heading: "Location",
    width: "minmax(96px, 1fr)",
    from: 960,
    cell: ({ location }) => location.name,
  },
];

const card: Column[] = [
  {
    id: "household",
    heading: "Household",
    width: "minmax(0, 1fr)",
    from: 0,
    cell: (household) => (
      <>
        <Open household={household} />
        <div className={classes.cardLine}>
          <State household={household} />
          <span className={classes.second}>
            {membersWords(household).main}
            {household.address &&
              household.address !== household.name &&
              ` · ${household.address}`}
          </span>
        </div>
      </>
    ),
  },
];

/** The columns that a table of that width has room for. */
export function columnsFor(width: number, locations: boolean): Column[] {
  if (width < cardBelow) return card;
  return columns.filter(
    ({ id, from }) => from <= width && (id !== "location" || locations),
  );
}

function Open({ household }: { household: ListedHousehold }) {
  return (
    <Link
      to={`/households/${household.id}`}
      className={classes.name}
      tabIndex={-1}
    >
      {household.name}
    </Link>
  );
}

function State({ household }: { household: ListedHousehold }) {
  return (
    <Chip color={stateColors[household.state]} data-status={household.state}>
      {stateWords[household.state]}
    </Chip>
  );
}

/** The address, where the name does not say it already. */
function addressOf({ name, address }: ListedHousehold): string | null {
  return address === name ? null : address;
}
