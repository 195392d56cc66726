import {
  Alert,
  Button,
  Group,
  SimpleGrid,
  Stack,
  TextInput,
} from "@mantine/core";
import { useRef, useState, type FormEvent } from "react";
import { accepted, type Refused } from "../../ui/refusals";
import { showRefused } from "./form";
import { ZoneSelect } from "./zone-select";

/** What is said of a location. */
export interface LocationValues {
  name: string;
  timeZone: string;
}

/** Name and time zone of a location. Enter saves, Escape leaves it as it was. */
export function LocationForm(props: {
  before: LocationValues;
  verb: string;
  /** Saves; returns what was refused, null when it was done. */
  onSave: (values: LocationValues) => Promise<Refused | null>;
  onClose: () => void;
}) {
  const [values, setValues] = useState(props.before);
  const [refused, setRefused] = useState(accepted);
  const [saving, setSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  async function save(event: FormEvent) {
    event.preventDefault();
    setSaving(true);
    const problem = await props.onSave(values);
    setSaving(false);
    if (!problem) return props.onClose();
    showRefused(form.current, () => setRefused(problem));
  }

  return (
    <form
      ref={form}
      onSubmit={save}
      noValidate
      style={{ flex: 1 }}
      onKeyDown={(event) => {
        // An open list closes first.
        const list = event.target as HTMLElement;
        const open = list.getAttribute("aria-expanded") === "true";
        if (event.key === "Escape" && !open) props.onClose();
      }}
    >
      <Stack gap="sm">
        {refused.general.map((message) => (
          <Alert key={message} color="red" variant="light" role="alert">
            {message}
          </Alert>
        ))}
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label="Name"
            value={values.name}
            onChange={(event) =>
              setValues({ ...values, name: event.currentTarget.value })
            }
            error={refused.fields["name"]}
            autoFocus
          />
          <ZoneSelect
            value={values.timeZone || null}
            onChange={(timeZone) => setValues({ ...values, timeZone })}
            error={refused.fields["timeZone"]}
          />
        </SimpleGrid>
        <Group gap="sm">
          <Button type="submit" loading={saving}>
            {props.verb}
          </Button>
          <Button variant="default" onClick={props.onClose}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
