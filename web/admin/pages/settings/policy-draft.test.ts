import { expect, test } from "vitest";
import {
  inputOf,
  problemsOf,
  undoOf,
  withReset,
  withValue,
  type Level,
  type Policy,
} from "./policy-draft";

const base: Policy = {
  __typename: "Policy",
  ttlDays: 10,
  passTtlDays: null,
  sendWindow: {
    __typename: "SendWindow",
    from: "08:00",
    to: "16:00",
    days: ["MONDAY", "TUESDAY"],
  },
  paceSeconds: 60,
  channels: "ALL_AVAILABLE",
  reminderDaysBefore: 0,
  autoInvite: false,
  trainersInvite: false,
  maxBulkCreate: 200,
  maxPassesPerRun: 100,
  maxHouseholdMembers: 10,
  password: { __typename: "PasswordPolicy", minLength: 6, rules: [] },
  statusLabels: [
    { __typename: "StatusLabel", status: "PENDING", label: "Invite Sent" },
    { __typename: "StatusLabel", status: "EXPIRED", label: "Invite Expired" },
  ],
  stageLabels: [],
  billingUnit: "CLIENT_SEAT",
  subject: "Join",
  body: "Hello",
  button: "Go",
  sources: [
    { __typename: "PolicySource", field: "ttlDays", source: "ORGANIZATION" },
    { __typename: "PolicySource", field: "passTtlDays", source: "LOCATION" },
    { __typename: "PolicySource", field: "statusLabels", source: "LOCATION" },
  ],
};
const organization: Level = { policy: base };
const location: Level = { location: "loc", policy: base, above: base };

test("the value that a field has is no change", () => {
  let changes = withValue({}, organization, "ttlDays", 14);
  expect(inputOf(changes, organization)).toEqual({ ttlDays: 14 });
  changes = withValue(changes, organization, "ttlDays", "10");
  expect(changes).toEqual({});
  const hours = { from: "08:00", to: "16:00" };
  expect(
    withValue({}, organization, "sendWindow", {
      ...hours,
      days: ["TUESDAY", "MONDAY"],
    }),
  ).toEqual({});
});

test("only changed fields are sent", () => {
  let changes = withValue({}, location, "paceSeconds", 30);
  changes = withValue(changes, location, "sendWindow", null);
  changes = withValue(changes, location, "password", 8);
  expect(inputOf(changes, location)).toEqual({
    location: "loc",
    paceSeconds: 30,
    anyTime: true,
    password: { minLength: 8 },
  });
});

test("a reset is sent for what is set at this level, and for nothing else", () => {
  const changes = withReset({}, organization, "ttlDays");
  expect(inputOf(changes, organization)).toEqual({ reset: ["ttlDays"] });
  expect(withReset({}, location, "ttlDays")).toEqual({});
  const edited = withValue({}, location, "ttlDays", 3);
  expect(withReset(edited, location, "ttlDays")).toEqual({});
});

test("passes without end fall back where they were limited here", () => {
  const limited: Level = { ...location, policy: { ...base, passTtlDays: 90 } };
  const changes = withValue({}, limited, "passTtlDays", "");
  expect(problemsOf(changes, limited)).toEqual({});
  expect(inputOf(changes, limited).reset).toEqual(["passTtlDays"]);
  const inherited: Level = {
    policy: { ...base, passTtlDays: 90, sources: [] },
  };
  expect(
    problemsOf(withValue({}, inherited, "passTtlDays", ""), inherited),
  ).toHaveProperty("passTtlDays");
});

test("a location stores only the words that differ from the organization's", () => {
  const changes = withValue({}, location, "statusLabels", {
    PENDING: "Out",
    EXPIRED: "Invite Expired",
  });
  expect(inputOf(changes, location).statusLabels).toEqual([
    { status: "PENDING", label: "Out" },
  ]);
  const own: Level = {
    ...location,
    policy: {
      ...base,
      statusLabels: [
        { __typename: "StatusLabel", status: "PENDING", label: "Out" },
        base.statusLabels[1]!,
      ],
    },
  };
  const back = withValue({}, own, "statusLabels", {
    PENDING: "Invite Sent",
    EXPIRED: "Invite Expired",
  });
  expect(inputOf(back, own)).toEqual({
    location: "loc",
    reset: ["statusLabels"],
  });
});

test("what is no whole number is not sent", () => {
  for (const typed of ["", "-", 1.5, "99999999999"]) {
    const changes = withValue({}, organization, "paceSeconds", typed);
    expect(problemsOf(changes, organization), String(typed)).toHaveProperty(
      "paceSeconds",
    );
  }
  expect(
    problemsOf(withValue({}, organization, "paceSeconds", 0), organization),
  ).toEqual({});
});

test("undoing gives own values back and lets the others fall back", () => {
  const changes = { ttlDays: { to: 20 }, paceSeconds: { to: 5 } };
  expect(inputOf(undoOf(changes, organization), organization)).toEqual({
    ttlDays: 10,
    reset: ["paceSeconds"],
  });
});
