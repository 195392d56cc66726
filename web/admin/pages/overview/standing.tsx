import { Anchor } from "@mantine/core";
import { Link } from "wouter";
import type { ContactStatus, OverviewQuery } from "../../gql/graphql";
import { StackedBar, Swatch } from "../../ui/stacked-bar";
import { toneOf } from "../../ui/tones";
import { inStatus } from "./places";
import { Section } from "./section";
import styles from "./overview.module.css";

type Organization = NonNullable<
  NonNullable<OverviewQuery["viewer"]>["organization"]
>;

/** From who is there to who was never asked. */
const order: ContactStatus[] = [
  "REGISTERED",
  "PENDING",
  "QUEUED",
  "EXPIRED",
  "FAILED",
  "DECLINED",
  "REVOKED",
  "ACCEPTED",
  "NOT_INVITED",
];

/** How many contacts stand in each status, each a link to who they are. */
export function Standing(props: { counts: Organization["statusCounts"] }) {
  const counts = order
    .flatMap((status) => props.counts.filter((c) => c.status === status))
    .map((c) => ({
      key: c.status,
      label: c.label,
      count: c.count.value,
      exact: c.count.exact,
      tone: toneOf[c.status],
    }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <Section
      id="standing"
      title="Where everybody stands"
      count={total.toLocaleString()}
    >
      <StackedBar label="Contacts by status" parts={counts} />
      <ul className={styles["standing"]}>
        {counts.map(({ key, label, count, exact, tone }) => (
          <li key={key} data-none={count === 0 || undefined}>
            <Swatch tone={tone} />
            <Anchor component={Link} to={inStatus(key)} inherit>
              {label}
            </Anchor>
            <span className="numbers">
              {count.toLocaleString()}
              {!exact && "+"}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
