import { useMemo } from "react";
import { useQuery, type CombinedError } from "urql";
import type { SendAction } from "../../gql/graphql";
import type { Selection } from "./plan";
import { sendContactQuery, sendPolicyQuery } from "./send-queries";
import { ruleOf, type TextEdits, type Texts } from "./texts";

/** What the form starts from. */
export interface Start {
  /** Undefined until it is known. Empty texts stand for "as each had before". */
  texts: TextEdits | undefined;
  error: CombinedError | undefined;
  retry(): void;
}

/** Several invitations keep the texts that each has: there is none to start from. */
const asBefore: TextEdits = { subject: "", body: "", button: "" };

/**
 * Finds the texts that the form starts from: those of the policy that applies,
 * or of the invitation where one is sent again.
 */
export function useStart(action: SendAction, selection: Selection): Start {
  const only =
    "contacts" in selection && selection.contacts.length === 1
      ? selection.contacts[0]!
      : undefined;
  const several = action === "RESEND" && !only;
  const [contact, askContact] = useQuery({
    query: sendContactQuery,
    variables: { id: only ?? "" },
    pause: !only,
  });
  const [policy, askPolicy] = useQuery({
    query: sendPolicyQuery,
    pause: several || only !== undefined,
  });

  const found = contact.data?.contact;
  const organization = policy.data?.viewer?.organization;
  const texts = useMemo<TextEdits | undefined>(() => {
    if (several) return asBefore;
    if (only) {
      if (!found) return undefined;
      const { invitation, location } = found;
      return action === "RESEND" && invitation
        ? textsOf({ ...invitation, channels: ruleOf(invitation.channels) })
        : textsOf(location.policy);
    }
    if (!organization) return undefined;
    const { locations } = organization;
    const filtered =
      "filter" in selection ? selection.filter.locations : undefined;
    const place =
      filtered?.length === 1
        ? locations.find((l) => l.id === filtered[0])
        : locations.length === 1
          ? locations[0]
          : undefined;
    return textsOf((place ?? organization).policy);
  }, [several, only, found, organization, action, selection]);

  return {
    texts,
    error: contact.error ?? policy.error,
    retry: only ? askContact : askPolicy,
  };
}

function textsOf({ subject, body, button, channels }: Texts): Texts {
  return { subject, body, button, channels };
}
