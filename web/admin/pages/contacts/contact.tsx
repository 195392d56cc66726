import { Anchor, Button, Grid, Group, Stack } from "@mantine/core";
import {
  ArrowLeftIcon,
  EnvelopeClosedIcon,
  PaperPlaneIcon,
} from "@radix-ui/react-icons";
import { useCallback, useState } from "react";
import { useQuery } from "urql";
import { Link, useParams } from "wouter";
import { codeOf } from "../../data/client";
import { useRefreshOnOrganization } from "../../data/live";
import { useMay } from "../../data/viewer";
import type { SendAction } from "../../gql/graphql";
import { StatusChip } from "../../ui/chips";
import { Empty, Loaded, Waiting } from "../../ui/load";
import { Page } from "../../ui/page";
import { SendDialog } from "../send/send-dialog";
import { useFollow } from "../sending/follow";
import { nameOf } from "./columns";
import { contactDetailQuery, type ContactDetail } from "./contact-queries";
import { Earlier } from "./earlier";
import { HouseholdCard } from "./household-card";
import { InvitationCard } from "./invitation-card";
import { Person } from "./person";
import { actionFor, revocable } from "./possible";
import { useRevoke, useSendNow } from "./send-now";

/** One contact: who it is, and what became of every invitation. */
export function ContactPage() {
  const { id = "" } = useParams<{ id: string }>();
  // Another contact is another page: nothing that was typed goes along.
  return <OneContact key={id} id={id} />;
}

function OneContact(props: { id: string }) {
  const [result, ask] = useQuery({
    query: contactDetailQuery,
    variables: { id: props.id },
  });
  const again = useCallback(
    () => ask({ requestPolicy: "network-only" }),
    [ask],
  );
  const household = result.data?.contact?.household?.id;
  useRefreshOnOrganization(
    again,
    (change) =>
      change.kind === "GROUP_CHANGED" ||
      change.contact?.id === props.id ||
      (household !== undefined && change.household?.id === household),
  );
  useFollow(again, result.data?.contact?.invitation?.expectedSendAt);
  const { error, data } = result;
  // What is not even an id is refused as a bad request.
  const missing = error
    ? ["NOT_FOUND", "BAD_REQUEST"].includes(codeOf(error))
    : data && !data.contact;
  if (missing) return <NotOnFile />;
  if (!data?.contact) {
    return (
      <Page title="Contact" lead={<Back />}>
        <Loaded result={result} onRetry={again} skeleton={<Holding />}>
          {() => null}
        </Loaded>
      </Page>
    );
  }
  return (
    <Page
      title={nameOf(data.contact)}
      lead={<Lead contact={data.contact} />}
      actions={<Actions contact={data.contact} onDone={again} />}
    >
      <Loaded result={result} onRetry={again}>
        {({ contact }) =>
          contact && (
            <Grid gap="lg">
              <Grid.Col span={{ base: 12, lg: 4 }}>
                <Stack gap="lg">
                  <Person contact={contact} />
                  <HouseholdCard contact={contact} onChanged={again} />
                </Stack>
              </Grid.Col>
              <Grid.Col span={{ base: 12, lg: 8 }}>
                <Stack gap="lg">
                  <InvitationCard contact={contact} />
                  <Earlier contact={contact} />
                </Stack>
              </Grid.Col>
            </Grid>
          )
        }
      </Loaded>
    </Page>
  );
}

function Back() {
  return (
    <Anchor component={Link} to="/contacts" size="sm">
      <Group component="span" gap={6}>
        <ArrowLeftIcon /> All contacts
      </Group>
    </Anchor>
  );
}

function Lead({ contact }: { contact: ContactDetail }) {
  return (
    <Group gap="md">
      <Back />
      <div role="status">
        <StatusChip status={contact.status} label={contact.statusLabel} />
      </div>
    </Group>
  );
}

/** What can be sent to the contact now. */
function Actions(props: { contact: ContactDetail; onDone: () => void }) {
  const { contact, onDone } = props;
  const may = useMay();
  const sendNow = useSendNow();
  const revoke = useRevoke();
  const [sending, setSending] = useState<SendAction>();
  const possible = contact.archivedAt ? null : actionFor(contact);
  const action = possible && may(possible) ? possible : null;
  const { invitation } = contact;
  const verb = action === "INVITE" ? "Invite" : "Resend";
  return (
    <>
      {invitation &&
        revocable.includes(contact.status) &&
        may("REVOKE_INVITATION") && (
          <Button
            variant="default"
            onClick={() =>
              void revoke(contact, invitation.id).then((done) => {
                if (done) onDone();
              })
            }
          >
            Revoke…
          </Button>
        )}
      {action && (
        <>
          <Button
            variant="default"
            onClick={() => void sendNow(contact, action).then(onDone)}
          >
            {verb} unedited
          </Button>
          <Button
            leftSection={
              action === "INVITE" ? <EnvelopeClosedIcon /> : <PaperPlaneIcon />
            }
            onClick={() => setSending(action)}
          >
            {verb}…
          </Button>
        </>
      )}
      {sending && (
        <SendDialog
          action={sending}
          selection={{ contacts: [contact.id] }}
          onClose={() => setSending(undefined)}
          onDone={onDone}
        />
      )}
    </>
  );
}

function NotOnFile() {
  return (
    <Page title="No such contact">
      <div className="card">
        <Empty
          title="Nobody is on file at this address"
          action={
            <Button component={Link} to="/contacts" mt="sm">
              Go to contacts
            </Button>
          }
        >
          The address may be old, or the contact belongs to somebody else.
        </Empty>
      </div>
    </Page>
  );
}

/** Holds the page's places until the contact is there. */
function Holding() {
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, lg: 4 }}>
        <div className="card">
          <Waiting lines={8} height={28} />
        </div>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 8 }}>
        <div className="card">
          <Waiting lines={6} height={28} />
        </div>
      </Grid.Col>
    </Grid>
  );
}
