import type { ContactStatus } from "../gql/graphql";
import type { BarPart } from "./stacked-bar";
import { toneOf } from "./tones";

/** From who is there to who was never asked. */
const order: ContactStatus[] = [
  "REGISTERED",
  "PENDING",
  "QUEUED",
  "EXPIRED",
  "FAILED",
  "DECLINED",
  "REVOKED",
  "ACCEPTED",
  "NOT_INVITED",
];

/** A status with how many stand in it, as a part of all; `exact` is false where there are more. */
export interface StandingPart extends BarPart {
  key: ContactStatus;
  exact: boolean;
}

/** Counts by status as the parts of a bar, always in one order. */
export function standingParts(
  counts: {
    status: ContactStatus;
    label: string;
    count: { value: number; exact: boolean };
  }[],
): StandingPart[] {
  return order.flatMap((status) =>
    counts
      .filter((c) => c.status === status)
      .map(({ label, count }) => ({
        key: status,
        label,
        count: count.value,
        exact: count.exact,
        tone: toneOf[status],
      })),
  );
}
