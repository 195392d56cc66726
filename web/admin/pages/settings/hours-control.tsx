import {
  Group,
  Input,
  Stack,
  Switch,
  TextInput,
  UnstyledButton,
  VisuallyHidden,
} from "@mantine/core";
import { useId, useRef } from "react";
import type { SendHours } from "./policy-draft";
import { hoursWords, week } from "./policy-words";
import style from "./settings.module.css";

/** What is offered when hours are switched on where there were none. */
const usual: SendHours = {
  from: "08:00",
  to: "16:00",
  days: week.map(([day]) => day),
};

/** When invitations leave: from, to and days of the week, or any time. */
export function HoursControl(props: {
  label: string;
  value: SendHours | null;
  error?: string;
  onChange: (value: SendHours | null) => void;
}) {
  const { value, error, onChange } = props;
  const id = useId();
  // Switching hours off and on again brings back the same ones.
  const last = useRef(value ?? usual);
  if (value) last.current = value;

  return (
    <div role="group" aria-labelledby={id} aria-describedby={`${id}-words`}>
      <Input.Label component="div" id={id}>
        {props.label}
      </Input.Label>
      <Input.Description id={`${id}-words`}>
        {hoursWords(value)}, in the location’s own time.
      </Input.Description>
      <Stack gap="sm" mt="xs">
        <Switch
          label="Any time, day and night"
          checked={value === null}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? null : last.current)
          }
        />
        {value && (
          <>
            <Group gap="md" align="flex-start">
              <TextInput
                type="time"
                label="From"
                w={140}
                value={value.from}
                onChange={(event) =>
                  onChange({ ...value, from: event.currentTarget.value })
                }
              />
              <TextInput
                type="time"
                label="Until just before"
                description={value.to === "24:00" ? "The end of the day" : null}
                inputWrapperOrder={["label", "input", "description"]}
                w={140}
                // A clock has no 24:00; as an end, midnight can only be that.
                value={value.to === "24:00" ? "00:00" : value.to}
                onChange={({ currentTarget: { value: to } }) =>
                  onChange({ ...value, to: to === "00:00" ? "24:00" : to })
                }
              />
            </Group>
            <Days
              value={value.days}
              onChange={(days) => onChange({ ...value, days })}
            />
          </>
        )}
        {error && <Input.Error role="alert">{error}</Input.Error>}
      </Stack>
    </div>
  );
}

function Days(props: {
  value: SendHours["days"];
  onChange: (days: SendHours["days"]) => void;
}) {
  const { value, onChange } = props;
  return (
    <Group gap={6} role="group" aria-label="Days of the week">
      {week.map(([day, short, long]) => {
        const chosen = value.includes(day);
        return (
          <UnstyledButton
            key={day}
            className={style.day}
            aria-pressed={chosen}
            onClick={() =>
              onChange(
                chosen ? value.filter((d) => d !== day) : [...value, day],
              )
            }
          >
            <span aria-hidden>{short}</span>
            <VisuallyHidden>{long}</VisuallyHidden>
          </UnstyledButton>
        );
      })}
    </Group>
  );
}
