import { createColumnHelper, tableFeatures } from "@tanstack/react-table";
import { Link } from "wouter";
import { StatusChip } from "../../ui/chips";
import { format } from "../../ui/when";
import type { ContactSortField } from "../../gql/graphql";
import type { ListedContact } from "./contacts-queries";
import { standingOf } from "./standing";
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
  type: { width: "minmax(140px, 1.1fr)", from: 960 },
  location: { width: "minmax(96px, 1fr)", from: 760 },
  trainer: { width: "minmax(96px, 1fr)", from: 1040 },
  created: { width: "112px", from: 840, sorts: [["Created", "CREATED_AT"]] },
};

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

/** The columns that a table of that width has room for. */
export function columnsFor(width: number, trainers: boolean) {
  if (width < cardBelow) return cardColumns;
  return columns.filter(
    (column) =>
      layout[column.id!]!.from <= width &&
      (column.id !== "trainer" || trainers),
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
