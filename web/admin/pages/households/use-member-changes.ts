import { useMutation } from "urql";
import { useLocation } from "wouter";
import type { UpdateHouseholdInput } from "../../gql/graphql";
import { useConfirm } from "../../ui/confirm";
import { calledOf, type FoundContact } from "../../ui/contact-search";
import { explain } from "../../ui/load";
import { notifyDone, notifyRefused } from "../../ui/notify";
import {
  householdUpdateMutation,
  type HouseholdDetail,
  type ListedMember,
} from "./households-queries";

/** What can be done with the members of a household. */
export interface MemberChanges {
  add(contact: FoundContact): Promise<void>;
  remove(member: ListedMember): Promise<void>;
  makeHead(member: ListedMember): Promise<void>;
}

/**
 * Changes who belongs to a household. What can be undone is done at once with
 * an offer to undo it; what cannot is asked first.
 */
export function useMemberChanges(
  household: HouseholdDetail,
  onChanged: () => void,
): MemberChanges {
  const [, update] = useMutation(householdUpdateMutation);
  const [, navigate] = useLocation();
  const confirm = useConfirm();

  /** Answers whether it was done; otherwise it was said why not. */
  async function change(part: Omit<UpdateHouseholdInput, "id">) {
    const { data, error } = await update({
      input: { id: household.id, ...part },
    });
    const [refusal] = data?.updateHousehold.userErrors ?? [];
    if (error) notifyRefused(explain(error));
    else if (refusal) notifyRefused(refusal.message);
    else onChanged();
    return !error && !refusal;
  }
  const back = (part: Omit<UpdateHouseholdInput, "id">) => () =>
    void change(part);

  return {
    async add(contact) {
      const name = calledOf(contact);
      const old = contact.household;
      if (old) {
        const sure = await confirm({
          title: `Does ${name} leave ${old.name}?`,
          body: "Somebody belongs to one household only. Where nobody is left, the old one is deleted.",
          verb: "Add here",
          keep: "Leave it as it is",
        });
        if (!sure || !(await change({ addMembers: [contact.id] }))) return;
        notifyDone(`${name} belongs to ${household.name} now.`);
      } else if (await change({ addMembers: [contact.id] })) {
        notifyDone(
          `${name} belongs to ${household.name} now.`,
          back({ removeMembers: [contact.id] }),
        );
      }
    },
    async remove(member) {
      const name = calledOf(member);
      const last = household.members.length === 1;
      const gone = last || !member.contact;
      if (gone) {
        const sure = await confirm({
          title: `Take ${name} out?`,
          body: last
            ? `${name} is the last member, so ${household.name} is deleted. This cannot be undone.`
            : "The message to confirm can no longer be used. This cannot be undone.",
          verb: "Take out",
        });
        if (!sure) return;
      }
      if (!(await change({ removeMembers: [member.id] }))) return;
      notifyDone(
        `${name} no longer belongs to ${household.name}.`,
        gone
          ? undefined
          : back({
              addMembers: [member.id],
              ...(member.isHead && { head: member.id }),
            }),
      );
      if (last) navigate("/households", { replace: true });
    },
    async makeHead(member) {
      const before = household.head?.id;
      if (!(await change({ head: member.id }))) return;
      notifyDone(
        `${calledOf(member)} is the head of ${household.name} now.`,
        before ? back({ head: before }) : undefined,
      );
    },
  };
}
