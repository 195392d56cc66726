import { Button, Group, Stack, Text } from "@mantine/core";
import { useRef, useState } from "react";
import { useMutation, useQuery } from "urql";
import type { SettingsStaffQuery } from "../../gql/graphql";
import { useViewer, useZone } from "../../data/viewer";
import { Chip } from "../../ui/chips";
import { useConfirm } from "../../ui/confirm";
import { Loaded, Waiting } from "../../ui/load";
import { notifyDone, notifyRefused } from "../../ui/notify";
import { When } from "../../ui/when";
import { AddStaff } from "./add-staff";
import { ItemList } from "./item-list";
import { refusalOf } from "./outcome";
import { roles } from "./roles";
import { removeStaffMutation, staffQuery } from "./settings-queries";
import style from "./settings.module.css";

type Organization = NonNullable<
  NonNullable<SettingsStaffQuery["viewer"]>["organization"]
>;
type Member = Organization["staff"][number];

/** Who works here: role, since when, and the way in and out. */
export function StaffSettings(props: { may: boolean }) {
  const [result, ask] = useQuery({ query: staffQuery });
  const [adding, setAdding] = useState(false);
  const add = useRef<HTMLButtonElement>(null);
  const page = useRef<HTMLDivElement>(null);

  return (
    <Stack gap="lg" ref={page}>
      {props.may &&
        (adding ? (
          <AddStaff
            onClose={() => {
              setAdding(false);
              requestAnimationFrame(() => add.current?.focus());
            }}
          />
        ) : (
          <div>
            <Button ref={add} variant="default" onClick={() => setAdding(true)}>
              Add somebody
            </Button>
          </div>
        ))}
      <Loaded
        result={result}
        onRetry={() => ask({ requestPolicy: "network-only" })}
        skeleton={<Waiting lines={4} height={56} />}
      >
        {({ viewer }) => (
          <ItemList
            items={viewer?.organization?.staff ?? []}
            one="person"
            many="people"
            empty="Add the first one."
            alsoBy={({ email, role }) => `${email} ${roles[role]?.title ?? ""}`}
          >
            {(member) => (
              <Row
                member={member}
                may={props.may}
                onRemoved={() =>
                  page.current?.querySelector<HTMLElement>("button")?.focus()
                }
              />
            )}
          </ItemList>
        )}
      </Loaded>
    </Stack>
  );
}

function Row(props: { member: Member; may: boolean; onRemoved: () => void }) {
  const { member } = props;
  const { membership } = useViewer();
  const zone = useZone();
  const confirm = useConfirm();
  const [{ fetching }, remove] = useMutation(removeStaffMutation);
  const [refusal, setRefusal] = useState<string | null>(null);
  const self = member.id === membership.id;

  async function askToRemove() {
    setRefusal(null);
    const sure = await confirm({
      title: self ? "Leave the staff?" : `Remove ${member.name}?`,
      body: self
        ? "You are signed out here at once, and need somebody else to let you in again."
        : `${member.name} is signed out here at once. What they did stays on the timelines, and they can be added again.`,
      verb: self ? "Leave" : "Remove",
    });
    if (!sure) return;
    const { data, error } = await remove({ input: { membership: member.id } });
    const problem = refusalOf({ ...data?.removeStaff, error });
    setRefusal(problem);
    if (problem) return notifyRefused(problem);
    notifyDone(`${member.name} was removed.`);
    props.onRemoved();
  }

  return (
    <>
      <div className={style.itemName}>
        <Group gap="xs">
          <Text>{member.name}</Text>
          <Chip color={member.role === "OWNER" ? "teal" : "gray"}>
            {roles[member.role]?.title ?? member.role}
          </Chip>
          {self && (
            <Text size="sm" c="dimmed">
              you
            </Text>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {member.email}
        </Text>
        {refusal && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {refusal}
          </Text>
        )}
      </div>
      <Group gap="md">
        <Text size="sm" c="dimmed">
          since <When at={member.createdAt} zone={zone} precision="day" />
        </Text>
        {props.may && (
          <Button
            variant="subtle"
            color="red"
            size="compact-sm"
            mih={28}
            loading={fetching}
            aria-label={`Remove ${member.name}`}
            onClick={() => void askToRemove()}
          >
            Remove
          </Button>
        )}
      </Group>
    </>
  );
}
