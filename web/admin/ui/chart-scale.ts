// The arithmetic of a bar chart by days.

/** Ticks of an axis of counts, from 0 up to or past `max`, at most six of them, at round whole numbers. */
export function ticksUpTo(max: number): number[] {
  const step = Math.max(1, roundStep(max / 5));
  const ticks = [0];
  do ticks.push(ticks.at(-1)! + step);
  while (ticks.at(-1)! < max);
  return ticks;
}

/** The least of 1, 2, 5, 10, 20, 50, … that is not below `least`. */
function roundStep(least: number): number {
  for (let size = 1; ; size *= 10) {
    const step = [1, 2, 5].find((n) => n * size >= least);
    if (step) return step * size;
  }
}

/** Where the pieces of a bar begin and end when they stand on each other. */
export function stackOf(values: number[]): { from: number; to: number }[] {
  let top = 0;
  return values.map((value) => {
    const from = top;
    top += value;
    return { from, to: top };
  });
}

/**
 * Which of so many days are named below an axis of `width` pixels: the last,
 * and from it back at equal distances, with `room` pixels for each.
 */
export function namedDays(days: number, width: number, room = 56): number[] {
  if (days === 0) return [];
  const fit = Math.max(1, Math.floor(width / room));
  const every = [1, 2, 3, 5, 7, 10, 14, 15, 30, 45].find(
    (n) => Math.ceil(days / n) <= fit,
  );
  const named: number[] = [];
  for (let n = days - 1; n >= 0; n -= every ?? days) named.unshift(n);
  return named;
}

/** A date of the calendar, `YYYY-MM-DD`, for people. */
export function dateName(
  date: string,
  style: "short" | "long" = "short",
  locale?: string,
): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    day: "numeric",
    month: "short",
    ...(style === "long" && { weekday: "long" }),
  }).format(new Date(`${date}T00:00:00Z`));
}
