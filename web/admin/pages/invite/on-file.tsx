import { Alert, Anchor, Button, Group, Text } from "@mantine/core";
import { Link } from "wouter";
import { useMay } from "../../data/viewer";
import type { ContactStatus } from "../../gql/graphql";
import { StatusChip } from "../../ui/chips";
import { nameOf } from "../send/plan";
import { useSend } from "../send/use-send";
import type { Invited } from "./sitting";

interface Known {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  status: ContactStatus;
  statusLabel: string;
}

/** What can be sent to somebody in each status; null for nothing. */
const actions: Record<ContactStatus, "INVITE" | "RESEND" | null> = {
  NOT_INVITED: "INVITE",
  ACCEPTED: "INVITE",
  DECLINED: "INVITE",
  REVOKED: "INVITE",
  QUEUED: "RESEND",
  PENDING: "RESEND",
  EXPIRED: "RESEND",
  FAILED: "RESEND",
  REGISTERED: null,
};

/** Says that somebody is on file already, and offers what can be sent. */
export function OnFile(props: {
  contact: Known;
  onSent: (invited: Invited) => void;
}) {
  const { contact } = props;
  const may = useMay();
  const action = actions[contact.status];
  const allowed = action && may(action);
  const { sending, refused, send } = useSend(action ?? "INVITE", {
    contacts: [contact.id],
  });

  async function submit() {
    const payload = await send({});
    if (payload) {
      props.onSent({
        contact: contact.id,
        batch: payload.batch?.id ?? null,
        note: null,
      });
    }
  }
  return (
    <Alert color="gray" variant="light" role="status">
      <Group justify="space-between" gap="sm">
        <Group gap="sm">
          <Text size="sm">
            <Anchor
              component={Link}
              to={`/contacts/${contact.id}`}
              inherit
              underline="always"
            >
              {nameOf(contact)}
            </Anchor>{" "}
            is on file already.
          </Text>
          <StatusChip status={contact.status} label={contact.statusLabel} />
        </Group>
        {allowed && (
          <Button
            variant="default"
            loading={sending}
            onClick={() => void submit()}
            data-offer
          >
            {action === "INVITE" ? "Invite" : "Send again"}
          </Button>
        )}
      </Group>
      {[...refused.general, ...Object.values(refused.fields)].map((message) => (
        <Text
          key={message}
          size="sm"
          mt="xs"
          c="var(--mantine-color-error)"
          role="alert"
        >
          {message}
        </Text>
      ))}
    </Alert>
  );
}
