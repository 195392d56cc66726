// Small words of the screens of access passes.

import type { AccessPassState } from "../../gql/graphql";
import type { BarPart } from "../../ui/stacked-bar";
import type { Tone } from "../../ui/tones";

/** Every state, in the order in which bars and filters name them. */
export const states = [
  "AVAILABLE",
  "REDEEMED",
  "REVOKED",
  "EXPIRED",
] as const satisfies AccessPassState[];

/** A state in a word. */
export const stateWords: Record<AccessPassState, string> = {
  AVAILABLE: "Available",
  REDEEMED: "Redeemed",
  REVOKED: "Revoked",
  EXPIRED: "Expired",
};

/** The color of a state's chip. */
export const stateColors: Record<AccessPassState, string> = {
  AVAILABLE: "blue",
  REDEEMED: "green",
  REVOKED: "gray",
  EXPIRED: "orange",
};

const tones: Record<AccessPassState, Tone> = {
  AVAILABLE: "sent",
  REDEEMED: "done",
  REVOKED: "withdrawn",
  EXPIRED: "expired",
};

/** How many passes of a run stand in each state. */
export interface RunNumbers {
  total: number;
  available: number;
  redeemed: number;
  revoked: number;
  expired: number;
}

/** The numbers of a run as parts of a bar: who joined first, then what is still open. */
export function partsOf(run: RunNumbers): BarPart[] {
  const order: [AccessPassState, number][] = [
    ["REDEEMED", run.redeemed],
    ["AVAILABLE", run.available],
    ["EXPIRED", run.expired],
    ["REVOKED", run.revoked],
  ];
  return order.map(([state, count]) => ({
    key: state,
    label: stateWords[state].toLowerCase(),
    count,
    tone: tones[state],
  }));
}

/** Passes in words: "1 pass", "12 passes". */
export function passesWords(count: number): string {
  return `${count.toLocaleString()} ${count === 1 ? "pass" : "passes"}`;
}

/** The state that an address asks for; undefined for all. */
export function stateOf(text: string | null): AccessPassState | undefined {
  return states.find((state) => state.toLowerCase() === text);
}

/** How many sheets so many passes need. */
export function sheetsOf(passes: number, perPage: number): number {
  return Math.ceil(passes / perPage);
}

/** Days of a life in words; null is a life without end. */
export function lifeWords(days: number | null): string {
  if (days === null) return "they never expire";
  return `${days.toLocaleString()} ${days === 1 ? "day" : "days"}`;
}
