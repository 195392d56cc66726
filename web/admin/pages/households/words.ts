// Small words of the screens of households.

import type {
  HouseholdMemberState,
  HouseholdPickReason,
  HouseholdState,
} from "../../gql/graphql";

/** A household's state in a word. */
export const stateWords: Record<HouseholdState, string> = {
  NOT_INVITED: "Not invited",
  INVITED: "Invited",
  REGISTERED: "Registered",
};

/** The color of a household's state. */
export const stateColors: Record<HouseholdState, string> = {
  NOT_INVITED: "gray",
  INVITED: "blue",
  REGISTERED: "green",
};

/** A member's state in a word. */
export const memberWords: Record<HouseholdMemberState, string> = {
  REGISTERED: "Registered",
  INVITED: "Invited",
  ADDED: "Added, to confirm",
  LAPSED: "Did not confirm",
  ON_FILE: "Not invited",
  LISTED: "Listed, no sign-in",
};

/** The color of a member's state. */
export const memberColors: Record<HouseholdMemberState, string> = {
  REGISTERED: "green",
  INVITED: "blue",
  ADDED: "cyan",
  LAPSED: "orange",
  ON_FILE: "gray",
  LISTED: "gray",
};

/** Why a member is the one to invite. */
export const pickWords: Record<HouseholdPickReason, string> = {
  HEAD: "the head of the household",
  ONLY_ONE: "the only one who can be invited",
  EMAIL_AND_PHONE: "has an email and a phone",
  EMAIL: "has an email",
  PHONE: "has a phone",
};

/** Households in words: "1 household", "12 households". */
export function householdsWords(count: number): string {
  return `${count.toLocaleString()} ${count === 1 ? "household" : "households"}`;
}

/** People in words: "1 person", "4 people". */
export function peopleWords(count: number): string {
  return `${count.toLocaleString()} ${count === 1 ? "person" : "people"}`;
}

/** How many of a household have joined, and how many could soon. */
export function membersWords(household: {
  memberCount: number;
  invitedCount: number;
  registeredCount: number;
}): { main: string; more: string } {
  const { memberCount, invitedCount, registeredCount } = household;
  return {
    main:
      registeredCount > 0
        ? `${registeredCount} of ${memberCount} registered`
        : peopleWords(memberCount),
    more: invitedCount > 0 ? `${invitedCount} invited` : "",
  };
}
