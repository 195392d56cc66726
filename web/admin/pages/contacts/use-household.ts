import { useMutation } from "urql";
import type { UpdateHouseholdInput } from "../../gql/graphql";
import { notifyDone, notifyRefused } from "../../ui/notify";
import {
  householdCreateMutation,
  householdUpdateMutation,
} from "../households/households-queries";
import { refusalOf } from "../settings/outcome";
import type { ContactDetail } from "./contact-queries";

/** A household or a person, as far as words go. */
interface Named {
  id: string;
  name: string;
}

/** A household that the contact leaves. */
type Left = NonNullable<ContactDetail["household"]>;

/**
 * Puts one contact into a household, takes it out, or makes a household of it.
 * Each answers why it was refused; null when it was done.
 */
export function useHousehold(onChanged: () => void) {
  const [, make] = useMutation(householdCreateMutation);
  const [, update] = useMutation(householdUpdateMutation);

  async function change(input: UpdateHouseholdInput) {
    const { data, error } = await update({ input });
    const refusal = refusalOf({ ...data?.updateHousehold, error });
    if (!refusal) onChanged();
    return refusal;
  }
  const back = async (input: UpdateHouseholdInput) => {
    const refusal = await change(input);
    if (refusal) notifyRefused(refusal);
  };

  return {
    async make(contact: Named): Promise<string | null> {
      const { data, error } = await make({ input: { members: [contact.id] } });
      const household = data?.createHousehold.household;
      const refusal = refusalOf({ ...data?.createHousehold, error });
      if (refusal || !household) return refusal;
      onChanged();
      // A household that nobody is left in is no more.
      const undo = { id: household.id, removeMembers: [contact.id] };
      notifyDone(
        `The household ${household.name} is made.`,
        () => void back(undo),
        { to: `/households/${household.id}`, label: "Open it" },
      );
      return null;
    },
    /** `from` is the household that the contact leaves; undoing leads back there. */
    async putInto(
      household: Named,
      contact: Named,
      from: Left | null | undefined,
    ): Promise<string | null> {
      const refusal = await change({
        id: household.id,
        addMembers: [contact.id],
      });
      if (refusal) return refusal;
      const undo = from
        ? backInto(from, contact)
        : { id: household.id, removeMembers: [contact.id] };
      notifyDone(
        `${contact.name} belongs to ${household.name} now.`,
        undo && (() => void back(undo)),
      );
      return null;
    },
    async takeOut(household: Left, contact: Named) {
      const refusal = await change({
        id: household.id,
        removeMembers: [contact.id],
      });
      if (refusal) return notifyRefused(refusal);
      const undo = backInto(household, contact);
      notifyDone(
        `${contact.name} is out of ${household.name}.`,
        undo && (() => void back(undo)),
      );
    },
  };
}

/** The change that leads back into a household; undefined where nobody was left in it, so that it is no more. */
function backInto(
  household: Left,
  contact: Named,
): UpdateHouseholdInput | undefined {
  if (household.memberCount <= 1) return undefined;
  const headed = household.members.some(
    (member) => member.isHead && member.contact?.id === contact.id,
  );
  return {
    id: household.id,
    addMembers: [contact.id],
    ...(headed && { head: contact.id }),
  };
}
