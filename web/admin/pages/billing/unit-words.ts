// What is billed, in words.

import type { BillingUnit } from "../../gql/graphql";

/** The words of one unit. */
export interface UnitWords {
  /** What is counted, such as "12 seats". */
  count: (n: number) => string;
  /** Heads the days' numbers. */
  heading: string;
  /** What is said while nothing counts. */
  nothing: string;
}

/** The words of each unit. */
export const unitWords: Record<BillingUnit, UnitWords> = {
  CLIENT_SEAT: {
    count: (n) => counted(n, "seat", "seats"),
    heading: "Seats",
    nothing: "A client takes a seat as soon as they are on file.",
  },
  REGISTERED_HOUSEHOLD: {
    count: (n) => counted(n, "registered household", "registered households"),
    heading: "Registered households",
    nothing: "A household counts from the day on which its first member joins.",
  },
};

function counted(n: number, one: string, many: string): string {
  return `${n.toLocaleString()} ${n === 1 ? one : many}`;
}
