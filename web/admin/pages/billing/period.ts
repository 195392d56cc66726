// Which days are looked at: they stand in the address.

import type { BillingPeriodInput } from "../../gql/graphql";

/** Days of the calendar, `YYYY-MM-DD`, the first and the last included. */
export interface Days {
  from: string;
  to: string;
}

/** What was chosen: a month by its name, or days of one's own. */
export type PeriodChoice =
  { kind: "this" } | { kind: "last" } | ({ kind: "own" } & Days);

/** Reads the choice out of an address; what it does not know is this month. */
export function choiceOf(params: URLSearchParams): PeriodChoice {
  const from = params.get("from");
  const to = params.get("to");
  if (from !== null || to !== null) {
    return { kind: "own", from: from ?? "", to: to ?? "" };
  }
  return { kind: params.get("period") === "last" ? "last" : "this" };
}

/** The address of a choice, without what is as usual. */
export function paramsOf(choice: PeriodChoice): Record<string, string> {
  switch (choice.kind) {
    case "this":
      return {};
    case "last":
      return { period: "last" };
    case "own":
      return { from: choice.from, to: choice.to };
  }
}

/** The days of a choice on the day `today`. */
export function daysOf(choice: PeriodChoice, today: string): Days {
  switch (choice.kind) {
    case "this":
      return { from: firstOfMonth(today), to: today };
    case "last": {
      const to = dayBefore(firstOfMonth(today));
      return { from: firstOfMonth(to), to };
    }
    case "own":
      return { from: choice.from, to: choice.to };
  }
}

/**
 * What is asked for. This month is left to the server, whose today it is: the
 * clock of this computer may be wrong.
 */
export function periodInput(
  choice: PeriodChoice,
  today: string,
): BillingPeriodInput | null {
  if (choice.kind === "this") return null;
  const { from, to } = daysOf(choice, today);
  return { from, to };
}

/** Why days cannot even be asked for, by field; the server judges the rest. */
export function missing({ from, to }: Days): Partial<Days> {
  return {
    ...(from === "" && { from: "Choose the first day." }),
    ...(to === "" && { to: "Choose the last day." }),
  };
}

/** The date on a zone's calendar at an instant, in milliseconds since 1970. */
export function dateIn(zone: string, at: number): string {
  // Canadians write dates as the calendar of the API does.
  return new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(at);
}

function firstOfMonth(date: string): string {
  return `${date.slice(0, 8)}01`;
}

function dayBefore(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}
