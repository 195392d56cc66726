import { Button, Group, Text, TextInput } from "@mantine/core";
import { useRef, useState, type FormEvent, type ReactNode } from "react";
import style from "./settings.module.css";

/**
 * A thing with a name that is changed in place: Enter saves, Escape leaves it
 * as it was, and the focus is back where it came from.
 */
export function NameRow(props: {
  name: string;
  may: boolean;
  /** Renames; returns why it was refused, null when it was done. */
  onRename: (name: string) => Promise<string | null>;
  onDelete?: () => void;
  /** Stands in place of the name. */
  shown?: ReactNode;
}) {
  const { name, may } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const rename = useRef<HTMLButtonElement>(null);
  const close = () => {
    setTyped(null);
    requestAnimationFrame(() => rename.current?.focus());
  };
  if (typed !== null) {
    return (
      <NameForm
        name={name}
        typed={typed}
        onType={setTyped}
        onSave={props.onRename}
        onClose={close}
      />
    );
  }
  return (
    <>
      {props.shown ?? <Text className={style.itemName}>{name}</Text>}
      {may && (
        <Group gap={4}>
          <Button
            ref={rename}
            variant="subtle"
            size="compact-sm"
            mih={28}
            aria-label={`Rename ${name}`}
            onClick={() => setTyped(name)}
          >
            Rename
          </Button>
          {props.onDelete && (
            <Button
              variant="subtle"
              color="red"
              size="compact-sm"
              mih={28}
              aria-label={`Delete ${name}`}
              onClick={props.onDelete}
            >
              Delete
            </Button>
          )}
        </Group>
      )}
    </>
  );
}

function NameForm(props: {
  name: string;
  typed: string;
  onType: (name: string) => void;
  onSave: (name: string) => Promise<string | null>;
  onClose: () => void;
}) {
  const { name, typed } = props;
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (typed === name) return props.onClose();
    setSaving(true);
    const refusal = await props.onSave(typed);
    setSaving(false);
    if (!refusal) return props.onClose();
    setProblem(refusal);
    input.current?.focus();
  }

  return (
    <form onSubmit={save} className={style.itemForm} noValidate>
      <Group gap="sm" align="flex-start">
        <TextInput
          ref={input}
          aria-label={`New name of ${name}`}
          value={typed}
          onChange={(event) => {
            setProblem(null);
            props.onType(event.currentTarget.value);
          }}
          onKeyDown={(event) => event.key === "Escape" && props.onClose()}
          onFocus={(event) => event.currentTarget.select()}
          error={problem}
          autoFocus
          flex="1 1 220px"
        />
        <Button type="submit" loading={saving}>
          Save
        </Button>
        <Button variant="default" onClick={props.onClose}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}
