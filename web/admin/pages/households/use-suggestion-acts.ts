import { useState } from "react";
import { useMutation, type CombinedError } from "urql";
import { useConfirm } from "../../ui/confirm";
import { explain } from "../../ui/load";
import { notifyDone, notifyRefused } from "../../ui/notify";
import {
  householdCreateMutation,
  householdDismissMutation,
  householdUpdateMutation,
  type Suggestion,
} from "./households-queries";
import type { Proposal } from "./suggestion";
import { peopleWords } from "./words";

/** What is done with a suggestion; where it cannot be undone, it is asked first. */
export function useSuggestionActs(suggestion: Suggestion, onDone: () => void) {
  const [, create] = useMutation(householdCreateMutation);
  const [, update] = useMutation(householdUpdateMutation);
  const [, drop] = useMutation(householdDismissMutation);
  const confirm = useConfirm();
  const [busy, setBusy] = useState(false);

  async function asBusy(act: () => Promise<void>) {
    setBusy(true);
    await act();
    setBusy(false);
  }
  function refused(
    errors: { message: string }[] | undefined,
    error: CombinedError | undefined,
  ): boolean {
    if (error) notifyRefused(explain(error));
    else if (errors?.[0]) notifyRefused(errors[0].message);
    return error !== undefined || (errors?.length ?? 0) > 0;
  }

  async function make(proposal: Proposal) {
    if (proposal.kind === "make") {
      const { data, error } = await create({
        input: { members: proposal.members, address: suggestion.address },
      });
      if (refused(data?.createHousehold.userErrors, error)) return;
      const made = data?.createHousehold.household;
      notifyDone(
        `${made?.name ?? "It"} is a household now.`,
        undefined,
        made ? { to: `/households/${made.id}`, label: "Open it" } : undefined,
      );
    } else {
      const { into, members } = proposal;
      if (proposal.kind === "join") {
        const sure = await confirm({
          title: "Make these one household?",
          body: `All come into ${into.name}; the others are deleted. Whoever a head added and has not confirmed cannot any more. This cannot be undone.`,
          verb: "Make one",
        });
        if (!sure) return;
      }
      const { data, error } = await update({
        input: { id: into.id, addMembers: members },
      });
      if (refused(data?.updateHousehold.userErrors, error)) return;
      notifyDone(
        `${peopleWords(members.length)} came into ${into.name}.`,
        undefined,
        { to: `/households/${into.id}`, label: "Open it" },
      );
    }
    onDone();
  }

  async function dismiss() {
    const sure = await confirm({
      title: "Not a household?",
      body: `${suggestion.address} is not suggested any more, whoever moves there. This cannot be undone; a household can still be created.`,
      verb: "Do not suggest it",
    });
    if (!sure) return;
    const { data, error } = await drop({
      input: { location: suggestion.location.id, key: suggestion.key },
    });
    if (refused(data?.dismissHouseholdSuggestion.userErrors, error)) return;
    notifyDone(`${suggestion.address} is not suggested any more.`);
    onDone();
  }

  return {
    busy,
    make: (proposal: Proposal) => asBusy(() => make(proposal)),
    dismiss: () => asBusy(dismiss),
  };
}
