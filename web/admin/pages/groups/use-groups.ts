import { useMutation } from "urql";
import { useConfirm } from "../../ui/confirm";
import { notifyDone, notifyRefused } from "../../ui/notify";
import { refusalOf } from "../settings/outcome";
import {
  groupsCreateMutation,
  groupsDeleteMutation,
  groupsRenameMutation,
} from "./groups-queries";
import type { Named } from "./use-members";

/** What can be done to groups. Each says why it was refused; null when it was done. */
export function useGroups() {
  const [, create] = useMutation(groupsCreateMutation);
  const [, update] = useMutation(groupsRenameMutation);
  const [, erase] = useMutation(groupsDeleteMutation);
  const confirm = useConfirm();

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
        notifyDone(
          `${group.name} was added.`,
          () => void back(drop(group.id)),
          { to: `/groups/${group.id}`, label: "Put contacts into it" },
        );
      }
      return refusalOf({ ...data?.createGroup, error });
    },
    async rename(group: Named, name: string) {
      const refusal = await change(group.id, name);
      if (!refusal) {
        notifyDone(
          `${group.name} has a new name.`,
          () => void back(change(group.id, group.name)),
        );
      }
      return refusal;
    },
    /** Asks first. Answers whether the group is gone. */
    async remove(group: Named): Promise<boolean> {
      const sure = await confirm({
        title: `Delete ${group.name}?`,
        body: "Its contacts stay, but no longer belong to it. This cannot be undone.",
        verb: "Delete",
      });
      if (!sure) return false;
      const refusal = await drop(group.id);
      if (refusal) notifyRefused(refusal);
      else notifyDone(`${group.name} was deleted.`);
      return !refusal;
    },
  };
}
