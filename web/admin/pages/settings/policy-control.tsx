import {
  Button,
  Group,
  NumberInput,
  Radio,
  Stack,
  Switch,
  Text,
} from "@mantine/core";
import type { PolicyField } from "../../gql/graphql";
import { HoursControl } from "./hours-control";
import { LabelsControl } from "./labels-control";
import type { Typed, Values } from "./policy-draft";
import {
  billingWords,
  channelWords,
  paceSentence,
  stageNames,
  statusNames,
  titles,
} from "./policy-words";
import { spanWords } from "../../ui/spans";
import { TextControl } from "./text-control";

/** What each number is counted in, what it means, and values that are often chosen. */
const numbers: Partial<
  Record<
    PolicyField,
    {
      unit: string;
      hint: string;
      min: number;
      max: number;
      presets?: [label: string, value: number][];
      /** What it means to have no number. */
      empty?: string;
    }
  >
> = {
  ttlDays: {
    unit: "days",
    hint: "1 to 30, counted from the first message that was accepted. Sending again starts it anew.",
    min: 1,
    max: 30,
    presets: [
      ["10 days", 10],
      ["14 days", 14],
    ],
  },
  passTtlDays: {
    unit: "days",
    hint: "1 to 3,650. Empty: passes live without end.",
    empty: "Without end",
    min: 1,
    max: 3650,
  },
  paceSeconds: {
    unit: "seconds",
    hint: "0 to 3,600 between two people of one location, so that your mail is not taken for spam.",
    min: 0,
    max: 3600,
    presets: [
      ["One a minute", 60],
      ["One every 10 seconds", 10],
    ],
  },
  reminderDaysBefore: {
    unit: "days before the end",
    hint: "One message to whoever has not joined yet. 0 sends none; otherwise fewer than an invitation lives.",
    min: 0,
    max: 29,
    presets: [
      ["None", 0],
      ["2 days before", 2],
    ],
  },
  maxBulkCreate: {
    unit: "clients",
    hint: "1 to 200. A longer list is refused as a whole.",
    min: 1,
    max: 200,
  },
  maxPassesPerRun: {
    unit: "passes",
    hint: "1 to 100 in one run. A larger run is refused as a whole.",
    min: 1,
    max: 100,
  },
  maxHouseholdMembers: {
    unit: "members",
    hint: "2 to 50, the head included. So many can be in a household by what its head adds; you can add up to 50.",
    min: 2,
    max: 50,
  },
  password: {
    unit: "characters",
    hint: "At least 6, with an upper-case letter, a lower-case letter, a digit, and a character that is none of these. Stolen passwords and names are refused too.",
    min: 6,
    max: 72,
  },
};

const switches: Partial<Record<PolicyField, string>> = {
  autoInvite:
    "Creating clients, or giving them full access, sends the invitation without another step.",
  trainersInvite:
    "Trainers may create and invite their own clients, and send invitations again.",
};

/** The control of one field. */
export function PolicyControl<Field extends PolicyField>(props: {
  field: Field;
  value: Values[Field];
  error?: string;
  onChange: (value: Values[PolicyField]) => void;
}) {
  const { field, error, onChange } = props;
  const value = props.value as unknown;
  const title = titles[field];
  switch (field) {
    case "sendWindow":
      return (
        <HoursControl
          label={title}
          value={value as Values["sendWindow"]}
          error={error}
          onChange={onChange}
        />
      );
    case "channels":
      return (
        <Choice
          label={title}
          words={channelWords}
          value={value as string}
          error={error}
          onChange={(v) => onChange(v as Values["channels"])}
        />
      );
    case "billingUnit":
      return (
        <Choice
          label={title}
          words={billingWords}
          value={value as string}
          error={error}
          onChange={(v) => onChange(v as Values["billingUnit"])}
        />
      );
    case "autoInvite":
    case "trainersInvite":
      return (
        <Switch
          label={title}
          description={switches[field]}
          error={error}
          checked={value as boolean}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case "statusLabels":
    case "stageLabels":
      return (
        <LabelsControl
          label={title}
          names={field === "statusLabels" ? statusNames : stageNames}
          value={value as Record<string, string>}
          error={error}
          onChange={onChange}
        />
      );
    case "subject":
    case "body":
    case "button":
      return (
        <TextControl
          field={field}
          label={title}
          value={value as string}
          error={error}
          onChange={onChange}
        />
      );
  }
  return (
    <NumberControl
      field={field}
      label={title}
      value={value as Typed}
      error={error}
      onChange={onChange}
    />
  );
}

function NumberControl(props: {
  field: PolicyField;
  label: string;
  value: Typed;
  error?: string;
  onChange: (value: Typed) => void;
}) {
  const { field, label, value, error, onChange } = props;
  const { unit, hint, min, max, presets, empty } = numbers[field]!;
  const chosen = (preset: number) => value !== "" && Number(value) === preset;
  return (
    <Stack gap={6}>
      <NumberInput
        label={label}
        description={hint}
        error={error}
        value={value}
        onChange={onChange}
        min={min}
        max={max}
        // What was typed stays as it is; the server says what is too much.
        clampBehavior="none"
        suffix={` ${unit}`}
        placeholder={empty}
        inputMode="numeric"
        className="numbers"
        styles={{ input: { maxWidth: 260 }, wrapper: { maxWidth: 260 } }}
      />
      {presets && (
        <Group gap={6}>
          {presets.map(([words, preset]) => (
            <Button
              key={preset}
              variant={chosen(preset) ? "light" : "default"}
              size="compact-sm"
              mih={28}
              fw={500}
              aria-pressed={chosen(preset)}
              onClick={() => onChange(preset)}
            >
              {words}
            </Button>
          ))}
        </Group>
      )}
      {field === "paceSeconds" && <PaceWords seconds={Number(value)} />}
    </Stack>
  );
}

function PaceWords(props: { seconds: number }) {
  const { seconds } = props;
  const words = paceSentence(seconds);
  return (
    <Text size="sm" className="numbers" aria-live="polite">
      {words && `${words}.`}
      {words &&
        seconds > 0 &&
        ` 100 invitations take ${spanWords(100_000 * seconds)}.`}
    </Text>
  );
}

function Choice<Value extends string>(props: {
  label: string;
  words: Record<Value, string>;
  value: string;
  error?: string;
  onChange: (value: string) => void;
}) {
  return (
    <Radio.Group
      label={props.label}
      value={props.value}
      error={props.error}
      onChange={props.onChange}
    >
      <Stack gap={8} mt={8}>
        {Object.entries<string>(props.words).map(([value, words]) => (
          <Radio key={value} value={value} label={words} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
