import { createColumnHelper, tableFeatures } from "@tanstack/react-table";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { StatusChip } from "../../ui/chips";
import { format } from "../../ui/when";
import type { ContactSortField } from "../../gql/graphql";
import type { ListedContact } from "./contacts-queries";
import { optionalColumns, type OptionalColumn } from "./optional-columns";
import { standingOf } from "./standing";
import { joinedWords, joinRouteWords } from "./words";
import classes from "./table.module.css";

/** The table needs columns, and nothing that computes over all rows. */
export const features = tableFeatures({});

const helper = createColumnHelper<typeof features, ListedContact>();

/** How a column stands in the grid. */
interface Layout {
  /** Its track. */
  width: string;
  /** The narrowest table that shows it, in pixels. */
  from: number;
  /** What its heading sorts by, each with its word. */
  sorts?: [word: string, field: ContactSortField][];
}

/** The columns' places, by their ids. */
export const layout: Record<string, Layout> = {
  person: {
    width: "minmax(170px, 2fr)",
    from: 0,
    sorts: [
      ["Name", "NAME"],
      ["Email", "EMAIL"],
    ],
  },
  stage: { width: "minmax(84px, 0.8fr)", from: 640 },
  status: {
    width: "minmax(132px, 1.2fr)",
    from: 0,
    sorts: [["Expiring", "EXPIRES_AT"]],
  },
  household: { width: "minmax(104px, 1fr)", from: 600 },
  address: { width: "minmax(120px, 1.2fr)", from: 600 },
  joined: { width: "minmax(104px, 0.9fr)", from: 600 },
  type: { width: "minmax(140px, 1.1fr)", from: 960 },
  location: { width: "minmax(96px, 1fr)", from: 760 },
  trainer: { width: "minmax(96px, 1fr)", from: 1040 },
  created: { width: "112px", from: 840, sorts: [["Created", "CREATED_AT"]] },
};

/** The room that a column takes which a person has added: others give way. */
const addedWidth = 110;

/** Narrower than this, in pixels, each row is a card. */
export const cardBelow = 450;

const columns = helper.columns([
  helper.display({
    id: "person",
    header: "Name",
    cell: ({ row }) => <Person contact={row.original} />,
  }),
  helper.accessor("stageLabel", {
    id: "stage",
    header: "Stage",
    cell: ({ getValue }) => getValue(),
  }),
  helper.display({
    id: "status",
    header: "Status",
    cell: ({ row }) => <Standing contact={row.original} />,
  }),
  helper.accessor((contact) => contact.household?.name, {
    id: "household",
    header: "Household",
    cell: ({ row, getValue }) => (
      <OrNone title={getValue()}>
        {row.original.household && (
          <Link
            to={`/households/${row.original.household.id}`}
            className={classes.link}
            tabIndex={-1}
          >
            {getValue()}
          </Link>
        )}
      </OrNone>
    ),
  }),
  helper.accessor("address", {
    id: "address",
    header: "Address",
    cell: ({ getValue }) => <OrNone title={getValue()}>{getValue()}</OrNone>,
  }),
  helper.accessor("joinedBy", {
    id: "joined",
    header: "Joined by",
    cell: ({ row, getValue }) => (
      <OrNone title={joinedWords(row.original)}>
        {getValue() && joinRouteWords[getValue()!]}
      </OrNone>
    ),
  }),
  helper.accessor((contact) => contact.clientType.name, {
    id: "type",
    header: "Type",
    cell: ({ getValue }) => getValue(),
  }),
  helper.accessor((contact) => contact.location.name, {
    id: "location",
    header: "Location",
    cell: ({ getValue }) => getValue(),
  }),
  helper.accessor((contact) => contact.trainer?.name, {
    id: "trainer",
    header: "Trainer",
    cell: ({ getValue }) =>
      getValue() ?? <span className={classes.none}>None</span>,
  }),
  helper.accessor("createdAt", {
    id: "created",
    header: "Created",
    cell: ({ row, getValue }) => (
      <time dateTime={getValue()} className="numbers">
        {format(getValue(), row.original.location.timeZone, "day")}
      </time>
    ),
  }),
]);

const cardColumns = helper.columns([
  helper.display({
    id: "person",
    header: "Contact",
    cell: ({ row }) => <Card contact={row.original} />,
  }),
]);

/** The columns that a table of that width has room for, of the usual and the added ones. */
export function columnsFor(
  width: number,
  trainers: boolean,
  added: readonly OptionalColumn[],
) {
  if (width < cardBelow) return cardColumns;
  const left = width - added.length * addedWidth;
  return columns.filter(({ id }) => {
    if (isOptional(id!)) {
      return added.includes(id) && layout[id]!.from <= width;
    }
    const { from } = layout[id!]!;
    return (from === 0 || from <= left) && (id !== "trainer" || trainers);
  });
}

function isOptional(id: string): id is OptionalColumn {
  return (optionalColumns as readonly string[]).includes(id);
}

/** A value, or a dash for none; the whole of it where there is no room. */
function OrNone(props: { title?: string | null; children: ReactNode }) {
  return props.children ? (
    <span title={props.title ?? undefined}>{props.children}</span>
  ) : (
    <span className={classes.none}>–</span>
  );
}

/** What one calls a contact: the name, else an address. */
export function nameOf(contact: {
  name: string;
  email?: string | null;
  phone?: string | null;
}): string {
  return contact.name || contact.email || contact.phone || "No name";
}

function Person({ contact }: { contact: ListedContact }) {
  const address = contact.name ? (contact.email ?? contact.phone) : null;
  return (
    <>
      <OpenLink contact={contact} />
      {address && <div className={classes.second}>{address}</div>}
    </>
  );
}

function Standing({ contact }: { contact: ListedContact }) {
  const more = standingOf(contact);
  return (
    <>
      <StatusChip status={contact.status} label={contact.statusLabel} />
      {more && (
        <div className={classes.second} data-problem={more.problem}>
          {more.words}
        </div>
      )}
    </>
  );
}

function Card({ contact }: { contact: ListedContact }) {
  const more = standingOf(contact);
  return (
    <>
      <OpenLink contact={contact} />
      <div className={classes.cardLine}>
        <StatusChip status={contact.status} label={contact.statusLabel} />
        <span className={classes.second} data-problem={more?.problem}>
          {more?.words ?? contact.email ?? contact.phone ?? contact.stageLabel}
        </span>
      </div>
    </>
  );
}

function OpenLink({ contact }: { contact: ListedContact }) {
  return (
    <Link to={`/contacts/${contact.id}`} className={classes.name} tabIndex={-1}>
      {nameOf(contact)}
    </Link>
  );
}
