import { Anchor, Text, Title } from "@mantine/core";
import { Link } from "wouter";
import { calledOf } from "../../ui/contact-search";
import type { ListedHousehold } from "./households-queries";
import styles from "./households.module.css";
import { pickWords } from "./words";

/** Whom the invitation of each household would go to and why, and where nobody is invited, why not. */
export function Picks({ households }: { households: ListedHousehold[] }) {
  const going = households.filter(({ pick }) => pick?.contact).length;
  const sorted = [...households].sort(
    (a, b) => Number(!a.pick?.contact) - Number(!b.pick?.contact),
  );
  return (
    <section aria-labelledby="picks">
      <Title order={3} size="h5" id="picks" mb={4}>
        Whom, and why
      </Title>
      <Text size="sm" c="dimmed" mb="xs" className="numbers">
        {going.toLocaleString()} of {households.length.toLocaleString()} will be
        invited
        {going < households.length &&
          `, ${(households.length - going).toLocaleString()} skipped`}
        .
      </Text>
      <ul
        className={`${styles["list"]} ${styles["picks"]}`}
        // It scrolls, so the keyboard must reach it.
        tabIndex={0}
        aria-labelledby="picks"
      >
        {sorted.map(({ id, name, pick }) => (
          <li key={id} className={styles["pick"]}>
            <Anchor
              component={Link}
              to={`/households/${id}`}
              target="_blank"
              size="sm"
              fw={550}
            >
              {name}
            </Anchor>
            {pick?.contact ? (
              <>
                <Text size="sm">{calledOf(pick.contact)}</Text>
                <Text size="sm" c="dimmed">
                  {pick.reason && pickWords[pick.reason]}
                </Text>
              </>
            ) : (
              <Text size="sm" c="dimmed" className={styles["why"]}>
                Skipped:{" "}
                {pick?.error?.message ?? "nobody of it can be invited."}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
