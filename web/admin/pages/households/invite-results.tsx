import { Anchor, Button, Group, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import { Link } from "wouter";
import { calledOf } from "../../ui/contact-search";
import { When } from "../../ui/when";
import type { HouseholdsInvited } from "./households-queries";
import styles from "./households.module.css";
import { pickWords } from "./words";

/** What became of each household: who was invited, why, and when it leaves. */
export function InviteResults(props: {
  invited: HouseholdsInvited;
  onClose: () => void;
}) {
  const { results, queuedCount, skippedCount, batch } = props.invited;
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => said.current?.focus(), []);
  return (
    <>
      <Text ref={said} tabIndex={-1} role="status" className="numbers">
        {queuedCount.toLocaleString()} of {results.length.toLocaleString()} wait
        to leave
        {skippedCount > 0 && `, ${skippedCount.toLocaleString()} skipped`}.
      </Text>
      <ul className={styles["list"]} aria-label="What became of each">
        {results.map(({ household, contact, reason, error, ...result }) => (
          <li key={household.id} className={styles["pick"]}>
            <Anchor
              component={Link}
              to={`/households/${household.id}`}
              size="sm"
              fw={550}
            >
              {household.name}
            </Anchor>
            <Text size="sm">
              {contact ? calledOf(contact) : "Nobody"}
              <Text span size="sm" c="dimmed">
                {reason && ` · ${pickWords[reason]}`}
              </Text>
            </Text>
            <Text size="sm" c="dimmed" component="div">
              {result.expectedSendAt ? (
                <>
                  Leaves{" "}
                  <When
                    at={result.expectedSendAt}
                    zone={household.location.timeZone}
                  />
                </>
              ) : (
                (error?.message ?? "Waits for its turn")
              )}
            </Text>
          </li>
        ))}
      </ul>
      <Group justify="flex-end" pb="lg">
        {batch && (
          <Button
            component={Link}
            to={`/sending/batches/${batch.id}`}
            variant="default"
          >
            Follow the batch
          </Button>
        )}
        <Button onClick={props.onClose}>Done</Button>
      </Group>
    </>
  );
}
