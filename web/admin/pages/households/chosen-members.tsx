import { CloseButton, Radio, Text } from "@mantine/core";
import { calledOf, type FoundContact } from "../../ui/contact-search";
import styles from "./households.module.css";

/** Who is chosen for a household, and who of them is the head. */
export function ChosenMembers(props: {
  members: FoundContact[];
  /** Undefined where the first who has joined becomes head. */
  head: string | undefined;
  onHead: (id: string) => void;
  onRemove: (id: string) => void;
}) {
  const { members, head } = props;
  if (members.length === 0) return null;
  return (
    <div role="group" aria-label="Chosen members">
      <ul className={styles["list"]}>
        {members.map((member) => (
          <li key={member.id} className={styles["chosen"]}>
            <div className={styles["where"]}>
              <Text size="sm" fw={550}>
                {calledOf(member)}
              </Text>
              <Text size="xs" c="dimmed">
                {[member.address, member.statusLabel]
                  .filter(Boolean)
                  .join(" · ")}
              </Text>
            </div>
            <Radio
              name="head"
              label="Head"
              aria-label={`${calledOf(member)} is the head`}
              checked={head === member.id}
              onChange={() => props.onHead(member.id)}
            />
            <CloseButton
              size="lg"
              aria-label={`Leave ${calledOf(member)} out`}
              onClick={() => props.onRemove(member.id)}
            />
          </li>
        ))}
      </ul>
      {!head && (
        <Text size="sm" c="dimmed" mt={4}>
          Without a choice, the first of them who has joined becomes head.
        </Text>
      )}
    </div>
  );
}
