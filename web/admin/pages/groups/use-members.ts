import { useMutation } from "urql";
import { explain } from "../../ui/load";
import { notifyDone, notifyRefused } from "../../ui/notify";
import { groupsMembersMutation } from "./groups-queries";
import { addedWords, removedWords } from "./members-words";

/** A group, as far as words go. */
export interface Named {
  id: string;
  name: string;
}

/** Which way contacts go. */
export type Direction = "in" | "out";

/**
 * Puts contacts into a group or takes them out, and says what became of it.
 * Where all of them moved it can be undone: of fewer nobody knows here who was
 * in before. Answers why it was refused; null when it was done.
 */
export function useMembers(
  onDone?: () => void,
): (
  group: Named,
  direction: Direction,
  contacts: string[],
) => Promise<string | null> {
  const [, update] = useMutation(groupsMembersMutation);

  async function move(group: Named, direction: Direction, ids: string[]) {
    const answer = await update({
      input: {
        id: group.id,
        ...(direction === "in" ? { add: ids } : { remove: ids }),
      },
    });
    const payload = answer.data?.updateGroupMembers;
    const refusals = payload?.userErrors ?? [];
    const refusal = answer.error
      ? explain(answer.error)
      : refusals.map(({ message }) => message).join(" ");
    if (!refusal) onDone?.();
    return { refusal: refusal || null, payload };
  }

  return async (group, direction, ids) => {
    const { refusal, payload } = await move(group, direction, ids);
    if (refusal || !payload) return refusal;
    const moved =
      direction === "in" ? payload.addedCount : payload.removedCount;
    const words = direction === "in" ? addedWords : removedWords;
    const back = async () => {
      const other = direction === "in" ? "out" : "in";
      const undone = await move(group, other, ids);
      if (undone.refusal) notifyRefused(undone.refusal);
    };
    notifyDone(
      words(ids.length, moved, group.name),
      moved === ids.length ? () => void back() : undefined,
      { to: `/groups/${group.id}`, label: "Open the group" },
    );
    return null;
  };
}
