import { Stack, Text, Title } from "@mantine/core";
import { DeliveryChip } from "../../ui/delivery-chip";
import { When } from "../../ui/when";
import type { ContactDetail, DetailInvitation } from "./contact-queries";
import { channelWords } from "./words";
import classes from "./contact.module.css";

type Delivery = DetailInvitation["deliveries"][number];

/** Every message of the invitation, by round, the newest round first. */
export function Deliveries(props: {
  contact: ContactDetail;
  invitation: DetailInvitation;
  zone: string;
}) {
  const rounds = new Map<number, Delivery[]>();
  for (const delivery of props.invitation.deliveries) {
    const round = rounds.get(delivery.round) ?? [];
    rounds.set(delivery.round, [...round, delivery]);
  }
  return (
    <div>
      <Title order={3} size="h5" mb="xs">
        Messages
      </Title>
      {rounds.size === 0 && (
        <Text size="sm" c="dimmed">
          No message was made yet.
        </Text>
      )}
      <Stack gap="md">
        {[...rounds].reverse().map(([round, deliveries]) => (
          <div key={round}>
            {rounds.size > 1 && (
              <Text size="sm" c="dimmed" mb={4}>
                {round === 1 ? "First sending" : `Sending ${round}`}
              </Text>
            )}
            <ul className={classes.deliveries}>
              {deliveries.map((delivery) => (
                <Message
                  key={delivery.id}
                  contact={props.contact}
                  delivery={delivery}
                  zone={props.zone}
                />
              ))}
            </ul>
          </div>
        ))}
      </Stack>
    </div>
  );
}

function Message(props: {
  contact: ContactDetail;
  delivery: Delivery;
  zone: string;
}) {
  const { contact, delivery, zone } = props;
  // What waits goes to the address that is on file when it leaves.
  const onFile = delivery.channel === "EMAIL" ? contact.email : contact.phone;
  const waits = delivery.state === "SCHEDULED";
  return (
    <li>
      <div>
        <Text size="sm" fw={550}>
          {channelWords[delivery.channel]}
          {delivery.purpose === "REMINDER" && ", reminder"}
        </Text>
        <Text size="sm" c="dimmed" className={classes.address}>
          {delivery.address ?? (waits ? onFile : null) ?? "No address"}
        </Text>
      </div>
      <div className={classes.state}>
        <DeliveryChip state={delivery.state} />
      </div>
      <Text size="sm" component="div" className={classes.detail}>
        {delivery.reason && <div>{delivery.reason}</div>}
        {delivery.sentAt && (
          <div>
            <When at={delivery.sentAt} zone={zone} />
          </div>
        )}
        {delivery.nextAttemptAt && (
          <div>
            Next try <When at={delivery.nextAttemptAt} zone={zone} />
          </div>
        )}
        {delivery.attempts > 1 && (
          <Text size="xs" c="dimmed" className="numbers">
            {delivery.attempts} attempts
          </Text>
        )}
      </Text>
    </li>
  );
}
