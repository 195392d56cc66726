import { Link } from "wouter";
import { StackedBar, Swatch } from "../../ui/stacked-bar";
import { standingParts } from "../../ui/standing-parts";
import type { ContactStatus } from "../../gql/graphql";
import type { OneGroup } from "./groups-queries";
import style from "./groups.module.css";

/** How many of a group stand in each status; each narrows the list below to them. */
export function GroupStanding(props: {
  group: OneGroup;
  /** The statuses that the list shows; none for all. */
  shown: ContactStatus[];
}) {
  const { group, shown } = props;
  const parts = standingParts(group.statusCounts);
  return (
    <section className="card" aria-label="Where they stand">
      <StackedBar label={group.name} parts={parts} />
      <ul className={style["standing"]}>
        {parts.map(({ key, label, count, exact, tone }) => {
          const current = shown.length === 1 && shown[0] === key;
          return (
            <li key={key} data-none={count === 0 || undefined}>
              <Swatch tone={tone} />
              <Link
                to={`/groups/${group.id}${current ? "" : `?status=${key}`}`}
                aria-current={current ? "true" : undefined}
                title={current ? "Show all of the group" : undefined}
              >
                {label}
              </Link>
              <span className="numbers">
                {count.toLocaleString()}
                {!exact && "+"}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
