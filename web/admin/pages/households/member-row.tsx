import { ActionIcon, Anchor, Badge, Menu, Text } from "@mantine/core";
import { DotsHorizontalIcon } from "@radix-ui/react-icons";
import { Link } from "wouter";
import { Chip } from "../../ui/chips";
import { calledOf } from "../../ui/contact-search";
import { When } from "../../ui/when";
import { joinedWords } from "../contacts/words";
import type { HouseholdDetail, ListedMember } from "./households-queries";
import type { MemberChanges } from "./use-member-changes";
import styles from "./households.module.css";
import { memberColors, memberWords } from "./words";

/** A member: who, how they came in or where they stand, and what can be done. */
export function MemberRow(props: {
  member: ListedMember;
  household: HouseholdDetail;
  /** Undefined where the viewer only looks. */
  changes: MemberChanges | undefined;
}) {
  const { member, household, changes } = props;
  const reached = [member.email, member.phone].filter(Boolean).join(" · ");
  return (
    <li className={styles["member"]}>
      <div className={styles["where"]}>
        <div className={styles["line"]}>
          {member.contact ? (
            <Anchor
              component={Link}
              to={`/contacts/${member.contact.id}`}
              fw={600}
            >
              {calledOf(member)}
            </Anchor>
          ) : (
            <Text span fw={600}>
              {calledOf(member)}
            </Text>
          )}
          {member.isHead && (
            <Badge variant="outline" color="accent" size="sm">
              Head
            </Badge>
          )}
        </div>
        {reached && member.name && (
          <Text size="sm" c="dimmed">
            {reached}
          </Text>
        )}
      </div>
      <div>
        <Chip color={memberColors[member.state]} data-status={member.state}>
          {memberWords[member.state]}
        </Chip>
        <Came member={member} zone={household.location.timeZone} />
      </div>
      {changes && (
        <Menu
          position="bottom-end"
          width={220}
          withInitialFocusPlaceholder={false}
        >
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={`More for ${calledOf(member)}`}
            >
              <DotsHorizontalIcon />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {!member.isHead && member.contact && (
              <Menu.Item onClick={() => void changes.makeHead(member)}>
                Make head
              </Menu.Item>
            )}
            <Menu.Item color="red" onClick={() => void changes.remove(member)}>
              Take out
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  );
}

/** How and when somebody came in, or what they have yet to do. */
function Came({ member, zone }: { member: ListedMember; zone: string }) {
  const { contact, expiresAt, problem } = member;
  if (problem) {
    return (
      <Text size="sm" c="var(--mantine-color-error)">
        {problem}
      </Text>
    );
  }
  if (contact?.registeredAt) {
    return (
      <Text size="sm" c="dimmed" component="div">
        {joinedWords(contact) || "Joined"}
        <div>
          <When at={contact.registeredAt} zone={zone} />
        </div>
      </Text>
    );
  }
  if (!expiresAt) return null;
  return (
    <Text size="sm" c="dimmed" component="div">
      Can confirm until <When at={expiresAt} zone={zone} />
    </Text>
  );
}
