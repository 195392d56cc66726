import { Button, Group, Stack, Text } from "@mantine/core";
import { useMemo, useState } from "react";
import { useMay, useViewer } from "../../data/viewer";
import type { SendAction } from "../../gql/graphql";
import { Failure } from "../../ui/load";
import { Page } from "../../ui/page";
import { SendDialog } from "../send/send-dialog";
import { everybody, inputOf, sameFilter, type Filter } from "./address";
import { BulkBar } from "./bulk-bar";
import type { ListedContact } from "./contacts-queries";
import { FilterPills, FilterPopover } from "./filters";
import { HeadActions } from "./head-actions";
import { Nothing } from "./nothing";
import type { Reach } from "./possible";
import { RowMenu } from "./row-menu";
import { only } from "./saved-views";
import { Search } from "./search";
import { totalOf, useStatusCounts } from "./status-counts";
import { ContactTable } from "./table";
import { useChoices } from "./use-choices";
import { useChosen, useReaches } from "./use-chosen";
import { useInviteStage } from "./use-invite-stage";
import { useContactList, useListAddress } from "./use-list";
import { useKeptPlace } from "./use-kept-place";
import { useViews } from "./use-views";
import { Views } from "./views";
import { countWords } from "./words";
import classes from "./contacts.module.css";

/** Everybody on file: found, chosen, invited. */
export function Contacts() {
  const may = useMay();
  const limit = useViewer().organization.policy.maxBulkCreate;
  const { filter, sort, show } = useListAddress();
  const counts = useStatusCounts();
  const found = useContactList(filter, sort);
  const list = {
    ...found,
    total: found.total && (totalOf(counts, filter) ?? found.total),
  };
  useKeptPlace(list, JSON.stringify([filter, sort]));
  const views = useViews();
  const choices = useChoices();
  const actions = useActions();
  const selection = useChosen(list, filter);
  const { chosen } = selection;
  const reaches = useReaches(chosen, list.contacts, filter, actions);
  const [sending, setSending] = useState<Omit<Reach, "count">>();
  const [menu, setMenu] = useState<{
    contact: ListedContact;
    button: HTMLElement;
  }>();
  const mayDo = useMemo(
    () => (action: SendAction) => actions.includes(action),
    [actions],
  );
  const sendTo = (contact: ListedContact, action: SendAction) =>
    setSending({ action, selection: { contacts: [contact.id] } });
  const inviteStage = useInviteStage({
    filter,
    list,
    limit,
    onShow: (filter) => show({ filter }),
    onChooseAll: selection.chooseAll,
    onSend: setSending,
  });
  const count = chosen.all
    ? (list.total ?? { value: 0, exact: true })
    : { value: chosen.ids.size, exact: true };
  const savable =
    !views.full &&
    inputOf(filter) !== undefined &&
    !sameFilter(filter, only({ statuses: filter.statuses.slice(0, 1) })) &&
    !views.views.some((view) => sameFilter(view.filter, filter));
  const narrow = (filter: Filter) => show({ filter });

  return (
    <Page title="Contacts" actions={<HeadActions onInvite={inviteStage} />}>
      <Stack gap="sm">
        <Views
          counts={counts}
          filter={filter}
          own={views.views}
          onShow={narrow}
          onRemove={views.remove}
        />
        <Group gap="sm" wrap="nowrap">
          <Search
            value={filter.search}
            onSearch={(search) => show({ filter: { ...filter, search } }, true)}
          />
          <FilterPopover filter={filter} choices={choices} onFilter={narrow} />
        </Group>
        <FilterPills
          filter={filter}
          choices={choices}
          savable={savable}
          onFilter={narrow}
          onSave={(name) => views.save(name, filter)}
        />
        <Found list={list} />
      </Stack>
      {list.error && <Failure error={list.error} onRetry={list.refresh} />}
      {list.contacts.length === 0 && !list.loading ? (
        !list.error && (
          <Nothing
            filtered={inputOf(filter) !== undefined}
            mayCreate={may("CREATE_CONTACTS")}
            onClear={() => narrow(everybody)}
          />
        )
      ) : (
        <ContactTable
          list={list}
          sort={sort}
          onSort={(sort) => show({ sort })}
          chosen={chosen}
          onChoose={selection.choose}
          onRange={selection.chooseRange}
          onChooseLoaded={(choose) =>
            choose
              ? selection.chooseFirst(list.contacts.length)
              : selection.clear()
          }
          may={mayDo}
          onSend={sendTo}
          onMenu={(contact, button) => setMenu({ contact, button })}
        />
      )}
      {count.value > 0 && (chosen.all || chosen.ids.size > 0) && (
        <BulkBar
          count={count}
          reaches={reaches}
          limit={limit}
          all={
            chosen.all || !list.total || list.total.value <= count.value
              ? undefined
              : {
                  count: countWords(list.total),
                  choose: selection.chooseAll,
                }
          }
          onChooseFirst={() => selection.chooseFirst(limit)}
          onSend={setSending}
          onClear={selection.clear}
        />
      )}
      {menu && (
        <RowMenu
          {...menu}
          mayDo={mayDo}
          onSend={sendTo}
          onClose={() => setMenu(undefined)}
        />
      )}
      {sending && (
        <SendDialog
          {...sending}
          onClose={() => setSending(undefined)}
          onDone={selection.clear}
        />
      )}
    </Page>
  );
}

/** How many match, and how many of them are there; said aloud when it changes. */
function Found(props: { list: ReturnType<typeof useContactList> }) {
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

/** What the viewer may send, as one array for good. */
function useActions(): SendAction[] {
  const may = useMay();
  const key = [may("INVITE") && "INVITE", may("RESEND") && "RESEND"]
    .filter(Boolean)
    .join();
  return useMemo(() => key.split(",").filter(Boolean) as SendAction[], [key]);
}
