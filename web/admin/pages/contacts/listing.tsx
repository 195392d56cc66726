import { Button, Group, Text } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { Failure } from "../../ui/load";
import { SendDialog } from "../send/send-dialog";
import { BulkBar } from "./bulk-bar";
import type { ListedContact } from "./contacts-queries";
import type { OptionalColumn } from "./optional-columns";
import { RowMenu } from "./row-menu";
import { ContactTable } from "./table";
import type { Listing } from "./use-listing";
import { countWords } from "./words";
import classes from "./contacts.module.css";

/** The contacts of a list, and what is done with those who are chosen. */
export function ListedContacts(props: {
  listing: Listing;
  columns: OptionalColumn[];
  /** Stands in place of the contacts where there are none. */
  nothing: ReactNode;
  /** What else can be done with those who are chosen. */
  bulk?: ReactNode;
}) {
  const { listing } = props;
  const { list, count, selection, sending } = listing;
  const { chosen } = selection;
  const [menu, setMenu] = useState<{
    contact: ListedContact;
    button: HTMLElement;
  }>();
  const more = !chosen.all && list.total && list.total.value > count.value;
  return (
    <>
      {list.error && <Failure error={list.error} onRetry={list.refresh} />}
      {list.contacts.length === 0 && !list.loading ? (
        !list.error && props.nothing
      ) : (
        <ContactTable
          list={list}
          added={props.columns}
          sort={listing.sort}
          onSort={(sort) => listing.show({ sort })}
          chosen={chosen}
          onChoose={selection.choose}
          onRange={selection.chooseRange}
          onChooseLoaded={(choose) =>
            choose
              ? selection.chooseFirst(list.contacts.length)
              : selection.clear()
          }
          may={listing.mayDo}
          onSend={listing.sendTo}
          onMenu={(contact, button) => setMenu({ contact, button })}
        />
      )}
      {count.value > 0 && (
        <BulkBar
          count={count}
          reaches={listing.reaches}
          limit={listing.limit}
          all={
            more
              ? {
                  count: countWords(list.total!),
                  choose: selection.chooseAll,
                }
              : undefined
          }
          onChooseFirst={() => selection.chooseFirst(listing.limit)}
          onSend={listing.setSending}
          onClear={selection.clear}
          more={props.bulk}
        />
      )}
      {menu && (
        <RowMenu
          {...menu}
          mayDo={listing.mayDo}
          onSend={listing.sendTo}
          onClose={() => setMenu(undefined)}
        />
      )}
      {sending && (
        <SendDialog
          {...sending}
          onClose={() => listing.setSending(undefined)}
          onDone={selection.clear}
        />
      )}
    </>
  );
}

/** How many match, and how many of them are there; said aloud when it changes. */
export function Found(props: { list: Listing["list"] }) {
  const { contacts, total, moved, outdated, refresh } = props.list;
  return (
    <Group gap="sm" className={classes.found}>
      <Text size="sm" c="dimmed" role="status" className="numbers">
        {!total || outdated ? "Looking…" : `${countWords(total)} found`}
      </Text>
      {moved ? (
        <Button variant="subtle" size="compact-sm" onClick={refresh}>
          The list has changed. Refresh
        </Button>
      ) : (
        total &&
        contacts.length < total.value && (
          <Text size="sm" c="dimmed" className="numbers">
            {contacts.length.toLocaleString()} of {countWords(total)} loaded
          </Text>
        )
      )}
    </Group>
  );
}
