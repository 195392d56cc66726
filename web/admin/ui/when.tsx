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
  const year = new Intl.DateTimeFormat(undefined, {
    year: "numeric",
    timeZone: zone,
  });
  return new Intl.DateTimeFormat(undefined, {
    timeZone: zone,
    day: "numeric",
    month: "short",
    ...(year.format(date) !== year.format(new Date()) && { year: "numeric" }),
    ...(precision !== "day" && { hour: "2-digit", minute: "2-digit" }),
    ...(precision === "second" && { second: "2-digit" }),
  }).format(date);
}

/** The distance from now in words, such as "in 3 days" or "5 minutes ago". */
export function fromNow(at: string, now = Date.now()): string {
  const seconds = (new Date(at).getTime() - now) / 1000;
  const words = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });
  const size = Math.abs(seconds);
  if (size < 60) return words.format(Math.round(seconds), "second");
  if (size < 3600) return words.format(Math.round(seconds / 60), "minute");
  if (size < 86_400) return words.format(Math.round(seconds / 3600), "hour");
  return words.format(Math.round(seconds / 86_400), "day");
}

/** Whether the zone's clock differs from the viewer's own, now. */
export function isElsewhere(zone: string): boolean {
  const now = new Date().toISOString();
  return format(now, zone) !== format(now, own);
}
