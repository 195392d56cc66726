import { Anchor } from "@mantine/core";
import { Link } from "wouter";
import type { OverviewQuery } from "../../gql/graphql";
import { StackedBar, Swatch } from "../../ui/stacked-bar";
import { standingParts } from "../../ui/standing-parts";
import { inStatus } from "./places";
import { Section } from "./section";
import styles from "./overview.module.css";

type Organization = NonNullable<
  NonNullable<OverviewQuery["viewer"]>["organization"]
>;

/** How many contacts stand in each status, each a link to who they are. */
export function Standing(props: { counts: Organization["statusCounts"] }) {
  const counts = standingParts(props.counts);
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
