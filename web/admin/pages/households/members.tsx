import { Divider, Title } from "@mantine/core";
import { AddMembers } from "./add-members";
import type { HouseholdDetail } from "./households-queries";
import { MemberRow } from "./member-row";
import { useMemberChanges } from "./use-member-changes";
import styles from "./households.module.css";

/** Who belongs to a household; adding, removing, and choosing the head. */
export function Members(props: {
  household: HouseholdDetail;
  onChanged: () => void;
}) {
  const { household, onChanged } = props;
  const changes = useMemberChanges(household, onChanged);
  return (
    <section className="card" aria-labelledby="members-title">
      <Title order={2} size="h4" id="members-title" mb="xs">
        Members
      </Title>
      <ul className={styles["list"]} aria-live="polite">
        {household.members.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            household={household}
            changes={household.viewerManages ? changes : undefined}
          />
        ))}
      </ul>
      {household.viewerManages && (
        <>
          <Divider my="md" />
          <AddMembers household={household} changes={changes} />
        </>
      )}
    </section>
  );
}
