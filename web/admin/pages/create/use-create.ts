import { useState } from "react";
import { useClient } from "urql";
import { attemptFor, type Attempt } from "../../data/attempt";
import type {
  CreateContactsInput,
  CreateContactsMutation,
} from "../../gql/graphql";
import { accepted, refusedOnce } from "../../ui/refusals";
import { byEntry } from "./by-entry";
import { createContactsMutation } from "./create-queries";
import type { Place } from "./slots";

/** What became of a list. */
export type Created = CreateContactsMutation["createContacts"];

/** A list that has been created. */
export interface Done {
  created: Created;
  place: Place;
  /** The entries that were given. */
  texts: string[];
  /** How many are set aside for the next list. */
  aside: number;
}

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
    "makeHouseholds",
  ].map((name) => [name, name]),
);

/**
 * Creates, once: a retry after a lost connection is answered as the first call
 * was. Refused entries go to `onRefused` by their place, the rest stands in
 * `refused`.
 */
export function useCreate(
  attempt: Attempt | undefined,
  onAttempt: (attempt: Attempt) => void,
  onRefused: (messages: Map<number, string>) => void,
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
    if (entries.size > 0) onRefused(entries);
    setRefused(refusedOnce(others, names, error));
    return undefined;
  }

  return { creating, refused, forget: () => setRefused(accepted), create };
}
