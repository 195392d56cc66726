import { Anchor, Group, Stack, Text, Title } from "@mantine/core";
import { Link } from "wouter";
import { useViewer, useZone } from "../../data/viewer";
import { useNow } from "../../ui/use-now";
import { fromNow, When } from "../../ui/when";
import type { ContactDetail, DetailInvitation } from "./contact-queries";
import { Deliveries } from "./deliveries";
import { Fact, Facts } from "./facts";
import { Timeline } from "./timeline";
import { channelsOf, filled, reasonWords } from "./words";

/** The open or last invitation: where it stands, its messages, what happened. */
export function InvitationCard({ contact }: { contact: ContactDetail }) {
  const { invitation } = contact;
  const zone = useZone(contact.location.id);
  return (
    <section className="card" aria-labelledby="invitation-title">
      <Group mb="md" mih={36}>
        <Title order={2} size="h4" id="invitation-title">
          Invitation
        </Title>
      </Group>
      {invitation ? (
        <Stack gap="xl">
          <About contact={contact} invitation={invitation} zone={zone} />
          <Deliveries contact={contact} invitation={invitation} zone={zone} />
          <Timeline events={invitation.timeline} zone={zone} />
        </Stack>
      ) : (
        <Text c="dimmed" size="sm">
          {contact.clientType.key === "OFFLINE"
            ? "Offline clients are never invited."
            : contact.status === "REGISTERED"
              ? "They joined without an invitation."
              : "Nothing was sent yet."}
        </Text>
      )}
    </section>
  );
}

function About(props: {
  contact: ContactDetail;
  invitation: DetailInvitation;
  zone: string;
}) {
  const { contact, invitation, zone } = props;
  const { name } = useViewer().organization;
  const waits = invitation.expectedSendAt !== null;
  return (
    <Facts>
      {waits && (
        <Fact name="Leaves">
          <Moment at={invitation.expectedSendAt} zone={zone} />
        </Fact>
      )}
      {!waits && invitation.status === "QUEUED" && (
        <Fact name="Leaves">When sending goes on</Fact>
      )}
      <Fact name="Sent">
        <Moment at={invitation.sentAt} zone={zone} />
      </Fact>
      {!invitation.acceptedAt && (
        <Fact name={invitation.status === "EXPIRED" ? "Expired" : "Expires"}>
          {!invitation.expiresAt && invitation.status === "QUEUED" ? (
            `${invitation.ttlDays} days after it is sent`
          ) : (
            <Moment at={invitation.expiresAt} zone={zone} />
          )}
        </Fact>
      )}
      {invitation.acceptedAt && (
        <Fact name="Accepted">
          <Moment at={invitation.acceptedAt} zone={zone} />
        </Fact>
      )}
      {invitation.endReason && (
        <Fact name="Why it ended">{reasonWords(invitation.endReason)}</Fact>
      )}
      <Fact name="Round">
        {invitation.round === 1
          ? "The first sending"
          : `Sending ${invitation.round}`}
      </Fact>
      <Fact name="Channels">{channelsOf(invitation.channels)}</Fact>
      <Fact name="Subject">
        {filled(invitation.subject, { name: contact.name, organization: name })}
      </Fact>
      {invitation.batch && invitation.batch.total > 1 && (
        <Fact name="Batch">
          <Anchor
            inherit
            component={Link}
            to={`/sending/batches/${invitation.batch.id}`}
          >
            One of {invitation.batch.total.toLocaleString()}
          </Anchor>
        </Fact>
      )}
    </Facts>
  );
}

/** An instant, exact and from now. */
function Moment(props: { at: string | null | undefined; zone: string }) {
  const now = useNow(30_000);
  if (!props.at) return <Text span c="dimmed" inherit children="–" />;
  return (
    <>
      <When at={props.at} zone={props.zone} />{" "}
      <Text span c="dimmed" size="xs" className="numbers">
        {fromNow(props.at, now)}
      </Text>
    </>
  );
}
