import { Anchor, Button, Group, Text } from "@mantine/core";
import { Link, useSearchParams } from "wouter";
import type { OverviewQuery } from "../../gql/graphql";
import { ProblemRow } from "../../ui/problem-row";
import { inStatus } from "./places";
import { ResendButton } from "./resend-button";
import { Section } from "./section";
import styles from "./overview.module.css";

type Organization = NonNullable<
  NonNullable<OverviewQuery["viewer"]>["organization"]
>;

/** How many are shown at first. */
const few = 5;

/** How many are asked for: the newest. */
export const mostProblems = 50;

/** The messages that did not arrive, newest first, each with its reason and the way to mend it. */
export function Problems(props: {
  problems: Organization["deliveryProblems"];
  onSent: () => void;
}) {
  const { problems } = props;
  const [params, setParams] = useSearchParams();
  const all = params.get("problems") === "all";
  const shown = all ? problems : problems.slice(0, few);
  const toggle = () =>
    setParams(
      (old) => {
        if (all) old.delete("problems");
        else old.set("problems", "all");
        return old;
      },
      { replace: true },
    );
  return (
    <Section
      id="problems"
      title="Delivery problems"
      count={
        problems.length === mostProblems
          ? `${mostProblems}+`
          : problems.length || undefined
      }
      urgent={problems.length > 0}
    >
      {problems.length === 0 && (
        <Text size="sm" c="dimmed">
          None: no message is known to have failed.
        </Text>
      )}
      <ul className={styles["rows"]}>
        {shown.map((problem) => (
          <li key={problem.delivery.id}>
            <ProblemRow
              problem={problem}
              action={
                <ResendButton contact={problem.contact} onSent={props.onSent} />
              }
            />
          </li>
        ))}
      </ul>
      {problems.length > few && (
        <Group mt="md" gap="lg">
          <Button variant="default" onClick={toggle} aria-expanded={all}>
            {all ? "Show fewer" : `Show all ${problems.length}`}
          </Button>
          <Anchor component={Link} to={inStatus("FAILED")} size="sm">
            Everybody who could not be reached at all
          </Anchor>
        </Group>
      )}
    </Section>
  );
}
