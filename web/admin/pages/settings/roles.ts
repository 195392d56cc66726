import type { Role } from "../../gql/graphql";

/** The roles that staff can have: what they are called, and what they allow. */
export const roles: Partial<Record<Role, { title: string; words: string }>> = {
  OWNER: {
    title: "Owner",
    words: "Everything: locations, staff and billing too.",
  },
  LEADER: {
    title: "Leader",
    words: "Contacts, invitations, policy, programs and groups.",
  },
  TRAINER: {
    title: "Trainer",
    words: "Their own clients; invites them where the policy says so.",
  },
};
