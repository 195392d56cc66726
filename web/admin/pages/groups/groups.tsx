import { Anchor, Stack, Text } from "@mantine/core";
import { useRef } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";
import { useRefreshOnChange, useRefreshOnOrganization } from "../../data/live";
import { useMay } from "../../data/viewer";
import { Loaded, Waiting } from "../../ui/load";
import { Page } from "../../ui/page";
import { StackedBar } from "../../ui/stacked-bar";
import { standingParts } from "../../ui/standing-parts";
import { countWords } from "../contacts/words";
import { AddName } from "../settings/add-name";
import { ItemList } from "../settings/item-list";
import { NameRow } from "../settings/name-row";
import { groupsPageQuery, type ListedGroup } from "./groups-queries";
import { useGroups } from "./use-groups";
import style from "./groups.module.css";

/** Every group: a street, a building, a committee, a team. */
export function Groups() {
  const may = useMay()("MANAGE_GROUPS");
  const [result, ask] = useQuery({ query: groupsPageQuery });
  const again = () => ask({ requestPolicy: "network-only" });
  useRefreshOnChange(again);
  useRefreshOnOrganization(again, ["GROUP_CHANGED"]);
  const { add, rename, remove } = useGroups();
  const page = useRef<HTMLDivElement>(null);

  async function askToDelete(group: ListedGroup) {
    if (!(await remove(group))) return;
    // The button that had the focus is gone with its row.
    page.current?.querySelector<HTMLElement>("input, button")?.focus();
  }

  return (
    <Page
      title="Groups"
      lead="Streets, buildings, committees, teams. A contact may be in many."
    >
      <Stack gap="lg" ref={page}>
        {may && <AddName one="group" onAdd={add} />}
        <Loaded
          result={result}
          onRetry={again}
          skeleton={<Waiting lines={5} height={56} />}
        >
          {({ viewer }) => (
            <ItemList
              items={viewer?.organization?.groups ?? []}
              one="group"
              many="groups"
              empty={
                may
                  ? "Add the first one, then put contacts into it."
                  : "Owners and leaders make them."
              }
            >
              {(group) => (
                <NameRow
                  name={group.name}
                  may={may}
                  onRename={(to) => rename(group, to)}
                  onDelete={() => void askToDelete(group)}
                  shown={<GroupLine group={group} />}
                />
              )}
            </ItemList>
          )}
        </Loaded>
      </Stack>
    </Page>
  );
}

/** A group in the list: its name, how many are in it, where they stand. */
function GroupLine({ group }: { group: ListedGroup }) {
  const { id, name, contactCount, statusCounts } = group;
  const many = `${countWords(contactCount)} ${contactCount.value === 1 ? "contact" : "contacts"}`;
  return (
    <div className={style["line"]}>
      <Anchor
        component={Link}
        to={`/groups/${id}`}
        fw={550}
        className={style["name"]}
      >
        {name}
      </Anchor>
      <Text size="sm" c="dimmed" className="numbers">
        {contactCount.value === 0 ? "Nobody yet" : many}
      </Text>
      <div className={style["bar"]}>
        {contactCount.value > 0 && (
          <StackedBar label={name} parts={standingParts(statusCounts)} />
        )}
      </div>
    </div>
  );
}
