import { Input, SimpleGrid, TextInput } from "@mantine/core";
import { useId } from "react";

/** The organization's word for each of a set of things. */
export function LabelsControl(props: {
  label: string;
  /** What they are called in general, by their keys. */
  names: Record<string, string>;
  value: Record<string, string>;
  error?: string;
  onChange: (value: Record<string, string>) => void;
}) {
  const { names, value, error, onChange } = props;
  const id = useId();
  return (
    <div role="group" aria-labelledby={id}>
      <Input.Label component="div" id={id}>
        {props.label}
      </Input.Label>
      <Input.Description mb="xs">1 to 40 characters each.</Input.Description>
      <SimpleGrid type="container" cols={{ base: 1, "22rem": 2 }} spacing="sm">
        {Object.entries(value).map(([key, word]) => (
          <TextInput
            key={key}
            label={names[key] ?? key}
            labelProps={{ fw: 400 }}
            value={word}
            // The server's refusal names no single word of them.
            error={word.trim() === "" || undefined}
            onChange={(event) =>
              onChange({ ...value, [key]: event.currentTarget.value })
            }
          />
        ))}
      </SimpleGrid>
      {error && (
        <Input.Error role="alert" mt="xs">
          {error}
        </Input.Error>
      )}
    </div>
  );
}
