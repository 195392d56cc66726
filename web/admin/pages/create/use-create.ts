import { useState, type Dispatch } from "react";
import { useClient } from "urql";
import { attemptFor, type Attempt } from "../../data/attempt";
import type {
  CreateContactsInput,
  CreateContactsMutation,
} from "../../gql/graphql";
import { accepted, refusedOnce } from "../../ui/refusals";
import type { ChipAction } from "./chips";
import { byEntry } from "./by-entry";
import { createContactsMutation } from "./create-queries";

/** What became of a list. */
export type Created = CreateContactsMutation["createContacts"];

const names = Object.fromEntries(
  [
    "stage",
    "clientType",
    "program",
    "groups",
    "location",
    "trainer",
    "invite",
    "subject",
    "body",
    "button",
    "channels",
  ].map((name) => [name, name]),
);

/**
 * Creates, once: a retry after a lost connection is answered as the first call
 * was. Refused entries are marked in the list, the rest stands in `refused`.
 */
export function useCreate(
  attempt: Attempt | undefined,
  onAttempt: (attempt: Attempt) => void,
  dispatch: Dispatch<ChipAction>,
) {
  const client = useClient();
  const [creating, setCreating] = useState(false);
  const [refused, setRefused] = useState(accepted);

  async function create(
    input: CreateContactsInput,
  ): Promise<Created | undefined> {
    const now = attemptFor(attempt, input);
    onAttempt(now);
    setCreating(true);
    const { data, error } = await client.mutation(createContactsMutation, {
      input: { ...input, idempotencyKey: now.key },
    });
    setCreating(false);
    const created = data?.createContacts;
    if (created && created.userErrors.length === 0) {
      setRefused(accepted);
      return created;
    }
    const { entries, others } = byEntry(created?.userErrors ?? []);
    if (entries.size > 0) dispatch({ type: "refuse", messages: entries });
    setRefused(refusedOnce(others, names, error));
    return undefined;
  }

  return { creating, refused, forget: () => setRefused(accepted), create };
}
