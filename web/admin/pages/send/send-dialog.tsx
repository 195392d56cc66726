import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMemo, useRef, useState } from "react";
import { useMutation, useQuery } from "urql";
import type { ContactFilter, SendAction } from "../../gql/graphql";
import { Failure, Loaded } from "../../ui/load";
import { notifyDone } from "../../ui/notify";
import {
  sendInviteMutation,
  sendPreviewQuery,
  sendResendMutation,
} from "./send-queries";

/** Whom to send to: named contacts, or all that match. */
export type Selection = { contacts: string[] } | { filter: ContactFilter };

/** Shows what sending would do, and sends. */
export function SendDialog(props: {
  action: SendAction;
  selection: Selection;
  onClose: () => void;
  onDone?: () => void;
}) {
  const { action, selection } = props;
  const key = useRef(crypto.randomUUID());
  const [refused, setRefused] = useState<string[]>([]);
  const input = useMemo(() => selection, [JSON.stringify(selection)]);
  const [preview, again] = useQuery({
    query: sendPreviewQuery,
    variables: { input, action },
    requestPolicy: "network-only",
  });
  const [inviting, invite] = useMutation(sendInviteMutation);
  const [resending, resend] = useMutation(sendResendMutation);
  const count = preview.data?.previewInvite.queuedCount ?? 0;
  const error = inviting.error ?? resending.error;

  async function send() {
    const variables = { input: { ...input, idempotencyKey: key.current } };
    const payload =
      action === "INVITE"
        ? (await invite(variables)).data?.inviteContacts
        : (await resend(variables)).data?.resendInvitations;
    if (!payload) return;
    setRefused(payload.userErrors.map((refusal) => refusal.message));
    if (payload.userErrors.length > 0) return;
    notifyDone(`${payload.queuedCount} invitations wait to leave.`);
    props.onDone?.();
    props.onClose();
  }

  return (
    <Modal
      opened
      onClose={props.onClose}
      size="lg"
      title={action === "INVITE" ? "Invite" : "Send again"}
    >
      <Stack>
        <Loaded
          result={preview}
          onRetry={() => again({ requestPolicy: "network-only" })}
        >
          {({ previewInvite: { skippedCount, userErrors } }) => (
            <Text>
              {count} will be sent to, {skippedCount} skipped.{" "}
              {userErrors.map((refusal) => refusal.message).join(" ")}
            </Text>
          )}
        </Loaded>
        {error && <Failure error={error} />}
        {refused.map((message) => (
          <Text key={message} c="red" role="alert">
            {message}
          </Text>
        ))}
        <Group justify="flex-end">
          <Button
            onClick={() => void send()}
            disabled={count === 0}
            loading={inviting.fetching || resending.fetching}
          >
            Send to {count}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
