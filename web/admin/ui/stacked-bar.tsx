import { toneClass, type Tone } from "./tones";
import styles from "./stacked-bar.module.css";

/** One part of a whole. */
export interface BarPart {
  key: string;
  label: string;
  count: number;
  tone: Tone;
}

/**
 * How a whole is divided. Parts of nothing are left out; the numbers belong
 * beside it as text, and into its name.
 */
export function StackedBar(props: { parts: BarPart[]; label: string }) {
  const shown = props.parts.filter((part) => part.count > 0);
  const numbers = shown.map(
    ({ count, label }) => `${count.toLocaleString()} ${label}`,
  );
  return (
    <div
      role="img"
      aria-label={[props.label, numbers.join(", ")].join(": ")}
      className={styles["bar"]}
    >
      {shown.map((part) => (
        <div
          key={part.key}
          className={`${toneClass} ${styles["part"]}`}
          data-tone={part.tone}
          style={{ flexGrow: part.count }}
        />
      ))}
    </div>
  );
}

/** The color and pattern of a tone, beside a word of a legend. */
export function Swatch(props: { tone: Tone }) {
  return (
    <span
      aria-hidden
      className={`${toneClass} ${styles["swatch"]}`}
      data-tone={props.tone}
    />
  );
}
