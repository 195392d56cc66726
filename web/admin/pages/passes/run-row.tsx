import { Anchor, Text } from "@mantine/core";
import { Link } from "wouter";
import { When } from "../../ui/when";
import { RunBar } from "./run-numbers";
import styles from "./passes.module.css";
import type { ListedRun } from "./passes-queries";

/** A run in the list: what for, how many are redeemed, how long they live. */
export function RunRow({ run }: { run: ListedRun }) {
  const zone = run.location.timeZone;
  return (
    <li className={styles["run"]}>
      <div>
        <Anchor component={Link} to={`/passes/${run.id}`} fw={600}>
          Run {run.number}
          {run.note && `: ${run.note}`}
        </Anchor>
        <Text size="sm" c="dimmed" component="div">
          {run.location.name} · {run.createdBy}
          <br />
          <When at={run.createdAt} zone={zone} />
        </Text>
        <GroupChips groups={run.groups} />
      </div>
      <RunBar run={run} />
      <Text size="sm" component="div">
        <Expiry run={run} />
        <Text size="sm" c="dimmed" component="div">
          {run.printedAt ? (
            <>
              Printed <When at={run.printedAt} zone={zone} />
            </>
          ) : (
            "Not printed yet"
          )}
        </Text>
      </Text>
    </li>
  );
}

/** When the passes of a run expire. */
export function Expiry(props: {
  run: Pick<ListedRun, "expiresAt" | "location" | "available" | "expired">;
}) {
  const { expiresAt, location, available, expired } = props.run;
  if (!expiresAt) return <>Never expire</>;
  return (
    <>
      {expired > 0 && available === 0 ? "Expired" : "Expire"}{" "}
      <When at={expiresAt} zone={location.timeZone} />
    </>
  );
}

/** The groups that those who join come into. */
export function GroupChips({
  groups,
}: {
  groups: { id: string; name: string }[];
}) {
  if (groups.length === 0) return null;
  return (
    <div className={styles["groups"]}>
      {groups.map(({ id, name }) => (
        <span key={id} className="chip" data-color="gray">
          {name}
        </span>
      ))}
    </div>
  );
}
