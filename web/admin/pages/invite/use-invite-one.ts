import { useRef, useState } from "react";
import { useClient } from "urql";
import { attemptFor, type Attempt } from "../../data/attempt";
import type { CreateContactsInput, InviteOneMutation } from "../../gql/graphql";
import { accepted, refusedOnce } from "../../ui/refusals";
import { inviteOneMutation } from "./invite-queries";

/** What became of the one. */
export type Outcome = InviteOneMutation["createContacts"]["results"][number] & {
  batch: string | null;
};

/** The form's fields by the last step of a refusal's path. */
const names = {
  email: "address",
  phone: "address",
  "0": "address",
  contacts: "address",
  name: "name",
  stage: "stage",
  clientType: "clientType",
  invite: "clientType",
  location: "location",
};

/** Puts one person on file and invites them, once. */
export function useInviteOne() {
  const client = useClient();
  const attempt = useRef<Attempt>(undefined);
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState(accepted);

  async function invite(
    input: CreateContactsInput,
  ): Promise<Outcome | undefined> {
    attempt.current = attemptFor(attempt.current, input);
    setSending(true);
    const { data, error } = await client.mutation(inviteOneMutation, {
      input: { ...input, idempotencyKey: attempt.current.key },
    });
    setSending(false);
    const payload = data?.createContacts;
    const refusals = (payload?.userErrors ?? []).map((refusal) => ({
      ...refusal,
      message: refusal.message.replace(/^Entry 1 \(".*"\): /s, ""),
    }));
    const [result] = payload?.results ?? [];
    if (!result || refusals.length > 0) {
      setRefused(refusedOnce(refusals, names, error));
      return undefined;
    }
    // The same person again would be another call.
    attempt.current = undefined;
    setRefused(accepted);
    return { ...result, batch: payload?.batch?.id ?? null };
  }

  return { sending, refused, forget: () => setRefused(accepted), invite };
}
