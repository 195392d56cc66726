import { Anchor, Text, Title } from "@mantine/core";
import { Link } from "wouter";
import { useMay } from "../../data/viewer";
import type { Permission } from "../../gql/graphql";
import { Empty } from "../../ui/load";
import styles from "./overview.module.css";

const steps: [
  permission: Permission,
  to: string,
  title: string,
  words: string,
][] = [
  [
    "CREATE_CONTACTS",
    "/create",
    "Create clients",
    "Paste a list of email addresses or phone numbers. Each is checked before anything is saved.",
  ],
  [
    "MANAGE_POLICY",
    "/settings/policy",
    "Look at the policy",
    "When invitations leave, how long they live, and what they say.",
  ],
  [
    "INVITE",
    "/invite",
    "Invite",
    "One person now, or everybody on the list. You see the message before it leaves.",
  ],
];

/** How to begin, for an organization that has nobody on file. */
export function FirstSteps() {
  const may = useMay();
  const possible = steps.filter(([permission]) => may(permission));
  if (possible.length === 0) {
    return (
      <div className="card">
        <Empty title="No clients of yours yet">
          Whoever a leader makes your client shows up here.
        </Empty>
      </div>
    );
  }
  return (
    <section className="card" aria-labelledby="start">
      <Title order={2} size="h3" id="start">
        Nobody is on file yet
      </Title>
      <Text c="dimmed" mt={4}>
        This is how people get into the app:
      </Text>
      <ol className={styles["steps"]}>
        {possible.map(([, to, title, words]) => (
          <li key={to}>
            <Anchor component={Link} to={to} fw={600} underline="always">
              {title}
            </Anchor>
            <Text size="sm" c="dimmed" mt={4}>
              {words}
            </Text>
          </li>
        ))}
      </ol>
    </section>
  );
}
