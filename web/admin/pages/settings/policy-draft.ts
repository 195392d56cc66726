// What is typed into the policy's form, apart from how it looks: which fields
// change, and what is sent for them.

import type {
  ContactStatus,
  PolicyField,
  PolicyLevel,
  SettingsPolicyFragment,
  Stage,
  UpdatePolicyInput,
  Weekday,
} from "../../gql/graphql";

/** A policy as the server answers it. */
export type Policy = SettingsPolicyFragment;

/** A number as it is typed: text while it is none. */
export type Typed = number | string;

/** Local times between which invitations leave. */
export interface SendHours {
  from: string;
  to: string;
  days: Weekday[];
}

/** The values of a policy as the form holds them. */
export interface Values {
  ttlDays: Typed;
  /** "" is without end. */
  passTtlDays: Typed;
  /** Null is any time. */
  sendWindow: SendHours | null;
  paceSeconds: Typed;
  channels: Policy["channels"];
  reminderDaysBefore: Typed;
  autoInvite: boolean;
  trainersInvite: boolean;
  maxBulkCreate: Typed;
  maxPassesPerRun: Typed;
  maxHouseholdMembers: Typed;
  /** The least number of characters; the rest of the rule is the platform's. */
  password: Typed;
  statusLabels: Partial<Record<ContactStatus, string>>;
  stageLabels: Partial<Record<Stage, string>>;
  billingUnit: Policy["billingUnit"];
  subject: string;
  body: string;
  button: string;
}

/** What happens to a field on saving: a new value, or none at this level any more. */
export type Change<Field extends PolicyField> =
  { to: Values[Field] } | { reset: true };

/** The fields that change; all others stay as they are. */
export type Changes = { [Field in PolicyField]?: Change<Field> };

/** The level that is edited: the organization's, or one location's above which it stands. */
export interface Level {
  location?: string;
  policy: Policy;
  /** The organization's policy, where a location's is edited. */
  above?: Policy;
}

/** The fields that count for the organization as a whole, whatever a location says. */
export const organizationWide: PolicyField[] = ["maxBulkCreate", "billingUnit"];

/** Returns the values of a policy. */
export function valuesOf(policy: Policy): Values {
  const { sendWindow, passTtlDays, password, ...rest } = policy;
  return {
    ...rest,
    passTtlDays: passTtlDays ?? "",
    sendWindow: sendWindow && {
      from: sendWindow.from,
      to: sendWindow.to,
      days: sendWindow.days,
    },
    password: password.minLength,
    statusLabels: Object.fromEntries(
      policy.statusLabels.map((l) => [l.status, l.label]),
    ),
    stageLabels: Object.fromEntries(
      policy.stageLabels.map((l) => [l.stage, l.label]),
    ),
  };
}

/** The level that a field's effective value comes from. */
export function sourceOf(policy: Policy, field: PolicyField): PolicyLevel {
  return policy.sources.find((s) => s.field === field)?.source ?? "DEFAULT";
}

/** Whether the field is set at the very level that is edited. */
export function isOwn(level: Level, field: PolicyField): boolean {
  const own = level.location ? "LOCATION" : "ORGANIZATION";
  return sourceOf(level.policy, field) === own;
}

/** Gives a field a value; the value that it has is no change. */
export function withValue<Field extends PolicyField>(
  changes: Changes,
  level: Level,
  field: Field,
  value: Values[Field],
): Changes {
  const before = valuesOf(level.policy)[field];
  return same(before, value)
    ? without(changes, field)
    : { ...changes, [field]: { to: value } };
}

/** Lets a field fall back to the level above; where it does already, nothing changes. */
export function withReset(
  changes: Changes,
  level: Level,
  field: PolicyField,
): Changes {
  return isOwn(level, field)
    ? { ...changes, [field]: { reset: true } }
    : without(changes, field);
}

/** Takes a field's change back. */
export function without(changes: Changes, field: PolicyField): Changes {
  const { [field]: _, ...rest } = changes;
  return rest;
}

