import type { Tone } from "./tones";
import styles from "./day-chart.module.css";

type Pattern = "up" | "down" | "upright" | "level" | "cross" | "dots";

/** What lies over the color of a tone in a drawing, as the tones' style sheet has it elsewhere. */
export const patternOf: Partial<Record<Tone, Pattern>> = {
  waiting: "up",
  expired: "down",
  declined: "upright",
  withdrawn: "level",
  failed: "cross",
  left: "dots",
};

const lines: Record<Exclude<Pattern, "dots">, string> = {
  up: "M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4",
  down: "M-2,6 l4,4 M0,0 l8,8 M6,-2 l4,4",
  upright: "M4,0 v8",
  level: "M0,4 h8",
  cross: "M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4 M-2,6 l4,4 M0,0 l8,8 M6,-2 l4,4",
};

/** The patterns, to be filled with by `url(#…)`: their ids are `id` and the pattern's name. */
export function Patterns(props: { id: string }) {
  return (
    <defs>
      {Object.entries(lines).map(([name, path]) => (
        <pattern
          key={name}
          id={props.id + name}
          width={8}
          height={8}
          patternUnits="userSpaceOnUse"
        >
          <path d={path} className={styles["stripe"]} />
        </pattern>
      ))}
      <pattern
        id={`${props.id}dots`}
        width={6}
        height={6}
        patternUnits="userSpaceOnUse"
      >
        <circle cx={3} cy={3} r={1.4} className={styles["dot"]} />
      </pattern>
    </defs>
  );
}
