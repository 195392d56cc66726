import {
  Alert,
  Button,
  Group,
  MultiSelect,
  Select,
  Stack,
  TextInput,
} from "@mantine/core";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { useMutation } from "urql";
import { useMay } from "../../data/viewer";
import { useConfirm } from "../../ui/confirm";
import { useAskBeforeLeaving } from "../../ui/leaving";
import { notifyDone } from "../../ui/notify";
import { accepted, refusedBy } from "../../ui/refusals";
import type { ContactDetail } from "./contact-queries";
import { contactUpdateMutation } from "./contact-queries";
import { changesOf, draftOf, type Draft } from "./edits";
import { nameOf } from "./columns";
import { useChoices } from "./use-choices";

const fieldNames = {
  name: "name",
  email: "email",
  phone: "phone",
  address: "address",
  stage: "stage",
  clientType: "clientType",
  location: "location",
  trainer: "trainer",
  clear: "trainer",
  programs: "programs",
  groups: "groups",
};

/** Changes a contact. What was typed stays when it is refused. */
export function PersonForm(props: {
  contact: ContactDetail;
  onClose: () => void;
}) {
  const { contact } = props;
  const may = useMay();
  const confirm = useConfirm();
  const choices = useChoices();
  const [{ fetching }, update] = useMutation(contactUpdateMutation);
  const [refused, setRefused] = useState(accepted);
  // Against what was on file when the form was opened, whatever others do since.
  const [before] = useState(() => draftOf(contact));
  const [draft, setDraft] = useState(before);
  const changes = changesOf(contact.id, before, draft);
  useAskBeforeLeaving(changes && !fetching ? 1 : 0);
  const set = (part: Partial<Draft>) =>
    setDraft((now) => ({ ...now, ...part }));
  const joined = contact.registeredAt !== null;
  const error = (field: keyof typeof fieldNames) => refused.fields[field];

  // What is refused may be out of sight, on a phone above all.
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const wrong = '[aria-invalid="true"], [role="alert"]';
    form.current?.querySelector<HTMLElement>(wrong)?.focus();
  }, [refused]);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (!changes) return props.onClose();
    if (changes.clientType === "OFFLINE") {
      const yes = await confirm({
        title: `Make ${nameOf(contact)} an offline client?`,
        body: joined
          ? "They are signed out within seconds and cannot sign in any more. Their training stays on file."
          : "An open invitation is revoked, and no new one can be made.",
        verb: "Make offline",
      });
      if (!yes) return;
    }
    const answer = await update({ input: changes });
    const refusals = answer.data?.updateContact.userErrors ?? [];
    if (answer.error || refusals.length > 0) {
      setRefused(refusedBy(refusals, fieldNames, answer.error));
      return;
    }
    notifyDone("The contact is changed.");
    props.onClose();
  }

  return (
    <form ref={form} onSubmit={(event) => void save(event)} noValidate>
      <Stack gap="sm">
        {refused.general.map((message) => (
          <Alert
            key={message}
            color="red"
            variant="light"
            role="alert"
            tabIndex={-1}
          >
            {message}
          </Alert>
        ))}
        <TextInput
          label="Name"
          maxLength={100}
          value={draft.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          error={error("name")}
          data-autofocus
          autoFocus
        />
        <TextInput
          label="Email"
          type="email"
          inputMode="email"
          value={draft.email}
          onChange={(event) => set({ email: event.currentTarget.value })}
          error={error("email")}
          disabled={joined}
          description={
            joined
              ? "They sign in with it; only they can change it."
              : warning(contact, before.email, draft.email)
          }
        />
        <TextInput
          label="Phone"
          type="tel"
          inputMode="tel"
          value={draft.phone}
          onChange={(event) => set({ phone: event.currentTarget.value })}
          error={error("phone")}
          description={warning(contact, before.phone, draft.phone)}
        />
        <TextInput
          label="Address"
          description="Street and unit; empty for none."
          maxLength={200}
          value={draft.address}
          onChange={(event) => set({ address: event.currentTarget.value })}
          error={error("address")}
          autoComplete="off"
        />
        <Select
          label="Stage"
          data={choices.stages}
          value={draft.stage}
          onChange={(value) => value && set({ stage: value as Draft["stage"] })}
          allowDeselect={false}
          error={error("stage")}
        />
        <Select
          label="Client type"
          data={choices.clientTypes}
          value={draft.clientType}
          onChange={(value) =>
            value && set({ clientType: value as Draft["clientType"] })
          }
          allowDeselect={false}
          error={error("clientType")}
        />
        <Select
          label="Location"
          data={choices.locations}
          value={draft.location}
          onChange={(value) => value && set({ location: value })}
          allowDeselect={false}
          error={error("location")}
        />
        {may("CREATE_CONTACTS") && choices.trainers.length > 0 && (
          <Select
            label="Trainer"
            placeholder="None"
            data={choices.trainers}
            value={draft.trainer}
            onChange={(trainer) => set({ trainer })}
            clearable
            clearButtonProps={{ "aria-label": "No trainer" }}
            error={error("trainer")}
          />
        )}
        <Labels
          label="Programs"
          data={choices.programs}
          value={draft.programs}
          onChange={(programs) => set({ programs })}
          error={error("programs")}
        />
        <Labels
          label="Groups"
          data={choices.groups}
          value={draft.groups}
          onChange={(groups) => set({ groups })}
          error={error("groups")}
        />
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={props.onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={fetching}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Labels(props: {
  label: string;
  data: { value: string; label: string }[];
  value: string[];
  onChange: (value: string[]) => void;
  error?: string | undefined;
}) {
  const { error, ...rest } = props;
  if (props.data.length === 0) return null;
  return (
    <MultiSelect
      {...rest}
      {...(error && { error })}
      placeholder={props.value.length > 0 ? "" : "None"}
      hidePickedOptions
    />
  );
}

/** What changing an address does to what was sent to it. */
function warning(
  contact: ContactDetail,
  before: string,
  after: string,
): string | undefined {
  const open = ["QUEUED", "PENDING", "EXPIRED", "FAILED"].includes(
    contact.status,
  );
  if (!open || before === "" || after.trim() === before) return undefined;
  return `What was sent to ${before} can no longer be used. Resend afterwards.`;
}
