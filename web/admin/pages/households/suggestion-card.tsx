import { Anchor, Button, Checkbox, Group, Text, Title } from "@mantine/core";
import { useId, useState } from "react";
import { Link } from "wouter";
import { useViewer } from "../../data/viewer";
import { StatusChip, Chip } from "../../ui/chips";
import { calledOf } from "../../ui/contact-search";
import type { Suggestion } from "./households-queries";
import styles from "./households.module.css";
import { proposalOf, type Proposal } from "./suggestion";
import { useSuggestionActs } from "./use-suggestion-acts";
import { peopleWords, stateColors, stateWords } from "./words";

/** People and households at one address, and what to make of them. */
export function SuggestionCard(props: {
  suggestion: Suggestion;
  onDone: () => void;
}) {
  const { suggestion } = props;
  const { locations } = useViewer().organization;
  const title = useId();
  // Who is left out, so that somebody who appears meanwhile is in.
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = new Set(
    suggestion.contacts.map(({ id }) => id).filter((id) => !left.has(id)),
  );
  const proposal = proposalOf(suggestion, chosen);
  const { busy, make, dismiss } = useSuggestionActs(suggestion, props.onDone);
  const toggle = (id: string) =>
    setLeft((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return (
    <article className={`card ${styles["suggestion"]}`} aria-labelledby={title}>
      <div>
        <Title order={2} size="h4" id={title} className={styles["where"]}>
          {suggestion.address}
        </Title>
        {locations.length > 1 && (
          <Text size="sm" c="dimmed">
            {suggestion.location.name}
          </Text>
        )}
      </div>
      {suggestion.households.length > 0 && (
        <ul className={styles["list"]} aria-label="Households here">
          {suggestion.households.map((household) => (
            <li key={household.id} className={styles["person"]}>
              <div className={styles["where"]}>
                <Anchor
                  component={Link}
                  to={`/households/${household.id}`}
                  fw={600}
                >
                  {household.name}
                </Anchor>
                <Text size="sm" c="dimmed">
                  {peopleWords(household.memberCount)}:{" "}
                  {household.members.map(({ name }) => name).join(", ")}
                </Text>
              </div>
              <Chip color={stateColors[household.state]}>
                {stateWords[household.state]}
              </Chip>
            </li>
          ))}
        </ul>
      )}
      {suggestion.contacts.length > 0 && (
        <ul className={styles["list"]} aria-label="People of no household">
          {suggestion.contacts.map((contact) => (
            <li key={contact.id} className={styles["person"]}>
              <Checkbox
                checked={!left.has(contact.id)}
                onChange={() => toggle(contact.id)}
                label={calledOf(contact)}
                description={contact.address}
              />
              <StatusChip status={contact.status} label={contact.statusLabel} />
            </li>
          ))}
        </ul>
      )}
      <Group mt="auto" gap="sm">
        {proposal && (
          <Button loading={busy} onClick={() => void make(proposal)}>
            {verbOf(proposal)}
          </Button>
        )}
        <Button
          variant="default"
          disabled={busy}
          aria-label={`Not a household: ${suggestion.address}`}
          onClick={() => void dismiss()}
        >
          Not a household
        </Button>
      </Group>
    </article>
  );
}

function verbOf(proposal: Proposal): string {
  switch (proposal.kind) {
    case "make":
      return "Make a household";
    case "add":
      return `Add to ${proposal.into.name}`;
    case "join":
      return "Make these one";
  }
}
