import { Anchor, Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { useRef, useState } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";
import type { InviteRowQuery } from "../../gql/graphql";
import { StatusChip } from "../../ui/chips";
import { When } from "../../ui/when";
import { nameOf } from "../send/plan";
import { useTakeBack } from "../send/use-take-back";
import { inviteRowQuery } from "./invite-queries";
import type { Invited } from "./sitting";
import classes from "./invite.module.css";

/** Those who were invited in this sitting, as they stand now. */
export function SittingList({ list }: { list: Invited[] }) {
  return (
    <Stack component="ul" gap={0} className={classes["list"]}>
      {list.map((invited) => (
        <Row key={invited.contact} invited={invited} />
      ))}
    </Stack>
  );
}

function Row({ invited }: { invited: Invited }) {
  const [{ data }] = useQuery({
    query: inviteRowQuery,
    variables: { id: invited.contact },
  });
  const takeBack = useTakeBack();
  const [busy, setBusy] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);
  const contact = data?.contact;
  if (!contact) {
    return (
      <li className={classes["row"]}>
        <Skeleton height={24} />
      </li>
    );
  }
  async function undo(batch: string) {
    setBusy(true);
    const undone = await takeBack(batch);
    setBusy(false);
    // The button is gone with what it undid.
    if (undone !== undefined) link.current?.focus();
  }
  const { batch, note } = invited;
  return (
    <li className={classes["row"]}>
      <div className={classes["who"]}>
        <Anchor
          ref={link}
          component={Link}
          to={`/contacts/${contact.id}`}
          underline="always"
        >
          {nameOf(contact)}
        </Anchor>
        {contact.name && (
          <Text size="sm" c="dimmed" truncate>
            {contact.email ?? contact.phone}
          </Text>
        )}
      </div>
      <StatusChip status={contact.status} label={contact.statusLabel} />
      <Text size="sm" component="div" className={classes["when"]}>
        {note ?? <Way contact={contact} />}
      </Text>
      <Group justify="flex-end" miw={72}>
        {batch && contact.status === "QUEUED" && (
          <Button
            variant="default"
            size="compact-sm"
            loading={busy}
            aria-label={`Undo the invitation of ${nameOf(contact)}`}
            onClick={() => void undo(batch)}
          >
            Undo
          </Button>
        )}
      </Group>
    </li>
  );
}

/** When the invitation leaves, or left. */
function Way(props: { contact: NonNullable<InviteRowQuery["contact"]> }) {
  const { invitation, location } = props.contact;
  if (!invitation) return null;
  const { expectedSendAt, sentAt } = invitation;
  if (expectedSendAt) {
    return (
      <>
        Leaves <When at={expectedSendAt} zone={location.timeZone} />
      </>
    );
  }
  return (
    sentAt && (
      <>
        Sent <When at={sentAt} zone={location.timeZone} />
      </>
    )
  );
}
