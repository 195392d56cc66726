import { Text } from "@mantine/core";

const own = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** How much of an instant is shown. */
export type Precision = "minute" | "second" | "day";

/**
 * An instant in the location's time zone, with the viewer's own beside it
 * where that differs.
 */
export function When(props: {
  at: string;
  zone: string;
  precision?: Precision;
}) {
  const { at, zone, precision = "minute" } = props;
  const there = format(at, zone, precision);
  const here = format(at, own, precision);
  return (
    <time dateTime={at} className="when">
      {there}
      {there !== here && precision !== "day" && (
        <Text span c="dimmed" size="xs" className="when-own">
          {" "}
          ({here} your time)
        </Text>
      )}
    </time>
  );
}

/** An instant in words, such as "20 Nov, 14:05"; the year where it is another one. */
export function format(
  at: string,
  zone: string,
  precision: Precision = "minute",
): string {
  const date = new Date(at);
  const year = formatter(zone, "year");
  const other = year.format(date) !== year.format(new Date());
  return formatter(zone, precision, other).format(date);
}

// To make one takes longer than to draw a row of a table.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string, precision: Precision | "year", year = true) {
  const key = `${zone} ${precision} ${year}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(undefined, {
      timeZone: zone,
      ...(precision !== "year" && { day: "numeric", month: "short" }),
      ...(year && { year: "numeric" }),
      ...(["minute", "second"].includes(precision) && {
        hour: "2-digit",
        minute: "2-digit",
      }),
      ...(precision === "second" && { second: "2-digit" }),
    });
    formatters.set(key, found);
  }
  return found;
}

const relative = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });

/** The distance from now in words, such as "in 3 days" or "5 minutes ago". */
export function fromNow(at: string, now = Date.now()): string {
  const seconds = (new Date(at).getTime() - now) / 1000;
  const size = Math.abs(seconds);
  if (size < 60) return relative.format(Math.round(seconds), "second");
  if (size < 3600) return relative.format(Math.round(seconds / 60), "minute");
  if (size < 86_400) return relative.format(Math.round(seconds / 3600), "hour");
  return relative.format(Math.round(seconds / 86_400), "day");
}

/** Whether the zone's clock differs from the viewer's own, now. */
export function isElsewhere(zone: string): boolean {
  const now = new Date().toISOString();
  return format(now, zone) !== format(now, own);
}
