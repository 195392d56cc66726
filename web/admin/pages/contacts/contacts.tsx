import { Group, Stack } from "@mantine/core";
import { useMay, useWords } from "../../data/viewer";
import type { Stage } from "../../gql/graphql";
import { Page } from "../../ui/page";
import { everybody, inputOf, sameFilter } from "./address";
import { BulkGroups } from "./bulk-groups";
import { ColumnsMenu } from "./columns-menu";
import { FilterPills, FilterPopover } from "./filters";
import { HeadActions } from "./head-actions";
import { Found, ListedContacts } from "./listing";
import { Nothing } from "./nothing";
import { only } from "./saved-views";
import { Search } from "./search";
import { useStatusCounts } from "./status-counts";
import { useChoices } from "./use-choices";
import { useColumns } from "./use-columns";
import { useListing } from "./use-listing";
import { useViews } from "./use-views";
import { Views } from "./views";
import { plural } from "./words";

/** Everybody on file: found, chosen, invited. */
export function Contacts() {
  const may = useMay();
  const words = useWords();
  const counts = useStatusCounts();
  const listing = useListing({ counts });
  const { filter, list, narrow, selection } = listing;
  const [columns, chooseColumns] = useColumns();
  const views = useViews();
  const choices = useChoices();
  const inviteStage = (stage: Stage) =>
    listing.sendAll({
      action: "INVITE",
      filter: only({ stages: [stage], statuses: ["NOT_INVITED"] }),
      nobody: `Nobody is left to invite: all ${plural(words.stage(stage))} were.`,
    });
  const savable =
    !views.full &&
    inputOf(filter) !== undefined &&
    !sameFilter(filter, only({ statuses: filter.statuses.slice(0, 1) })) &&
    !views.views.some((view) => sameFilter(view.filter, filter));

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
            onSearch={(search) =>
              listing.show({ filter: { ...filter, search } }, true)
            }
          />
          <FilterPopover filter={filter} choices={choices} onFilter={narrow} />
          <ColumnsMenu columns={columns} onChoose={chooseColumns} />
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
      <ListedContacts
        listing={listing}
        columns={columns}
        nothing={
          <Nothing
            filtered={inputOf(filter) !== undefined}
            mayCreate={may("CREATE_CONTACTS")}
            onClear={() => narrow(everybody)}
          />
        }
        bulk={
          may("MANAGE_GROUPS") && (
            <BulkGroups
              count={listing.count}
              contacts={listing.chosenIds}
              onDone={selection.clear}
            />
          )
        }
      />
    </Page>
  );
}
