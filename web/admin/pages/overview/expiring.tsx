import { Anchor, Text } from "@mantine/core";
import { Link } from "wouter";
import type { OverviewQuery } from "../../gql/graphql";
import { fromNow, When } from "../../ui/when";
import { nameOf } from "../contacts/columns";
import { expiringBefore } from "./places";
import { ResendButton } from "./resend-button";
import { Section } from "./section";
import styles from "./overview.module.css";

/** Days that "soon" means. */
export const soonDays = 3;

/** How many are shown; the contacts page has the rest. */
export const fewExpiring = 10;

/** Whose open invitation lapses soon, soonest first. */
export function Expiring(props: {
  contacts: OverviewQuery["contacts"];
  /** The instant before which they lapse. */
  before: string;
  now: number;
  onSent: () => void;
}) {
  const { nodes, totalCount } = props.contacts;
  const total =
    totalCount.value.toLocaleString() + (totalCount.exact ? "" : "+");
  return (
    <Section
      id="expiring"
      title="Expiring soon"
      count={totalCount.value > 0 ? total : undefined}
      action={
        totalCount.value > nodes.length && (
          <Anchor component={Link} to={expiringBefore(props.before)} size="sm">
            See all {total}
          </Anchor>
        )
      }
    >
      {nodes.length === 0 && (
        <Text size="sm" c="dimmed">
          Nobody’s invitation expires in the next {soonDays} days.
        </Text>
      )}
      <ul className={styles["rows"]}>
        {nodes.map((contact) => (
          <li key={contact.id} className={styles["expiring"]}>
            <Anchor component={Link} to={`/contacts/${contact.id}`} fw={600}>
              {nameOf(contact)}
            </Anchor>
            <Text size="sm" component="div">
              {contact.invitation?.expiresAt && (
                <>
                  {fromNow(contact.invitation.expiresAt, props.now)}
                  <Text size="xs" c="dimmed" component="div">
                    <When
                      at={contact.invitation.expiresAt}
                      zone={contact.location.timeZone}
                    />
                  </Text>
                </>
              )}
            </Text>
            <ResendButton contact={contact} onSent={props.onSent} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
