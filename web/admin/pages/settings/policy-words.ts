// The policy in words: what its fields are called, and what a value means.

import type {
  ContactStatus,
  PolicyField,
  PolicyLevel,
  Preset,
  Stage,
  Weekday,
} from "../../gql/graphql";
import { paceWords } from "../../ui/spans";
import type { Values } from "./policy-draft";

/** What each field is called. */
export const titles: Record<PolicyField, string> = {
  ttlDays: "An invitation lives",
  reminderDaysBefore: "Reminder",
  passTtlDays: "A printed access pass lives",
  sendWindow: "Invitations leave",
  paceSeconds: "Pace",
  channels: "Channels",
  autoInvite: "Invite new clients by itself",
  trainersInvite: "Trainers invite",
  maxBulkCreate: "Most clients created at once",
  maxPassesPerRun: "Most passes generated at once",
  maxHouseholdMembers: "Most members of a household",
  password: "Least password length",
  statusLabels: "Words for statuses",
  stageLabels: "Words for stages",
  billingUnit: "Billed by",
  subject: "Subject of the email",
  body: "Text of the email",
  button: "Button of the email",
};

/** A part of the policy that is shown as one. */
export interface Part {
  title: string;
  /** From when on a change counts. */
  effect: string;
  fields: PolicyField[];
}

const queued = "Counts for invitations that are queued from now on.";
const atOnce = "Acts at once, also on invitations that wait.";

/** The policy's fields in the order of the page. */
export const parts: Part[] = [
  {
    title: "When invitations leave",
    effect: atOnce,
    fields: ["sendWindow", "paceSeconds"],
  },
  {
    title: "How long they live",
    effect: queued,
    fields: ["ttlDays", "reminderDaysBefore", "passTtlDays"],
  },
  {
    title: "The message",
    effect: queued,
    fields: ["channels", "subject", "body", "button"],
  },
  {
    title: "Who is invited, and by whom",
    effect: "Counts for clients that are created from now on.",
    fields: ["autoInvite", "trainersInvite"],
  },
  {
    title: "Limits",
    effect: "Count from the next time on.",
    fields: ["maxBulkCreate", "maxPassesPerRun", "maxHouseholdMembers"],
  },
  {
    title: "Passwords",
    effect: "Counts for passwords that are chosen from now on.",
    fields: ["password"],
  },
  {
    title: "Your words",
    effect: "Shown everywhere at once.",
    fields: ["statusLabels", "stageLabels"],
  },
  {
    title: "Billing",
    effect: "Invitations that wait are never billed as households.",
    fields: ["billingUnit"],
  },
];

/** What the choices of `channels` are called. */
export const channelWords: Record<Values["channels"], string> = {
  ALL_AVAILABLE: "Email and text, as far as there are addresses",
  EMAIL_ONLY: "Email only",
  SMS_ONLY: "Text message only",
};

/** What the choices of `billingUnit` are called. */
export const billingWords: Record<Values["billingUnit"], string> = {
  CLIENT_SEAT: "Clients: everybody who takes a seat",
  REGISTERED_HOUSEHOLD: "Households with at least one registered member",
};

/** What statuses are called where an organization has no word of its own. */
export const statusNames: Record<ContactStatus, string> = {
  NOT_INVITED: "Never invited",
  QUEUED: "Waits to be sent",
  PENDING: "Sent",
  ACCEPTED: "Accepted",
  DECLINED: "Declined",
  EXPIRED: "Expired",
  REVOKED: "Taken back",
  FAILED: "Could not be sent",
  REGISTERED: "Registered",
};

/** What stages are called where an organization has no word of its own. */
export const stageNames: Record<Stage, string> = {
  PROSPECT: "For prospects",
  TRIAL: "For trials",
  MEMBER: "For members",
};

/** The week, Monday first. */
export const week: [day: Weekday, short: string, long: string][] = [
  ["MONDAY", "Mon", "Monday"],
  ["TUESDAY", "Tue", "Tuesday"],
  ["WEDNESDAY", "Wed", "Wednesday"],
  ["THURSDAY", "Thu", "Thursday"],
  ["FRIDAY", "Fri", "Friday"],
  ["SATURDAY", "Sat", "Saturday"],
  ["SUNDAY", "Sun", "Sunday"],
];

const kinds: Record<Preset, string> = {
  GYM: "a gym",
  COACH: "a coach",
  COMMUNITY: "a community",
};

/** Where a value comes from, in words, as seen at a location or at the organization. */
export function sourceWords(
  source: PolicyLevel,
  preset: Preset,
  atLocation: boolean,
): string {
  switch (source) {
    case "LOCATION":
      return "Set for this location";
    case "ORGANIZATION":
      return atLocation ? "From the organization" : "Set for the organization";
    case "DEFAULT":
      return `Default for ${kinds[preset]}`;
  }
}

/** What a reset button offers. */
export function resetWords(preset: Preset, atLocation: boolean): string {
  return atLocation
    ? "Use the organization’s"
    : `Use the default for ${kinds[preset]}`;
}

/** A value in words, such as "10 days". */
export function wordsOf<Field extends PolicyField>(
  field: Field,
  value: Values[Field],
): string {
  const words = value as Values[keyof Values];
  switch (field) {
    case "ttlDays":
      return count(words, "day");
    case "passTtlDays":
      return words === "" ? "Without end" : count(words, "day");
    case "reminderDaysBefore":
      return Number(words) === 0
        ? "None"
        : `One, ${count(words, "day")} before the end`;
    case "sendWindow":
      return hoursWords(words as Values["sendWindow"]);
    case "paceSeconds":
      return paceSentence(Number(words));
    case "channels":
      return channelWords[words as Values["channels"]];
    case "billingUnit":
      return billingWords[words as Values["billingUnit"]];
    case "maxBulkCreate":
      return count(words, "client");
    case "maxPassesPerRun":
      return count(words, "pass", "passes");
    case "maxHouseholdMembers":
      return count(words, "member");
    case "password":
      return count(words, "character");
    case "autoInvite":
    case "trainersInvite":
      return words ? "Yes" : "No";
    case "statusLabels":
    case "stageLabels":
      return Object.values(words as object).join(", ");
  }
  return String(words);
}

/** Seconds between two contacts as a sentence begins, such as "One a minute"; "" for what is no pace. */
export function paceSentence(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < 0) return "";
  const words = paceWords(seconds);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** When invitations leave, such as "08:00 to 16:00, Monday to Friday". */
export function hoursWords(hours: Values["sendWindow"]): string {
  return hours
    ? `${hours.from} to ${hours.to}, ${daysWords(hours.days)}`
    : "At any time";
}

/** Days of the week in words: runs of three and more are drawn together. */
export function daysWords(days: Weekday[]): string {
  const chosen = week.map(([day]) => days.includes(day));
  if (chosen.every(Boolean)) return "every day";
  if (!chosen.some(Boolean)) return "on no day";
  const said: string[] = [];
  for (let from = 0; from < week.length; from++) {
    if (!chosen[from]) continue;
    let to = from;
    while (chosen[to + 1]) to++;
    const names = week
      .slice(from, to + 1)
      .map(([, short, long]) => [short, long]);
    if (names.length >= 3) said.push(`${names[0]![1]} to ${names.at(-1)![1]}`);
    else said.push(...names.map(([, long]) => long!));
    from = to;
  }
  return said.join(", ");
}

function count(value: unknown, one: string, many = one + "s"): string {
  const number = Number(value);
  return `${number.toLocaleString()} ${number === 1 ? one : many}`;
}
