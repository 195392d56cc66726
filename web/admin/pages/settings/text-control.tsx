import { Button, Group, Text, Textarea, TextInput } from "@mantine/core";
import { useRef } from "react";
import { useViewer } from "../../data/viewer";

const limits = { subject: 150, body: 5000, button: 40 };

const hints = {
  subject: "One line.",
  body: "Plain text without links; the link to join is added by itself.",
  button: "One line. It leads to the page where one joins.",
};

const placeholders: [token: string, words: string][] = [
  ["{{name}}", "Person’s name"],
  ["{{organization}}", "Organization"],
];

/** A text of the invitation email, with the placeholders to put in. */
export function TextControl(props: {
  field: "subject" | "body" | "button";
  label: string;
  value: string;
  error?: string;
  onChange: (value: string) => void;
}) {
  const { field, label, value, error, onChange } = props;
  const { organization } = useViewer();
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);

  /** Puts a placeholder where the cursor stands, which goes on behind it. */
  function put(token: string) {
    const element = input.current;
    const from = element?.selectionStart ?? value.length;
    const to = element?.selectionEnd ?? from;
    onChange(value.slice(0, from) + token + value.slice(to));
    requestAnimationFrame(() => {
      element?.focus();
      element?.setSelectionRange(from + token.length, from + token.length);
    });
  }

  const shared = {
    ref: input,
    label,
    description: hints[field],
    error,
    value,
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange(event.currentTarget.value),
  };
  const limit = limits[field];
  const length = [...value].length;
  return (
    <div>
      {field === "body" ? (
        <Textarea {...shared} autosize minRows={5} maxRows={16} />
      ) : (
        <TextInput {...shared} />
      )}
      <Group gap={6} mt={6} justify="space-between">
        <Group gap={6}>
          {placeholders.map(([token, words]) => (
            <Button
              key={token}
              variant="default"
              size="compact-sm"
              mih={28}
              fw={500}
              aria-label={`${words} into: ${label}`}
              onClick={() => put(token)}
            >
              {words}
            </Button>
          ))}
        </Group>
        <Text
          size="sm"
          className="numbers"
          c={length > limit ? "var(--mantine-color-error)" : "dimmed"}
        >
          {length.toLocaleString()} of {limit.toLocaleString()} characters
        </Text>
      </Group>
      {field !== "body" && value.includes("{{") && (
        <Text size="sm" c="dimmed" mt={4}>
          Reads: {filled(value, organization.name)}
        </Text>
      )}
    </div>
  );
}

/** The text as somebody called Maria would read it. */
function filled(text: string, organization: string): string {
  return text
    .replaceAll("{{name}}", "Maria")
    .replaceAll("{{organization}}", organization);
}
