import { Stack } from "@mantine/core";
import { useRef } from "react";
import { useMutation, useQuery } from "urql";
import { useConfirm } from "../../ui/confirm";
import { Loaded, Waiting } from "../../ui/load";
import { notifyDone, notifyRefused } from "../../ui/notify";
import { AddName } from "./add-name";
import { ItemList } from "./item-list";
import { NameRow } from "./name-row";
import { refusalOf } from "./outcome";
import {
  createGroupMutation,
  deleteGroupMutation,
  groupsQuery,
  updateGroupMutation,
} from "./settings-queries";

interface Item {
  id: string;
  name: string;
}

/** Named sets of contacts. Deleting one leaves its contacts as they are. */
export function Groups(props: { may: boolean }) {
  const [result, ask] = useQuery({ query: groupsQuery });
  const { add, rename, remove } = useGroupChanges();
  const confirm = useConfirm();
  const page = useRef<HTMLDivElement>(null);

  async function askToDelete(group: Item) {
    const sure = await confirm({
      title: `Delete ${group.name}?`,
      body: "Its contacts stay, but no longer belong to it. This cannot be undone.",
      verb: "Delete",
    });
    if (!sure || !(await remove(group))) return;
    // The button that had the focus is gone with its row.
    page.current?.querySelector<HTMLElement>("input, button")?.focus();
  }

  return (
    <Stack gap="lg" ref={page}>
      {props.may && <AddName one="group" onAdd={add} />}
      <Loaded
        result={result}
        onRetry={() => ask({ requestPolicy: "network-only" })}
        skeleton={<Waiting lines={5} height={44} />}
      >
        {({ viewer }) => (
          <ItemList
            items={viewer?.organization?.groups ?? []}
            one="group"
            many="groups"
            empty="Add the first one, then put contacts into it on their pages."
          >
            {(group) => (
              <NameRow
                name={group.name}
                may={props.may}
                onRename={(to) => rename(group, to)}
                onDelete={() => void askToDelete(group)}
              />
            )}
          </ItemList>
        )}
      </Loaded>
    </Stack>
  );
}

/** What can be done to groups. Each says why it was refused; null when it was done. */
function useGroupChanges() {
  const [, create] = useMutation(createGroupMutation);
  const [, update] = useMutation(updateGroupMutation);
  const [, erase] = useMutation(deleteGroupMutation);

  async function change(id: string, name: string) {
    const { data, error } = await update({ input: { id, name } });
    return refusalOf({ ...data?.updateGroup, error });
  }
  const back = async (undone: Promise<string | null>) => {
    const refusal = await undone;
    if (refusal) notifyRefused(refusal);
  };
  async function drop(id: string) {
    const { data, error } = await erase({ input: { id } });
    return refusalOf({ ...data?.deleteGroup, error });
  }

  return {
    async add(name: string) {
      const { data, error } = await create({ input: { name } });
      const group = data?.createGroup.group;
      if (group) {
        // It is empty yet, so that deleting it takes nothing away.
        notifyDone(`${group.name} was added.`, () => void back(drop(group.id)));
      }
      return refusalOf({ ...data?.createGroup, error });
    },
    async rename(group: Item, name: string) {
      const refusal = await change(group.id, name);
      if (!refusal) {
        notifyDone(
          `${group.name} has a new name.`,
          () => void back(change(group.id, group.name)),
        );
      }
      return refusal;
    },
    async remove(group: Item): Promise<boolean> {
      const refusal = await drop(group.id);
      if (refusal) notifyRefused(refusal);
      else notifyDone(`${group.name} was deleted.`);
      return !refusal;
    },
  };
}
