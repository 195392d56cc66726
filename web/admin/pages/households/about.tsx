import { Button, Group, Title } from "@mantine/core";
import { Pencil1Icon } from "@radix-ui/react-icons";
import { useRef, useState } from "react";
import { When } from "../../ui/when";
import { Fact, Facts } from "../contacts/facts";
import { AboutForm } from "./about-form";
import type { HouseholdDetail } from "./households-queries";
import styles from "./households.module.css";
import { membersWords } from "./words";

/** What a household is called and where it is, and the place to change it. */
export function About({ household }: { household: HouseholdDetail }) {
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setEditing(false);
    // The button comes back in the next drawing.
    requestAnimationFrame(() => button.current?.focus());
  };
  const zone = household.location.timeZone;
  const { main, more } = membersWords(household);
  return (
    <section
      className={`card ${styles["about"]}`}
      aria-labelledby="about-title"
    >
      <Group justify="space-between" mb="md" mih={36}>
        <Title order={2} size="h4" id="about-title">
          {editing ? "Edit household" : "Household"}
        </Title>
        {!editing && household.viewerManages && (
          <Button
            ref={button}
            variant="default"
            leftSection={<Pencil1Icon />}
            onClick={() => setEditing(true)}
          >
            Edit
          </Button>
        )}
      </Group>
      {editing ? (
        <AboutForm household={household} onClose={close} />
      ) : (
        <Facts>
          <Fact name="Name">{household.name}</Fact>
          <Fact name="Address">{household.address}</Fact>
          <Fact name="Location">{household.location.name}</Fact>
          <Fact name="Head">{household.head?.name}</Fact>
          <Fact name="Members">
            <span className="numbers">
              {[main, more].filter(Boolean).join(", ")}
            </span>
          </Fact>
          <Fact name="Registered since">
            {household.registeredSince && (
              <When at={household.registeredSince} zone={zone} />
            )}
          </Fact>
          <Fact name="Created">
            <When at={household.createdAt} zone={zone} precision="day" />
          </Fact>
        </Facts>
      )}
    </section>
  );
}
