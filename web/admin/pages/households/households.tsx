import { Button, Group, Stack, Text } from "@mantine/core";
import { EnvelopeClosedIcon, PlusIcon } from "@radix-ui/react-icons";
import { useState } from "react";
import { Link, useLocation, useSearchParams } from "wouter";
import { useMay, useViewer } from "../../data/viewer";
import { Empty, Failure } from "../../ui/load";
import { Page } from "../../ui/page";
import { SelectBar } from "../../ui/select-bar";
import { useChosen } from "../contacts/use-chosen";
import { countWords } from "../contacts/words";
import { SendDialog } from "../send/send-dialog";
import { every, inputOf } from "./address";
import { CreateDialog } from "./create-dialog";
import { Filters } from "./filters";
import type { ListedHousehold } from "./households-queries";
import { InviteDialog } from "./invite-dialog";
import { SuggestionBadge } from "./suggestion-badge";
import { HouseholdTable } from "./table";
import { useLeads } from "./use-leads";
import { useHouseholdList, useListAddress } from "./use-list";

/** The most households that one invitation of one of each takes. */
const most = 200;

/** People at one address: found, chosen, invited. */
export function Households() {
  const may = useMay();
  const leads = useLeads();
  const invites = leads && may("INVITE");
  const { filter, show } = useListAddress();
  const list = useHouseholdList(filter);
  const { chosen, choose, chooseRange, chooseFirst, clear } = useChosen(
    { contacts: list.households, hasMore: list.hasMore, more: list.more },
    filter,
  );
  const limit = Math.min(most, useViewer().organization.policy.maxBulkCreate);
  const ids = chosen.all ? new Set<string>() : chosen.ids;
  const picked = list.households.filter(({ id }) => ids.has(id));
  const [inviting, setInviting] = useState<ListedHousehold[]>();
  const [everyone, setEveryone] = useState<string[]>();
  const nobody = list.households.length === 0 && !list.loading;

  return (
    <Page
      title="Households"
      lead="One invited member joins and adds the rest."
      actions={leads && <HeadActions />}
    >
      <Stack gap="sm">
        <Filters filter={filter} onFilter={show} />
        <Found list={list} />
      </Stack>
      {list.error && <Failure error={list.error} onRetry={list.refresh} />}
      {nobody ? (
        !list.error && (
          <Nothing
            filtered={inputOf(filter) !== undefined}
            onClear={() => show(every)}
          />
        )
      ) : (
        <HouseholdTable
          list={list}
          chosen={invites ? chosen : undefined}
          onChoose={choose}
          onRange={chooseRange}
          onChooseLoaded={(all) =>
            all ? chooseFirst(list.households.length) : clear()
          }
        />
      )}
      {picked.length > 0 && (
        <SelectBar
          label="Selected households"
          count={picked.length}
          onClear={clear}
        >
          <Button
            leftSection={<EnvelopeClosedIcon />}
            disabled={picked.length > limit}
            onClick={() => setInviting(picked)}
          >
            Invite one of each…
          </Button>
          <Button
            variant="default"
            disabled={picked.length > limit}
            onClick={() => setEveryone(picked.map(({ id }) => id))}
          >
            Invite everyone…
          </Button>
          {picked.length > limit && (
            <Group gap="xs">
              <Text size="sm" role="status">
                {limit} at a time: choose fewer.
              </Text>
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => chooseFirst(limit)}
              >
                Choose the first {limit}
              </Button>
            </Group>
          )}
          {list.total && picked.length < Math.min(list.total.value, limit) && (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => chooseFirst(Math.min(list.total!.value, limit))}
            >
              {list.total.value > limit
                ? `Select the first ${limit}`
                : `Select all ${countWords(list.total)}`}
            </Button>
          )}
        </SelectBar>
      )}
      {inviting && (
        <InviteDialog
          households={inviting}
          onClose={() => setInviting(undefined)}
          onDone={() => {
            clear();
            list.refresh();
          }}
        />
      )}
      {everyone && (
        <SendDialog
          action="INVITE"
          selection={{ filter: { households: everyone } }}
          onClose={() => setEveryone(undefined)}
          onDone={clear}
        />
      )}
    </Page>
  );
}

/** The page's own buttons. Creating stands in the address, to be linked to and gone back from. */
function HeadActions() {
  const [params, setParams] = useSearchParams();
  const [, navigate] = useLocation();
  const create = (on: boolean) =>
    setParams(
      (now) => {
        if (on) now.set("new", "1");
        else now.delete("new");
        return now;
      },
      { replace: !on },
    );
  return (
    <>
      <SuggestionBadge />
      <Button leftSection={<PlusIcon />} onClick={() => create(true)}>
        Create a household
      </Button>
      {params.has("new") && (
        <CreateDialog
          onClose={() => create(false)}
          onCreated={(id) => navigate(`/households/${id}`, { replace: true })}
        />
      )}
    </>
  );
}

/** How many match, and how many of them are there; said aloud when it changes. */
function Found(props: { list: ReturnType<typeof useHouseholdList> }) {
  const { households, total, outdated } = props.list;
  return (
    <Group gap="sm" mih={26}>
      <Text size="sm" c="dimmed" role="status" className="numbers">
        {!total || outdated ? "Looking…" : `${countWords(total)} found`}
      </Text>
      {total && households.length < total.value && (
        <Text size="sm" c="dimmed" className="numbers">
          {households.length.toLocaleString()} of {countWords(total)} loaded
        </Text>
      )}
    </Group>
  );
}

/** Says why the list is empty, and what to do about it. */
function Nothing(props: { filtered: boolean; onClear: () => void }) {
  const leads = useLeads();
  return (
    <div className="card">
      {props.filtered ? (
        <Empty
          title="No household matches"
          action={
            <Button variant="default" mt="sm" onClick={props.onClear}>
              Show all households
            </Button>
          }
        >
          Try fewer words, or another state.
        </Empty>
      ) : (
        <Empty
          title="No households yet"
          action={
            leads && (
              <Button
                component={Link}
                to="/households/suggestions"
                variant="default"
                mt="sm"
              >
                Look at suggestions
              </Button>
            )
          }
        >
          A household is people at one address. Create one, import contacts with
          their addresses, or let those who join make their own.
        </Empty>
      )}
    </div>
  );
}
