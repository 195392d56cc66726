import type { Permission } from "../../gql/graphql";

/** A section of the settings. */
export interface Section {
  /** Its step of the address. */
  key: "organization" | "policy" | "programs" | "locations" | "staff";
  title: string;
  /** What it is for, in a sentence. */
  lead: string;
  /** What it takes to change something there; everybody else may look. */
  permission: Permission;
  /** Who has that permission, in words. */
  who: string;
}

/** The sections in the order of the list. */
export const sections: Section[] = [
  {
    key: "organization",
    title: "Organization",
    lead: "How you present yourselves: here, in invitations, and on the pages where people join.",
    permission: "MANAGE_ORGANIZATION",
    who: "owners and leaders",
  },
  {
    key: "policy",
    title: "Invitation policy",
    lead: "When invitations leave, how long they live, and what they say.",
    permission: "MANAGE_POLICY",
    who: "owners and leaders",
  },
  {
    key: "programs",
    title: "Programs",
    lead: "What clients can be enrolled in.",
    permission: "MANAGE_PROGRAMS",
    who: "owners and leaders",
  },
  {
    key: "locations",
    title: "Locations",
    lead: "Your branches. Each sends its own invitations, in its own time zone.",
    permission: "MANAGE_LOCATIONS",
    who: "owners",
  },
  {
    key: "staff",
    title: "Staff and roles",
    lead: "Who works here with Usher, and what they may do.",
    permission: "MANAGE_STAFF",
    who: "owners",
  },
];
