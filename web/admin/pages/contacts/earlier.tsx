import { Group, Text, Title } from "@mantine/core";
import { useViewer, useZone } from "../../data/viewer";
import { StatusChip } from "../../ui/chips";
import { When } from "../../ui/when";
import type { ContactDetail } from "./contact-queries";
import { filled, reasonWords } from "./words";
import classes from "./contact.module.css";

/** Invitations before the current one, newest first. */
export function Earlier({ contact }: { contact: ContactDetail }) {
  const { name } = useViewer().organization;
  const zone = useZone(contact.location.id);
  const earlier = contact.invitations.filter(
    ({ id }) => id !== contact.invitation?.id,
  );
  if (earlier.length === 0) return null;
  return (
    <section className="card" aria-labelledby="earlier-title">
      <Title order={2} size="h4" id="earlier-title" mb="md">
        Earlier invitations
      </Title>
      <ul className={classes.earlier}>
        {earlier.map((invitation) => (
          <li key={invitation.id}>
            <Group justify="space-between" gap="sm">
              <Text size="sm" fw={550}>
                {filled(invitation.subject, {
                  name: contact.name,
                  organization: name,
                })}
              </Text>
              <StatusChip
                status={invitation.status}
                label={invitation.statusLabel}
              />
            </Group>
            <Text size="sm" c="dimmed" component="div">
              {invitation.sentAt ? "Sent " : "Made "}
              <When
                at={invitation.sentAt ?? invitation.createdAt}
                zone={zone}
              />
              {invitation.round > 1 && ` · ${invitation.round} sendings`}
              {invitation.endReason &&
                ` · ${reasonWords(invitation.endReason)}`}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
