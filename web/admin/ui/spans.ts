// Lengths of time in words.

const units: [seconds: number, one: string][] = [
  [86_400, "day"],
  [3_600, "hour"],
  [60, "minute"],
  [1, "second"],
];

/**
 * A length of time such as "1 hour 39 minutes", down to whole units of `least`
 * seconds: from a minute on that is a minute where left out.
 */
export function spanWords(
  milliseconds: number,
  least = milliseconds < 59_500 ? 1 : 60,
): string {
  let seconds = Math.max(0, Math.round(milliseconds / 1000 / least) * least);
  const words: string[] = [];
  for (const [size, name] of units) {
    const count = Math.floor(seconds / size);
    if (count > 0) words.push(counted(count, name));
    seconds -= count * size;
  }
  return words.slice(0, 2).join(" ") || "0 seconds";
}

/** How fast a lane is, such as "one a minute". */
export function paceWords(seconds: number): string {
  if (seconds === 0) return "as fast as they can be sent";
  const exact = units.find(([size]) => size === seconds);
  if (exact) return `one ${exact[1] === "hour" ? "an" : "a"} ${exact[1]}`;
  return `one every ${spanWords(seconds * 1000, 1)}`;
}

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}
