import { Alert, Anchor, Button, Group, Text, Title } from "@mantine/core";
import { Pencil1Icon } from "@radix-ui/react-icons";
import { Fragment, useRef, useState } from "react";
import { Link } from "wouter";
import { useMay, useZone } from "../../data/viewer";
import { When } from "../../ui/when";
import type { ContactDetail } from "./contact-queries";
import { Fact, Facts } from "./facts";
import { PersonForm } from "./person-form";
import { joinedWords } from "./words";

/** Who the contact is, and the place to change it. */
export function Person({ contact }: { contact: ContactDetail }) {
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setEditing(false);
    // The button comes back in the next drawing.
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <section className="card" aria-labelledby="person-title">
      <Group justify="space-between" mb="md" mih={36}>
        <Title order={2} size="h4" id="person-title">
          {editing ? "Edit contact" : "On file"}
        </Title>
        {!editing && !contact.archivedAt && may("EDIT_CONTACTS") && (
          <Button
            ref={button}
            variant="default"
            leftSection={<Pencil1Icon />}
            onClick={() => setEditing(true)}
          >
            Edit
          </Button>
        )}
      </Group>
      {editing ? (
        <PersonForm contact={contact} onClose={close} />
      ) : (
        <OnFile contact={contact} />
      )}
    </section>
  );
}

function OnFile({ contact }: { contact: ContactDetail }) {
  const zone = useZone(contact.location.id);
  const joined = joinedWords(contact);
  return (
    <>
      {contact.archivedAt && (
        <Alert color="gray" mb="md">
          Archived <When at={contact.archivedAt} zone={zone} precision="day" />
        </Alert>
      )}
      <Facts>
        <Fact name="Name">{contact.name}</Fact>
        <Fact name="Email">
          {contact.email && (
            <Anchor inherit href={`mailto:${contact.email}`}>
              {contact.email}
            </Anchor>
          )}
        </Fact>
        <Fact name="Phone">
          {contact.phone && (
            <Anchor inherit href={`tel:${contact.phone}`} className="numbers">
              {contact.phone}
            </Anchor>
          )}
        </Fact>
        <Fact name="Address">{contact.address}</Fact>
        <Fact name="Stage">{contact.stageLabel}</Fact>
        <Fact name="Client type">{contact.clientType.name}</Fact>
        <Fact name="Location">{contact.location.name}</Fact>
        <Fact name="Trainer">{contact.trainer?.name}</Fact>
        <Fact name="Programs">
          {contact.programs.map(({ name }) => name).join(", ")}
        </Fact>
        <Fact name="Groups">
          {contact.groups.length > 0 &&
            contact.groups.map(({ id, name }, n) => (
              <Fragment key={id}>
                {n > 0 && ", "}
                <Anchor component={Link} to={`/groups/${id}`} inherit>
                  {name}
                </Anchor>
              </Fragment>
            ))}
        </Fact>
        <Fact name="On file since">
          <When at={contact.createdAt} zone={zone} precision="day" />
        </Fact>
        {contact.registeredAt && (
          <Fact name="Joined">
            {joined && (
              <Text inherit component="div">
                {joined}
              </Text>
            )}
            <When at={contact.registeredAt} zone={zone} />
          </Fact>
        )}
      </Facts>
    </>
  );
}
