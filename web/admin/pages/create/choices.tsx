import {
  Group,
  MultiSelect,
  Radio,
  SegmentedControl,
  Select,
  Stack,
  Text,
} from "@mantine/core";
import { useId } from "react";
import { useViewer, useWords } from "../../data/viewer";
import type { ClientTypeKey, Stage } from "../../gql/graphql";
import classes from "./create.module.css";
import type { Choices } from "./draft";
import { ProgramField } from "./program-field";
import type { Options, Place } from "./slots";

const stages: Stage[] = ["PROSPECT", "TRIAL", "MEMBER"];

/** What all of the list become. */
export function ChoiceFields(props: {
  options: Options;
  place: Place;
  choices: Choices;
  onChoose: (change: Partial<Choices>) => void;
  /** Refusals by the field's name. */
  refused: Record<string, string>;
}) {
  const { options, place, choices, onChoose, refused } = props;
  const { membership } = useViewer();
  const trainers = options.staff.filter(({ role }) => role === "TRAINER");
  return (
    <Stack gap="md">
      <StageField
        value={choices.stage}
        onChange={(stage) => onChoose({ stage })}
        error={refused["stage"]}
      />
      <ClientTypeField
        types={options.clientTypes}
        autoInvite={place.policy.autoInvite}
        value={choices.clientType}
        onChange={(clientType) => onChoose({ clientType })}
        error={refused["clientType"]}
      />
      <ProgramField
        programs={options.programs}
        value={choices.program}
        onChange={(program) => onChoose({ program })}
        error={refused["program"]}
      />
      {options.groups.length > 0 && (
        <MultiSelect
          label="Groups"
          placeholder={choices.groups.length === 0 ? "None" : undefined}
          data={named(options.groups)}
          value={choices.groups}
          onChange={(groups) => onChoose({ groups })}
          searchable
          clearable
          clearButtonProps={{ "aria-label": "No groups" }}
          nothingFoundMessage="No such group."
          error={refused["groups"]}
        />
      )}
      {options.locations.length > 1 && (
        <Select
          label="Location"
          description={`Invitations leave on its clock: ${place.timeZone}.`}
          inputWrapperOrder={["label", "input", "description", "error"]}
          data={named(options.locations)}
          value={place.id}
          onChange={(location) => onChoose({ location })}
          allowDeselect={false}
          error={refused["location"]}
        />
      )}
      {membership.role !== "TRAINER" && trainers.length > 0 && (
        <Select
          label="Trainer"
          placeholder="Nobody’s clients"
          data={named(trainers)}
          value={choices.trainer}
          onChange={(trainer) => onChoose({ trainer })}
          searchable
          clearable
          clearButtonProps={{ "aria-label": "No trainer" }}
          nothingFoundMessage="No such trainer."
          error={refused["trainer"]}
        />
      )}
    </Stack>
  );
}

function named(list: { id: string; name: string }[]) {
  return list.map(({ id, name }) => ({ value: id, label: name }));
}

/** What they are to the business, in the organization's words. */
export function StageField(props: {
  value: Stage;
  onChange: (stage: Stage) => void;
  error?: string;
}) {
  const words = useWords();
  const label = useId();
  return (
    <div>
      <Text size="sm" fw={600} mb={4} id={label}>
        Stage
      </Text>
      <SegmentedControl
        fullWidth
        aria-labelledby={label}
        data={stages.map((stage) => ({
          value: stage,
          label: words.stage(stage),
        }))}
        value={props.value}
        onChange={(stage) => props.onChange(stage as Stage)}
      />
      {props.error && (
        <Text size="sm" c="var(--mantine-color-error)" mt={4}>
          {props.error}
        </Text>
      )}
    </div>
  );
}

/** What they may do in the app, and what that means for inviting them. */
export function ClientTypeField(props: {
  types: Options["clientTypes"];
  /** Whether the policy invites by itself. */
  autoInvite: boolean;
  value: ClientTypeKey;
  onChange: (type: ClientTypeKey) => void;
  error?: string;
}) {
  return (
    <Radio.Group
      label="Client type"
      value={props.value}
      onChange={(type) => props.onChange(type as ClientTypeKey)}
      error={props.error}
    >
      <Stack gap="xs" mt={4}>
        {props.types.map((type) => (
          <Radio.Card
            key={type.key}
            value={type.key}
            className={classes["option"]}
            aria-label={type.name}
            aria-describedby={`type-${type.key}`}
          >
            <Group wrap="nowrap" align="flex-start" gap="sm">
              <Radio.Indicator mt={2} />
              <div>
                <Text size="sm" fw={550}>
                  {type.name}
                </Text>
                <Text size="sm" c="dimmed" id={`type-${type.key}`}>
                  {type.description} {inviting(type, props.autoInvite)}
                </Text>
              </div>
            </Group>
          </Radio.Card>
        ))}
      </Stack>
    </Radio.Group>
  );
}

function inviting({ canSignIn }: { canSignIn: boolean }, auto: boolean) {
  if (!canSignIn) return "";
  return auto ? "Invited by itself when created." : "Invited when you say so.";
}
