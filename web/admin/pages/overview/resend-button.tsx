import { Button, Text } from "@mantine/core";
import { PaperPlaneIcon } from "@radix-ui/react-icons";
import { useState } from "react";
import { useMay } from "../../data/viewer";
import type { OverviewQuery } from "../../gql/graphql";
import { When } from "../../ui/when";
import { nameOf } from "../contacts/columns";
import { actionFor } from "../contacts/possible";
import { useSendNow } from "../contacts/send-now";

type Listed = Omit<
  OverviewQuery["contacts"]["nodes"][number],
  "invitation" | "__typename"
> & {
  invitation?: { expectedSendAt?: string | null } | null;
};

/** Sends a contact's invitation once more, or says when one that waits will leave. */
export function ResendButton(props: { contact: Listed; onSent: () => void }) {
  const { contact } = props;
  const may = useMay();
  const send = useSendNow();
  const [sending, setSending] = useState(false);
  const expected = contact.invitation?.expectedSendAt;

  async function resend() {
    setSending(true);
    await send(contact, "RESEND");
    setSending(false);
    props.onSent();
  }
  if (expected) {
    return (
      <Text size="sm" c="dimmed">
        Leaves <When at={expected} zone={contact.location.timeZone} />
      </Text>
    );
  }
  if (!may("RESEND") || actionFor(contact) !== "RESEND") return null;
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<PaperPlaneIcon />}
      loading={sending}
      aria-label={`Resend to ${nameOf(contact)}`}
      onClick={() => void resend()}
    >
      Resend
    </Button>
  );
}
