import { useElementSize } from "@mantine/hooks";
import { useId, useRef, useState, type KeyboardEvent } from "react";
import { dateName, namedDays, stackOf, ticksUpTo } from "./chart-scale";
import styles from "./day-chart.module.css";
import { Patterns, patternOf } from "./day-chart-patterns";
import { DayTip } from "./day-chart-tip";
import { toneClass, type Tone } from "./tones";

/** One kind of thing that is counted, from the bottom of each bar to its top. */
export interface ChartSeries {
  key: string;
  label: string;
  tone: Tone;
}

/** The counts of one day, by the keys of the series. */
export interface ChartDay {
  /** On the calendar, `YYYY-MM-DD`. */
  date: string;
  counts: Record<string, number>;
}

const height = 260;
const margin = { top: 12, right: 4, bottom: 28, left: 44 };
const plot = height - margin.top - margin.bottom;

/**
 * Stacked bars, one for each day. The chart is one stop of the Tab key; within
 * it the arrow keys go from day to day, and each day says its numbers.
 */
export function DayChart(props: {
  days: ChartDay[];
  series: ChartSeries[];
  label: string;
}) {
  const { days, series } = props;
  const { ref: frame, width } = useElementSize<HTMLDivElement>();
  const patterns = useId();
  const bars = useRef<(SVGGElement | null)[]>([]);
  const [shown, setShown] = useState<number | null>(null);
  const [reached, setReached] = useState(days.length - 1);
  const stop = Math.min(reached, days.length - 1);

  const values = days.map((day) =>
    series.map(({ key }) => day.counts[key] ?? 0),
  );
  const ticks = ticksUpTo(
    Math.max(0, ...values.map((list) => list.reduce((a, b) => a + b, 0))),
  );
  const top = ticks.at(-1)!;
  const y = (value: number) => margin.top + plot * (1 - value / top);
  const inner = Math.max(0, width - margin.left - margin.right);
  const band = inner / Math.max(1, days.length);
  const bar = Math.min(band * 0.72, 44);
  const middle = (index: number) => margin.left + band * (index + 0.5);

  function move(event: KeyboardEvent) {
    const to = {
      ArrowLeft: stop - 1,
      ArrowRight: stop + 1,
      Home: 0,
      End: days.length - 1,
    }[event.key];
    if (event.key === "Escape") setShown(null);
    if (to === undefined) return;
    event.preventDefault();
    bars.current[Math.max(0, Math.min(to, days.length - 1))]?.focus();
  }

  return (
    <div
      ref={frame}
      className={styles["frame"]}
      style={{ height }}
      onPointerLeave={() => setShown(null)}
    >
      {width > 0 && (
        <svg width={width} height={height}>
          <Patterns id={patterns} />
          <g aria-hidden className={styles["axes"]}>
            {ticks.map((tick) => (
              <g key={tick}>
                <line
                  x1={margin.left}
                  x2={width - margin.right}
                  y1={y(tick)}
                  y2={y(tick)}
                />
                <text x={margin.left - 8} y={y(tick)} dy="0.32em">
                  {tick.toLocaleString()}
                </text>
              </g>
            ))}
            {namedDays(days.length, inner).map((index) => (
              <text
                key={index}
                x={Math.min(middle(index), width - 22)}
                y={height - 8}
                className={styles["date"]}
              >
                {dateName(days[index]!.date)}
              </text>
            ))}
          </g>
          <g
            role="listbox"
            aria-label={`${props.label}. The arrow keys go from day to day.`}
            aria-orientation="horizontal"
            onKeyDown={move}
          >
            {days.map((day, index) => (
              <g
                key={day.date}
                ref={(element) => void (bars.current[index] = element)}
                role="option"
                aria-selected={shown === index}
                aria-label={dayWords(day, series)}
                tabIndex={index === stop ? 0 : -1}
                className={styles["day"]}
                onPointerEnter={() => setShown(index)}
                onFocus={() => {
                  setReached(index);
                  setShown(index);
                }}
                onBlur={() => setShown(null)}
              >
                <rect
                  className={styles["band"]}
                  x={margin.left + band * index}
                  y={margin.top}
                  width={band}
                  height={plot}
                />
                {stackOf(values[index]!).map(({ from, to }, n) => {
                  if (from === to) return null;
                  const { key, tone } = series[n]!;
                  const pattern = patternOf[tone];
                  const box = {
                    x: middle(index) - bar / 2,
                    y: y(to),
                    width: bar,
                    height: y(from) - y(to),
                  };
                  return (
                    <g key={key}>
                      <rect
                        {...box}
                        className={`${toneClass} ${styles["piece"]}`}
                        data-tone={tone}
                        data-thin={bar < 6 || undefined}
                      />
                      {pattern && (
                        <rect {...box} fill={`url(#${patterns}${pattern})`} />
                      )}
                    </g>
                  );
                })}
              </g>
            ))}
          </g>
        </svg>
      )}
      {shown !== null && days[shown] && (
        <DayTip
          day={days[shown]}
          series={series}
          at={middle(shown)}
          band={band}
          width={width}
        />
      )}
    </div>
  );
}

/** A day and its numbers, for whoever does not see them. */
function dayWords(day: ChartDay, series: ChartSeries[]): string {
  const told = series
    .filter(({ key }) => (day.counts[key] ?? 0) > 0)
    .map(({ key, label }) => `${day.counts[key]!.toLocaleString()} ${label}`);
  return `${dateName(day.date, "long")}: ${told.join(", ") || "nothing"}`;
}
