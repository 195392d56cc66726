import { Anchor, Button, Group, Stack, Text, Title } from "@mantine/core";
import { HomeIcon } from "@radix-ui/react-icons";
import { useState } from "react";
import { Link } from "wouter";
import { Chip } from "../../ui/chips";
import { notifyRefused } from "../../ui/notify";
import { useLeads } from "../households/use-leads";
import { memberColors, memberWords } from "../households/words";
import { nameOf } from "./columns";
import type { ContactDetail } from "./contact-queries";
import { HouseholdDialog } from "./household-dialog";
import { useHousehold } from "./use-household";
import classes from "./contact.module.css";

/** The household that the contact belongs to, or the way to one. */
export function HouseholdCard(props: {
  contact: ContactDetail;
  onChanged: () => void;
}) {
  const { contact, onChanged } = props;
  const leads = useLeads() && !contact.archivedAt;
  const { make, takeOut } = useHousehold(onChanged);
  const [choosing, setChoosing] = useState(false);
  const [busy, setBusy] = useState(false);
  const { household } = contact;
  const person = { id: contact.id, name: nameOf(contact) };

  async function run(done: Promise<string | null | void>) {
    setBusy(true);
    const refusal = await done;
    setBusy(false);
    if (refusal) notifyRefused(refusal);
  }

  return (
    <section className="card" aria-labelledby="household-title">
      <Title order={2} size="h4" id="household-title" mb="sm">
        Household
      </Title>
      {household ? (
        <Members household={household} />
      ) : (
        <Text size="sm" c="dimmed">
          Belongs to no household.
        </Text>
      )}
      {leads && (
        <Group gap="sm" mt="md">
          <Button
            variant="default"
            leftSection={<HomeIcon />}
            onClick={() => setChoosing(true)}
          >
            {household ? "Move to another…" : "Put into a household…"}
          </Button>
          {household ? (
            <Button
              variant="default"
              loading={busy}
              onClick={() => void run(takeOut(household, person))}
            >
              Take out
            </Button>
          ) : (
            <Button
              variant="default"
              loading={busy}
              onClick={() => void run(make(person))}
            >
              Make a household
            </Button>
          )}
        </Group>
      )}
      {choosing && (
        <HouseholdDialog
          contact={contact}
          onClose={() => setChoosing(false)}
          onChanged={onChanged}
        />
      )}
    </section>
  );
}

/** Who else belongs to it, and where each stands. */
function Members(props: {
  household: NonNullable<ContactDetail["household"]>;
}) {
  const { id, name, address, members, memberCount, registeredCount } =
    props.household;
  return (
    <Stack gap="xs">
      <div>
        <Anchor component={Link} to={`/households/${id}`} fw={550}>
          {name}
        </Anchor>
        {address && address !== name && (
          <Text size="sm" c="dimmed">
            {address}
          </Text>
        )}
        <Text size="sm" c="dimmed" className="numbers">
          {registeredCount} of {memberCount} joined
        </Text>
      </div>
      <ul className={classes.members} aria-label={`Members of ${name}`}>
        {members.map((member) => (
          <li key={member.id}>
            <span>
              {member.contact ? (
                <Anchor
                  component={Link}
                  to={`/contacts/${member.contact.id}`}
                  inherit
                >
                  {member.name || "No name"}
                </Anchor>
              ) : (
                member.name
              )}
              {member.isHead && " (head)"}
            </span>
            <Chip color={memberColors[member.state]}>
              {memberWords[member.state]}
            </Chip>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
