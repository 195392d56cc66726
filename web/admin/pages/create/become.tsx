import { Alert, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import type { Refused } from "../../ui/refusals";
import type { TextEdits } from "../send/texts";
import { ChoiceFields } from "./choices";
import type { Choices } from "./draft";
import { EditableTexts } from "./editable-texts";
import { InviteChoice, invites } from "./invite-choice";
import type { Options, Place } from "./slots";

/** What all of a list become, and what to do about inviting. */
export function Become(props: {
  options: Options;
  place: Place;
  choices: Choices;
  onChoose: (change: Partial<Choices>) => void;
  /** How many would be created. */
  count: number;
  edits: TextEdits;
  onEdit: (edits: TextEdits) => void;
  refused: Refused;
  /** The button that does it. */
  children: ReactNode;
}) {
  const { place, choices, onChoose, refused } = props;
  return (
    <section className="card" aria-label="What they become">
      <Stack gap="lg">
        <ChoiceFields
          options={props.options}
          place={place}
          choices={choices}
          onChoose={onChoose}
          refused={refused.fields}
        />
        <InviteChoice
          choices={choices}
          place={place}
          count={props.count}
          onChoose={(invite) => onChoose({ invite })}
          error={refused.fields["invite"]}
        />
        {invites(choices, place) && (
          <EditableTexts
            start={place.policy}
            edits={props.edits}
            onEdit={props.onEdit}
            refused={refused.fields}
          />
        )}
        {refused.general.map((message) => (
          <Alert key={message} color="red" variant="light" role="alert">
            {message}
          </Alert>
        ))}
        {props.children}
      </Stack>
    </section>
  );
}
