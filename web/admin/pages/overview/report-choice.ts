// What of the report is shown: it stands in the address.

/** How many days back one can look. */
export const spans = [7, 30, 90] as const;

/** The choice when the address says nothing. */
const usual = 30;

export interface ReportChoice {
  days: number;
  /** The id of one location; null for all. */
  location: string | null;
  asTable: boolean;
}

/** Reads the choice out of an address; what it does not know is as usual. */
export function choiceOf(
  params: URLSearchParams,
  locations: { id: string }[],
): ReportChoice {
  const days = Number(params.get("days"));
  const location = params.get("location");
  return {
    days: spans.find((span) => span === days) ?? usual,
    location: locations.some(({ id }) => id === location) ? location : null,
    asTable: params.get("view") === "table",
  };
}

/** The address with a choice in it, without what is as usual. */
export function withChoice(
  params: URLSearchParams,
  choice: ReportChoice,
): URLSearchParams {
  const next = new URLSearchParams(params);
  const set = (name: string, value: string | null) =>
    value === null ? next.delete(name) : next.set(name, value);
  set("days", choice.days === usual ? null : String(choice.days));
  set("location", choice.location);
  set("view", choice.asTable ? "table" : null);
  return next;
}
