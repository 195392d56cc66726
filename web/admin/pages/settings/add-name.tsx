import { Button, Group, TextInput } from "@mantine/core";
import { useRef, useState, type FormEvent } from "react";

/** Adds a thing by its name. The next one can be typed right after. */
export function AddName(props: {
  /** What it is, such as "program". */
  one: string;
  /** Adds it; returns why it was refused, null when it was done. */
  onAdd: (name: string) => Promise<string | null>;
}) {
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  async function add(event: FormEvent) {
    event.preventDefault();
    setSaving(true);
    const refusal = await props.onAdd(name);
    setSaving(false);
    setProblem(refusal);
    if (!refusal) setName("");
    input.current?.focus();
  }

  return (
    <form onSubmit={add} noValidate>
      <Group gap="sm" align="flex-start">
        <TextInput
          ref={input}
          label={`New ${props.one}`}
          value={name}
          onChange={(event) => {
            setProblem(null);
            setName(event.currentTarget.value);
          }}
          error={problem}
          flex="1 1 220px"
          maw={420}
        />
        <Button type="submit" loading={saving} mt={25}>
          Add
        </Button>
      </Group>
    </form>
  );
}