/** The value that a field shows: the new one, else the one it has. */
export function shown<Field extends PolicyField>(
  changes: Changes,
  values: Values,
  field: Field,
): Values[Field] {
  const change = changes[field];
  return change && "to" in change
    ? (change.to as Values[Field])
    : values[field];
}

const numbers = [
  "ttlDays",
  "passTtlDays",
  "paceSeconds",
  "reminderDaysBefore",
  "maxBulkCreate",
  "maxPassesPerRun",
  "maxHouseholdMembers",
  "password",
] as const;

/** Why the changes cannot even be sent, by field; the server judges the rest. */
export function problemsOf(
  changes: Changes,
  level: Level,
): Partial<Record<PolicyField, string>> {
  const problems: Partial<Record<PolicyField, string>> = {};
  for (const field of numbers) {
    const change = changes[field];
    if (!change || !("to" in change) || fallsBack(changes, level, field)) {
      continue;
    }
    // The wire's whole numbers have 32 bits.
    const number = change.to === "" ? NaN : Number(change.to);
    if (!Number.isInteger(number) || Math.abs(number) >= 2 ** 31) {
      problems[field] = "Enter a whole number.";
    }
  }
  return problems;
}

/** Returns what is sent for the changes: nothing of the other fields. */
export function inputOf(changes: Changes, level: Level): UpdatePolicyInput {
  const input: UpdatePolicyInput = {};
  if (level.location) input.location = level.location;
  const reset: PolicyField[] = [];
  for (const field of Object.keys(changes) as PolicyField[]) {
    if (fallsBack(changes, level, field)) reset.push(field);
    else Object.assign(input, sent(field, changes[field], level));
  }
  if (reset.length > 0) input.reset = reset;
  return input;
}

/** Returns the changes that lead back to what the level was before. */
export function undoOf(changes: Changes, before: Level): Changes {
  const values = valuesOf(before.policy);
  return Object.fromEntries(
    (Object.keys(changes) as PolicyField[]).map((field) => [
      field,
      isOwn(before, field) ? { to: values[field] } : { reset: true },
    ]),
  );
}

/** Whether saving leaves the field to the level above. */
function fallsBack(
  changes: Changes,
  level: Level,
  field: PolicyField,
): boolean {
  const change = changes[field];
  if (!change) return false;
  if ("reset" in change) return true;
  if (field === "passTtlDays") return change.to === "" && isOwn(level, field);
  if (field === "statusLabels" || field === "stageLabels") {
    return labelsOf(field, change.to as Words, level).length === 0;
  }
  return false;
}

function sent(
  field: PolicyField,
  change: Changes[PolicyField],
  level: Level,
): UpdatePolicyInput {
  const value = change && "to" in change ? change.to : undefined;
  switch (field) {
    case "sendWindow":
      return value === null
        ? { anyTime: true }
        : { sendWindow: value as SendHours };
    case "password":
      return { password: { minLength: Number(value) } };
    case "statusLabels":
    case "stageLabels": {
      const name = field === "statusLabels" ? "status" : "stage";
      return {
        [field]: labelsOf(field, value as Words, level).map(([key, label]) => ({
          [name]: key,
          label,
        })),
      };
    }
  }
  const isNumber = (numbers as readonly PolicyField[]).includes(field);
  return { [field]: isNumber ? Number(value) : value };
}

type Words = Record<string, string>;

/** The labels to store: at a location those that differ from the organization's. */
function labelsOf(
  field: "statusLabels" | "stageLabels",
  words: Words,
  level: Level,
): [string, string][] {
  const above: Words = level.above
    ? (valuesOf(level.above)[field] as Words)
    : {};
  return Object.entries(words).filter(([key, label]) => above[key] !== label);
}

function same(a: unknown, b: unknown): boolean {
  return normal(a) === normal(b);
}

/** Days count as a set, numbers also as text. */
function normal(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    Array.isArray(part)
      ? [...part].sort()
      : typeof part === "number"
        ? String(part)
        : part,
  );
}
