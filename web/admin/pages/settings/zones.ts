// Time zones by their IANA names, with what their clocks show.

/** Every time zone that this browser knows, and UTC. */
export function timeZones(): string[] {
  const known = Intl.supportedValuesOf("timeZone");
  return known.includes("UTC") ? known : [...known, "UTC"];
}

/** What the clocks of a zone show, such as "14:05, UTC−5"; "" for no zone. */
export function clockOf(zone: string, now = new Date()): string {
  try {
    const parts = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      hour: "2-digit",
      minute: "2-digit",
      timeZoneName: "shortOffset",
    }).formatToParts(now);
    const part = (type: string) => parts.find((p) => p.type === type)?.value;
    const offset = (part("timeZoneName") ?? "")
      .replace(/^(GMT|UTC)(\+0$)?/, "UTC")
      .replace("-", "−");
    return `${part("hour")}:${part("minute")}, ${offset}`;
  } catch {
    return "";
  }
}

/** A zone's name as people say it: "America/New_York" is "New York, America". */
export function placeOf(zone: string): string {
  const [area = zone, ...rest] = zone
    .split("/")
    .map((s) => s.replaceAll("_", " "));
  return rest.length > 0 ? `${[...rest].reverse().join(", ")}, ${area}` : area;
}
