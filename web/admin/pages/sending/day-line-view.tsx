import { Text } from "@mantine/core";
import type { CSSProperties } from "react";
import { dayLine, type Lane, type Part } from "./day-line";
import { dayWords, weekdayName } from "./day-words";
import { weekdays } from "./zone-day";
import styles from "./day-line.module.css";

/**
 * The local day of a location as a line: when it is open, what those waiting
 * will take of that, and now. The sentence below says the same.
 */
export function DayLineView(props: { lane: Lane; now: number }) {
  const { lane, now } = props;
  const line = dayLine(lane, now);
  return (
    <figure className={styles["figure"]}>
      <div aria-hidden>
        <Week lane={lane} today={line.day.weekday} />
        <div className={styles["line"]}>
          {line.open.map((part) => (
            <div
              key={part.from}
              className={styles["open"]}
              style={span(part)}
            />
          ))}
          {line.taken.map((part) => (
            <div
              key={part.from}
              className={styles["taken"]}
              style={span(part)}
            />
          ))}
          {line.ticks.slice(1, -1).map((tick) => (
            <div
              key={tick.hour}
              className={styles["tick"]}
              data-main={tick.hour % 6 === 0 || undefined}
              style={{ insetInlineStart: percent(tick.at) }}
            />
          ))}
          <div
            className={styles["now"]}
            style={{ insetInlineStart: percent(line.now) }}
          />
        </div>
        <div className={styles["hours"]}>
          {line.ticks
            .filter((tick) => tick.hour % 6 === 0)
            .map((tick) => (
              <span
                key={tick.hour}
                className="numbers"
                style={{ insetInlineStart: percent(tick.at) }}
              >
                {hourName(tick.hour)}
              </span>
            ))}
        </div>
      </div>
      <Text component="figcaption" size="sm" mt="sm">
        {dayWords(lane, now)}
      </Text>
    </figure>
  );
}

/** The days of the week: which are on, and which is today. */
function Week(props: { lane: Lane; today: string }) {
  const { window } = props.lane;
  return (
    <div className={styles["week"]}>
      {weekdays.map((day) => (
        <span
          key={day}
          data-off={(window && !window.days.includes(day)) || undefined}
          data-today={day === props.today || undefined}
        >
          {weekdayName(day, "short")}
        </span>
      ))}
    </div>
  );
}

/** An hour of the clock as one reads it below a line: "6 AM" or "06". */
function hourName(hour: number): string {
  return new Intl.DateTimeFormat(undefined, {
    hour: "numeric",
    timeZone: "UTC",
  }).format(hour * 3_600_000);
}

function span(part: Part): CSSProperties {
  return {
    insetInlineStart: percent(part.from),
    width: percent(part.to - part.from),
  };
}

function percent(fraction: number): string {
  return `${fraction * 100}%`;
}
