import {
  Button,
  Group,
  Radio,
  Stack,
  Text,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useRef, useState } from "react";
import type { ChannelRule } from "../../gql/graphql";
import {
  edit,
  insert,
  lengthOf,
  limits,
  placeholders,
  type TextEdits,
  type TextField,
} from "./texts";

const labels: Record<TextField, string> = {
  subject: "Subject",
  body: "Message",
  button: "Button",
};

const channels: [ChannelRule, string][] = [
  ["ALL_AVAILABLE", "Email and text message"],
  ["EMAIL_ONLY", "Email only"],
  ["SMS_ONLY", "Text message only"],
];

/** The texts and channels of an invitation, to be edited. */
export function MessageFields(props: {
  /** What the fields start from; channels undefined, and texts empty, stand for "as before". */
  start: TextEdits;
  edits: TextEdits;
  onEdit: (edits: TextEdits) => void;
  /** Refusals by the field's name. */
  refused: Record<string, string>;
}) {
  const { start, edits, onEdit, refused } = props;
  const [last, setLast] = useState<TextField>("body");
  const fields = useRef<
    Partial<Record<TextField, HTMLInputElement | HTMLTextAreaElement | null>>
  >({});
  const valueOf = (field: TextField) => edits[field] ?? start[field] ?? "";

  function put(token: string) {
    const element = fields.current[last];
    if (!element) return;
    const { selectionStart, selectionEnd } = element;
    const end = valueOf(last).length;
    const { text, caret } = insert(
      valueOf(last),
      selectionStart ?? end,
      selectionEnd ?? end,
      token,
    );
    onEdit(edit(edits, start, last, text));
    requestAnimationFrame(() => {
      element.focus();
      element.setSelectionRange(caret, caret);
    });
  }

  function bind(field: TextField) {
    const length = lengthOf(valueOf(field));
    const over = length - limits[field];
    return {
      label: labels[field],
      value: valueOf(field),
      placeholder: start.channels ? undefined : "As it was before",
      onFocus: () => setLast(field),
      onChange: (event: { currentTarget: { value: string } }) =>
        onEdit(edit(edits, start, field, event.currentTarget.value)),
      ref: (element: HTMLInputElement | HTMLTextAreaElement | null) => {
        fields.current[field] = element;
      },
      error:
        refused[field] ??
        (over > 0 && `${over.toLocaleString()} characters too many.`),
      description: `${length.toLocaleString()} of ${limits[field].toLocaleString()} characters`,
      descriptionProps: { className: "numbers" },
      inputWrapperOrder: [
        "label" as const,
        "input" as const,
        "description" as const,
        "error" as const,
      ],
    };
  }

  return (
    <Stack gap="md">
      <TextInput {...bind("subject")} />
      <Textarea {...bind("body")} autosize minRows={5} maxRows={14} />
      <TextInput {...bind("button")} />
      <Group gap="xs" role="group" aria-label="Insert what is filled in">
        <Text size="sm" c="dimmed">
          Insert into “{labels[last]}”:
        </Text>
        {placeholders.map(([token, name]) => (
          <Button
            key={token}
            variant="default"
            size="compact-sm"
            aria-label={`${name}: insert ${token} into ${labels[last]}`}
            onClick={() => put(token)}
          >
            {name}
          </Button>
        ))}
      </Group>
      <Radio.Group
        label="Goes out by"
        value={edits.channels ?? start.channels ?? ""}
        onChange={(value) =>
          onEdit(
            value === ""
              ? withoutChannels(edits)
              : edit(edits, start, "channels", value as ChannelRule),
          )
        }
        error={refused["channels"]}
      >
        <Group gap="lg" mt={6}>
          {!start.channels && <Radio value="" label="As before" />}
          {channels.map(([rule, label]) => (
            <Radio key={rule} value={rule} label={label} />
          ))}
        </Group>
      </Radio.Group>
    </Stack>
  );
}

function withoutChannels({ channels: _channels, ...rest }: TextEdits) {
  return rest;
}
