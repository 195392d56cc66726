import { StackedBar, Swatch } from "../../ui/stacked-bar";
import styles from "./passes.module.css";
import { partsOf, passesWords, type RunNumbers } from "./words";

/** Where the passes of a run stand, as a bar and as the same numbers in words. */
export function RunBar({ run }: { run: RunNumbers }) {
  const parts = partsOf(run);
  const told = parts.filter(
    ({ key, count }) => ["AVAILABLE", "REDEEMED"].includes(key) || count > 0,
  );
  return (
    <div>
      <StackedBar label={`Of ${passesWords(run.total)}`} parts={parts} />
      <div className={styles["legend"]}>
        {told.map(({ key, label, count, tone }) => (
          <span key={key} className="numbers">
            <Swatch tone={tone} />
            {count.toLocaleString()}
            {key === "REDEEMED" && ` of ${run.total.toLocaleString()}`} {label}
          </span>
        ))}
      </div>
    </div>
  );
}
