import { Alert, Button, Group, Stack, TextInput } from "@mantine/core";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { useMutation } from "urql";
import { useLocation } from "wouter";
import { useConfirm } from "../../ui/confirm";
import { useAskBeforeLeaving } from "../../ui/leaving";
import { explain } from "../../ui/load";
import { notifyDone, notifyRefused } from "../../ui/notify";
import { accepted, refusedBy } from "../../ui/refusals";
import {
  householdDeleteMutation,
  householdUpdateMutation,
  type HouseholdDetail,
} from "./households-queries";

/** Changes a household's name and address, or deletes it. What was typed stays when it is refused. */
export function AboutForm(props: {
  household: HouseholdDetail;
  onClose: () => void;
}) {
  const { household } = props;
  const [{ fetching }, update] = useMutation(householdUpdateMutation);
  const erase = useDelete(household);
  const [refused, setRefused] = useState(accepted);
  // Against what was on file when the form was opened, whatever others do since.
  const [before] = useState({
    name: household.name,
    address: household.address ?? "",
  });
  const [name, setName] = useState(before.name);
  const [address, setAddress] = useState(before.address);
  const changed = name !== before.name || address !== before.address;
  useAskBeforeLeaving(changed && !fetching ? 1 : 0);

  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const wrong = '[aria-invalid="true"], [role="alert"]';
    form.current?.querySelector<HTMLElement>(wrong)?.focus();
  }, [refused]);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (!changed) return props.onClose();
    const { data, error } = await update({
      input: {
        id: household.id,
        ...(name !== before.name && { name }),
        ...(address !== before.address && { address }),
      },
    });
    const refusals = data?.updateHousehold.userErrors ?? [];
    if (error || refusals.length > 0) {
      const names = { name: "name", address: "address" };
      return setRefused(refusedBy(refusals, names, error));
    }
    notifyDone("The household is changed.");
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
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={refused.fields["name"]}
          autoFocus
        />
        <TextInput
          label="Address"
          description="Street and unit"
          maxLength={200}
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
          error={refused.fields["address"]}
        />
        <Group justify="flex-end" mt="xs">
          <Button
            variant="subtle"
            color="red"
            me="auto"
            onClick={() => void erase()}
          >
            Delete…
          </Button>
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

/** Deletes the household, after asking, and goes back to the list. */
function useDelete(household: HouseholdDetail): () => Promise<void> {
  const [, erase] = useMutation(householdDeleteMutation);
  const [, navigate] = useLocation();
  const confirm = useConfirm();
  return async () => {
    const sure = await confirm({
      title: `Delete ${household.name}?`,
      body: "Its members stay on file, and belong to no household then. Whoever the head added and has not confirmed cannot any more. This cannot be undone.",
      verb: "Delete",
    });
    if (!sure) return;
    const { data, error } = await erase({ input: { id: household.id } });
    const [refusal] = data?.deleteHousehold.userErrors ?? [];
    if (error) return notifyRefused(explain(error));
    if (refusal) return notifyRefused(refusal.message);
    notifyDone(`${household.name} is deleted.`);
    navigate("/households", { replace: true });
  };
}
