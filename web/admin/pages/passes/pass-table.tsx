import { Anchor, VisuallyHidden } from "@mantine/core";
import { useEffect, useRef, type MouseEvent } from "react";
import { Link } from "wouter";
import { Chip } from "../../ui/chips";
import { calledOf } from "../../ui/contact-search";
import { When } from "../../ui/when";
import { PassMenu, type PassActs } from "./pass-menu";
import type { ListedPass } from "./passes-queries";
import styles from "./passes.module.css";
import { stateColors, stateWords } from "./words";

/** The passes of a run: at most 100, so that none need be left out of sight. */
export function PassTable(
  props: {
    passes: ListedPass[];
    zone: string;
    chosen: ReadonlySet<string>;
    onChoose: (ids: ReadonlySet<string>) => void;
  } & PassActs,
) {
  const { passes, zone, chosen, onChoose, ...acts } = props;
  const count = passes.filter(({ id }) => chosen.has(id)).length;
  const all = useRef<HTMLInputElement>(null);
  const last = useRef<number>(undefined);
  useEffect(() => {
    all.current!.indeterminate = count > 0 && count < passes.length;
  }, [count, passes.length]);

  function choose(index: number, event: MouseEvent) {
    const ids = new Set(chosen);
    const on = !ids.has(passes[index]!.id);
    const from = event.shiftKey ? (last.current ?? index) : index;
    const [first, end] = from < index ? [from, index] : [index, from];
    for (const { id } of passes.slice(first, end + 1)) {
      if (on) ids.add(id);
      else ids.delete(id);
    }
    last.current = index;
    onChoose(ids);
  }

  return (
    <table className={styles["table"]} aria-label="Passes">
      <thead>
        <tr>
          <th scope="col" className={styles["box"]}>
            <input
              ref={all}
              type="checkbox"
              className={styles["checkbox"]}
              aria-label={`Select the ${passes.length} passes that are shown`}
              checked={count === passes.length}
              onChange={() =>
                onChoose(
                  new Set(
                    count === passes.length ? [] : passes.map(({ id }) => id),
                  ),
                )
              }
            />
          </th>
          <th scope="col">Pass</th>
          <th scope="col">State</th>
          <th scope="col">Who</th>
          <th scope="col" className={styles["count"]}>
            Printed
          </th>
          <th scope="col">
            <VisuallyHidden>Actions</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {passes.map((pass, index) => (
          <tr key={pass.id} data-chosen={chosen.has(pass.id) || undefined}>
            <td className={styles["box"]}>
              <input
                type="checkbox"
                className={styles["checkbox"]}
                aria-label={`Select pass ${pass.reference}`}
                checked={chosen.has(pass.id)}
                onChange={() => {}}
                onClick={(event) => choose(index, event)}
              />
            </td>
            <td className={styles["reference"]}>{pass.reference}</td>
            <td>
              <Chip color={stateColors[pass.state]} data-status={pass.state}>
                {stateWords[pass.state]}
              </Chip>
            </td>
            <td className={styles["who"]}>
              <Who pass={pass} zone={zone} />
            </td>
            <td className={`${styles["count"]} numbers`}>
              {pass.prints === 0 ? (
                <span className={styles["none"]}>never</span>
              ) : (
                times(pass.prints)
              )}
            </td>
            <td className={styles["end"]}>
              <PassMenu pass={pass} {...acts} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who joined with it, whom it is bound to, or why it is revoked. */
function Who({ pass, zone }: { pass: ListedPass; zone: string }) {
  const { redeemedBy, redeemedAt, boundTo, revokedAt, revokeReason } = pass;
  if (pass.state === "REDEEMED") {
    return (
      <>
        {redeemedBy ? <ContactLink contact={redeemedBy} /> : "Somebody"}
        {redeemedAt && (
          <>
            {" "}
            <span className={styles["none"]}>
              joined <When at={redeemedAt} zone={zone} />
            </span>
          </>
        )}
      </>
    );
  }
  if (pass.state === "REVOKED") {
    return (
      <span className={styles["none"]}>
        {revokeReason && `${revokeReason} · `}
        {revokedAt && <When at={revokedAt} zone={zone} />}
      </span>
    );
  }
  if (!boundTo) return null;
  return (
    <>
      <span className={styles["none"]}>For </span>
      <ContactLink contact={boundTo} />
    </>
  );
}

function ContactLink(props: { contact: NonNullable<ListedPass["boundTo"]> }) {
  const { contact } = props;
  return (
    <Anchor component={Link} to={`/contacts/${contact.id}`} inherit>
      {calledOf(contact)}
    </Anchor>
  );
}

function times(prints: number): string {
  if (prints === 1) return "once";
  return `${prints.toLocaleString()} times`;
}
