// What is asked for when passes are generated, and what is wrong with it.

import type { GenerateAccessPassesInput } from "../../gql/graphql";

/** How long the passes live: as the policy says, some days, or up to a date. */
export type Life = "policy" | "days" | "until";

/** What stands in the form. */
export interface Draft {
  count: string;
  location: string;
  groups: string[];
  note: string;
  life: Life;
  days: string;
  /** On the calendar of the location, `YYYY-MM-DD`. */
  until: string;
}

/** The limits that the API has. */
export const limits = { note: 200, days: 3650, groups: 20 };

/** What is wrong, by the form's field; empty where nothing is. */
export type Problems = Partial<Record<keyof Draft, string>>;

const dayLength = 86_400_000;

/** The date in a zone, `YYYY-MM-DD`. */
export function dateIn(zone: string, at: number): string {
  // The calendar of Sweden is written as ISO 8601 has it.
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(at);
}

/** A date so many days later, `YYYY-MM-DD`. */
export function dateAfter(date: string, days: number): string {
  const at = Date.parse(`${date}T00:00:00Z`) + days * dayLength;
  return new Date(at).toISOString().slice(0, 10);
}

/** How many days after `today` a date is; NaN where it is none. */
export function daysUntil(date: string, today: string): number {
  const at = Date.parse(`${date}T00:00:00Z`);
  return Math.round((at - Date.parse(`${today}T00:00:00Z`)) / dayLength);
}

/** How many days the passes are to live; null for the policy's, NaN where it is not said. */
export function ttlOf(draft: Draft, today: string): number | null {
  if (draft.life === "policy") return null;
  if (draft.life === "days") return wholeOf(draft.days);
  return daysUntil(draft.until, today);
}

/** What is wrong with a draft, before it is sent. */
export function problemsOf(
  draft: Draft,
  most: number,
  today: string,
): Problems {
  const problems: Problems = {};
  const count = wholeOf(draft.count);
  if (!(count >= 1 && count <= most)) {
    problems.count = `A number from 1 to ${most}. More can be generated as another run.`;
  }
  const ttl = ttlOf(draft, today);
  if (ttl !== null && !(ttl >= 1 && ttl <= limits.days)) {
    if (draft.life === "days") {
      problems.days = `A number of days from 1 to ${limits.days.toLocaleString()}.`;
    } else {
      problems.until = "A date after today, at most ten years from now.";
    }
  }
  if (draft.groups.length > limits.groups) {
    problems.groups = `At most ${limits.groups} groups.`;
  }
  return problems;
}

/** The draft as the API takes it; problemsOf has found nothing in it. */
export function inputOf(
  draft: Draft,
  today: string,
): GenerateAccessPassesInput {
  const ttlDays = ttlOf(draft, today);
  const note = draft.note.trim();
  return {
    count: wholeOf(draft.count),
    location: draft.location,
    ...(note && { note }),
    ...(ttlDays !== null && { ttlDays }),
    ...(draft.groups.length > 0 && { groups: draft.groups }),
  };
}

function wholeOf(text: string): number {
  return /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : Number.NaN;
}
