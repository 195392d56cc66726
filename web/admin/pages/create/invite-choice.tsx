import { Group, Radio, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useMay } from "../../data/viewer";
import type { InviteWhen } from "../../gql/graphql";
import { When } from "../../ui/when";
import classes from "./create.module.css";
import type { Choices } from "./draft";
import { finishAfter, type Place } from "./slots";

/** Whether these choices queue invitations. */
export function invites({ invite, clientType }: Choices, place: Place) {
  if (clientType === "OFFLINE") return false;
  return invite === "NOW" || (invite === "BY_TYPE" && place.policy.autoInvite);
}

/** What to do about inviting, each choice with what it will do. */
export function InviteChoice(props: {
  choices: Choices;
  place: Place;
  /** How many would be created. */
  count: number;
  onChoose: (invite: InviteWhen) => void;
  error: string | undefined;
}) {
  const { choices, place, count } = props;
  const may = useMay();
  const offline = choices.clientType === "OFFLINE";
  const auto = place.policy.autoInvite;
  const now = <Expected place={place} count={count} />;
  return (
    <Radio.Group
      label="Invitations"
      value={choices.invite}
      onChange={(invite) => props.onChoose(invite as InviteWhen)}
      error={props.error}
    >
      <Stack gap="xs" mt={4}>
        <Option value="BY_TYPE" name="Create">
          {offline
            ? "Offline clients are never invited: nobody is."
            : auto
              ? "Your policy invites this client type by itself."
              : "Your policy does not invite by itself: nobody is invited yet."}{" "}
          {!offline && auto && now}
        </Option>
        <Option
          value="NOW"
          name="Create and invite now"
          disabled={offline || !may("INVITE")}
        >
          {offline
            ? "Not possible: offline clients cannot sign in."
            : may("INVITE")
              ? now
              : "Not possible: your role may not invite."}
        </Option>
        <Option value="LATER" name="Create, invite later">
          Nobody is invited, whatever the policy says. Invite them from the
          contacts when you are ready.
        </Option>
      </Stack>
    </Radio.Group>
  );
}

function Expected({ place, count }: { place: Place; count: number }) {
  const finish = finishAfter(place, count, Date.now());
  if (!finish) return "Invitations are queued at once.";
  return (
    <>
      {count === 1
        ? "1 invitation is queued, and has left by about "
        : `${count.toLocaleString()} invitations are queued; all have left by about `}
      <When at={finish} zone={place.timeZone} />.
    </>
  );
}

function Option(props: {
  value: InviteWhen;
  name: string;
  disabled?: boolean;
  children: ReactNode;
}) {
  const id = `invite-${props.value}`;
  return (
    <Radio.Card
      value={props.value}
      disabled={props.disabled}
      data-disabled={props.disabled || undefined}
      className={classes["option"]}
      aria-label={props.name}
      aria-describedby={id}
    >
      <Group wrap="nowrap" align="flex-start" gap="sm">
        <Radio.Indicator mt={2} disabled={props.disabled} />
        <div>
          <Text size="sm" fw={550}>
            {props.name}
          </Text>
          <Text size="sm" c="dimmed" component="div" id={id}>
            {props.children}
          </Text>
        </div>
      </Group>
    </Radio.Card>
  );
}
