import { Anchor, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { Channel, DeliveryState, Purpose } from "../gql/graphql";
import styles from "./problem-row.module.css";
import { When } from "./when";

/** A message that did not arrive, and whose it is. */
export interface Problem {
  at: string;
  contact: {
    id: string;
    name: string;
    email?: string | null;
    phone?: string | null;
    location: { timeZone: string };
  };
  delivery: {
    purpose: Purpose;
    channel: Channel;
    address?: string | null;
    state: DeliveryState;
    reason?: string | null;
  };
}

const stateWords: Partial<Record<DeliveryState, string>> = {
  BOUNCED: "It came back.",
  COMPLAINED: "The recipient marked it as unwanted.",
  SUPPRESSED: "The address is blocked, because an earlier message came back.",
  DEFERRED: "Refused for now; it is tried again.",
};

/** Who was not reached, where, why, and what to do about it. */
export function ProblemRow(props: {
  problem: Problem;
  /** What else can be done, beside correcting the address. */
  action?: ReactNode;
}) {
  const { at, contact, delivery } = props.problem;
  const { address } = delivery;
  const current = delivery.channel === "EMAIL" ? contact.email : contact.phone;
  const corrected = address != null && current != null && address !== current;
  const name = contact.name || contact.email || contact.phone || "No name";
  return (
    <div className={styles["row"]}>
      <div>
        <Anchor component={Link} to={`/contacts/${contact.id}`} fw={600}>
          {name}
        </Anchor>
        <Text size="sm" c="dimmed" className={styles["address"]}>
          {delivery.purpose === "REMINDER" && "Reminder by "}
          {delivery.channel === "EMAIL" ? "Email" : "Text message"}
          {address ? ` to ${address}` : ": no address"}
        </Text>
      </div>
      <Text size="sm" component="div">
        {delivery.reason ?? stateWords[delivery.state] ?? "It did not arrive."}
        <Text size="xs" c="dimmed" component="div" mt={2}>
          <When at={at} zone={contact.location.timeZone} />
        </Text>
      </Text>
      <div className={styles["actions"]}>
        {corrected ? (
          <Text size="sm">Now {current}</Text>
        ) : (
          <Anchor
            component={Link}
            to={`/contacts/${contact.id}`}
            size="sm"
            underline="always"
            aria-label={`${address ? "Correct" : "Add"} the address of ${name}`}
          >
            {address ? "Correct the address" : "Add an address"}
          </Anchor>
        )}
        {props.action}
      </div>
    </div>
  );
}
