import {
  Alert,
  Button,
  Group,
  Modal,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useMutation } from "urql";
import { notifyDone } from "../../ui/notify";
import { accepted, refusedBy } from "../../ui/refusals";
import { limits } from "./generate";
import { passRevokeMutation } from "./passes-queries";
import type { PrintTarget } from "./use-print";
import { passesWords } from "./words";

/** Asks before passes are revoked, and why: it cannot be undone. */
export function RevokeDialog(props: {
  target: PrintTarget;
  /** How many of them are available, as far as the page knows. */
  available: number;
  onClose: () => void;
  onDone: () => void;
}) {
  const { target, available } = props;
  const [{ fetching }, revoke] = useMutation(passRevokeMutation);
  const [reason, setReason] = useState("");
  const [refused, setRefused] = useState(accepted);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const said = reason.trim();
    const { data, error } = await revoke({
      input: { ...target, ...(said && { reason: said }) },
    });
    const payload = data?.revokeAccessPasses;
    if (!payload || payload.userErrors.length > 0) {
      const names = { reason: "reason" };
      setRefused(refusedBy(payload?.userErrors ?? [], names, error));
      return;
    }
    const { revokedCount, skippedCount } = payload;
    const skipped =
      skippedCount > 0
        ? ` ${passesWords(skippedCount)} stayed as they were: no longer available.`
        : "";
    notifyDone(`${passesWords(revokedCount)} revoked.${skipped}`);
    props.onDone();
    props.onClose();
  }

  return (
    <Modal
      opened
      onClose={props.onClose}
      title={`Revoke ${passesWords(available)}?`}
      centered
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <Text size="sm">
            {available === 1
              ? "Its code and link die"
              : "Their codes and links die"}{" "}
            at once, also on paper that was handed out. This cannot be undone,
            but new passes can be generated.
          </Text>
          {refused.general.map((message) => (
            <Alert key={message} color="red" variant="light" role="alert">
              {message}
            </Alert>
          ))}
          <TextInput
            label="Reason"
            description="Stands beside each pass. Only staff see it."
            placeholder="Lost in the post"
            maxLength={limits.note}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={refused.fields["reason"]}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              Keep as it is
            </Button>
            <Button
              type="submit"
              color="red"
              autoContrast={false}
              loading={fetching}
            >
              Revoke
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
