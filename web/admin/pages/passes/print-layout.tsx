import type { PaperSize } from "../../gql/graphql";
import styles from "./passes.module.css";

/** Width and height of a sheet, in millimetres. */
const sizes: Record<PaperSize, [number, number]> = {
  A4: [210, 297],
  LETTER: [216, 279],
};

const margin = 12;

/** A little picture of a sheet with so many passes on it, each with its QR code and lines of text. */
export function PrintLayout(props: { paper: PaperSize; perPage: number }) {
  const [width, height] = sizes[props.paper];
  const columns = props.perPage === 1 ? 1 : 2;
  const rows = props.perPage / columns;
  const cell = {
    width: (width - 2 * margin) / columns,
    height: (height - 2 * margin) / rows,
  };
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${width} ${height}`}
      className={styles["sheet"]}
    >
      <rect
        x={1}
        y={1}
        width={width - 2}
        height={height - 2}
        rx={4}
        fill="var(--paper)"
        stroke="var(--mantine-color-dimmed)"
        strokeWidth={2}
      />
      {Array.from({ length: props.perPage }, (_, n) => (
        <Pass
          key={n}
          x={margin + (n % columns) * cell.width}
          y={margin + Math.floor(n / columns) * cell.height}
          {...cell}
        />
      ))}
    </svg>
  );
}

function Pass(props: { x: number; y: number; width: number; height: number }) {
  const { x, y, width, height } = props;
  const code = Math.min(width, height) * 0.42;
  const line = { rx: 2, height: 6, fill: "var(--mantine-color-dimmed)" };
  return (
    <>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        fill="none"
        stroke="var(--mantine-color-dimmed)"
        strokeWidth={1.5}
        strokeDasharray="5 4"
      />
      <rect x={x + 8} y={y + 10} {...line} width={width * 0.5} />
      <rect x={x + 8} y={y + 22} {...line} width={width * 0.34} opacity={0.6} />
      <rect
        x={x + width - code - 8}
        y={y + height - code - 8}
        width={code}
        height={code}
        rx={3}
        fill="var(--usher-accent-text)"
      />
    </>
  );
}
