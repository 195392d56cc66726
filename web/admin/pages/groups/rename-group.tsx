import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useGroups } from "./use-groups";
import type { Named } from "./use-members";

/** Gives a group another name. */
export function RenameGroup(props: { group: Named; onClose: () => void }) {
  const { group, onClose } = props;
  const { rename } = useGroups();
  const [name, setName] = useState(group.name);
  const [refused, setRefused] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (name === group.name) return onClose();
    setSaving(true);
    const refusal = await rename(group, name);
    setSaving(false);
    if (refusal) setRefused(refusal);
    else onClose();
  }
  return (
    <Modal opened onClose={onClose} title={`Rename ${group.name}`}>
      <form onSubmit={(event) => void save(event)} noValidate>
        <Stack>
          <TextInput
            label="Name"
            value={name}
            onChange={(event) => {
              setRefused(null);
              setName(event.currentTarget.value);
            }}
            error={refused}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={saving}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
