import { calledOf, ContactSearch } from "../../ui/contact-search";
import type { HouseholdDetail } from "./households-queries";
import type { MemberChanges } from "./use-member-changes";

/** Adds contacts to a household, one after the other. */
export function AddMembers(props: {
  household: HouseholdDetail;
  changes: MemberChanges;
}) {
  const { household, changes } = props;
  return (
    <ContactSearch
      label="Add a member"
      description="Somebody on file. Whoever belongs to another household leaves it."
      among={{ locations: [household.location.id] }}
      without={household.members.map(({ id }) => id)}
      noteOf={(contact) =>
        contact.household &&
        `${calledOf(contact)} leaves ${contact.household.name}`
      }
      onChoose={(contact) => void changes.add(contact)}
    />
  );
}
