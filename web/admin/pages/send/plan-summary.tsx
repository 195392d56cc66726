import { Anchor, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { useZone } from "../../data/viewer";
import { When } from "../../ui/when";
import {
  finishOf,
  groupSkipped,
  nameOf,
  type Preview,
  type SkippedGroup,
} from "./plan";
import classes from "./send.module.css";

/** How many go and when, and who is skipped and why. */
export function PlanSummary(props: { plan: Preview; outdated: boolean }) {
  const { plan } = props;
  const location = plan.message?.contact.location;
  const fallback = useZone(location?.id);
  const zone = location?.timeZone ?? fallback;
  const pace = location?.policy.paceSeconds ?? 0;
  const { firstSendAt, lastSendAt } = plan;
  return (
    <section aria-label="What will happen" aria-busy={props.outdated}>
      <dl className={classes["facts"]}>
        <Fact name="Will go">
          <span className={classes["count"]}>
            {plan.queuedCount.toLocaleString()}
          </span>{" "}
          of {(plan.queuedCount + plan.skippedCount).toLocaleString()}
        </Fact>
        <Fact name="First leaves">
          {firstSendAt ? <When at={firstSendAt} zone={zone} /> : "–"}
        </Fact>
        <Fact name="Last leaves">
          {lastSendAt ? <When at={lastSendAt} zone={zone} /> : "–"}
        </Fact>
        <Fact name="Finished">
          {lastSendAt ? (
            <When at={finishOf(lastSendAt, pace)} zone={zone} />
          ) : (
            "–"
          )}
        </Fact>
      </dl>
      {groupSkipped(plan.skipped).map((group) => (
        <SkippedReason key={group.code} group={group} />
      ))}
    </section>
  );
}

function Fact(props: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd className="numbers">{props.children}</dd>
    </div>
  );
}

/** Those who are skipped for one reason; their names on demand. */
function SkippedReason({ group }: { group: SkippedGroup }) {
  return (
    <details className={classes["skipped"]}>
      <summary>
        <Text span size="sm">
          {group.contacts.length.toLocaleString()} skipped: {group.reason}
        </Text>
      </summary>
      <ul>
        {group.contacts.map((contact) => (
          <li key={contact.id}>
            <Anchor
              component={Link}
              to={`/contacts/${contact.id}`}
              target="_blank"
              size="sm"
            >
              {nameOf(contact)}
            </Anchor>
          </li>
        ))}
      </ul>
    </details>
  );
}
