import { expect, test } from "vitest";
import {
  actionFor,
  invitable,
  narrowed,
  reachesOf,
  reachesOfAll,
  resendable,
} from "./possible";
import { statuses } from "./address";

test("each status has one action, and somebody who joined none", () => {
  const actions = statuses.map((status) =>
    actionFor({ status, clientType: { key: "FULL_ACCESS" } }),
  );
  expect(Object.fromEntries(statuses.map((s, n) => [s, actions[n]]))).toEqual({
    NOT_INVITED: "INVITE",
    QUEUED: "RESEND",
    PENDING: "RESEND",
    EXPIRED: "RESEND",
    DECLINED: "INVITE",
    REVOKED: "INVITE",
    FAILED: "RESEND",
    ACCEPTED: "INVITE",
    REGISTERED: null,
  });
});

test("nothing is sent to those without access", () => {
  for (const status of statuses) {
    expect(actionFor({ status, clientType: { key: "OFFLINE" } })).toBeNull();
  }
});

test("a filter is narrowed to those for whom the action is possible", () => {
  expect(narrowed({ search: "a" }, "INVITE")).toEqual({
    search: "a",
    statuses: invitable,
    clientTypes: ["FULL_ACCESS", "FULL_ACCESS_ONE_WAY"],
  });
  expect(narrowed({ statuses: ["EXPIRED", "REGISTERED"] }, "RESEND")).toEqual({
    statuses: ["EXPIRED"],
    clientTypes: ["FULL_ACCESS", "FULL_ACCESS_ONE_WAY"],
  });
  expect(narrowed({ statuses: resendable }, "INVITE")).toBeNull();
  expect(narrowed({ clientTypes: ["OFFLINE"] }, "INVITE")).toBeNull();
});

test("of chosen rows each is reached by the action that is possible", () => {
  const row = (id: string, status: (typeof statuses)[number]) => ({
    id,
    status,
    clientType: { key: "FULL_ACCESS" as const },
  });
  const rows = [
    row("a", "NOT_INVITED"),
    row("b", "EXPIRED"),
    row("c", "REGISTERED"),
    row("d", "NOT_INVITED"),
  ];
  const chosen = new Set(["a", "b", "c"]);
  expect(reachesOf(rows, chosen, ["INVITE", "RESEND"])).toEqual([
    {
      action: "INVITE",
      count: { value: 1, exact: true },
      selection: { contacts: ["a"] },
    },
    {
      action: "RESEND",
      count: { value: 1, exact: true },
      selection: { contacts: ["b"] },
    },
  ]);
});

test("of all that match the possible ones are counted", () => {
  const count = (value: number, exact = true) => ({ value, exact });
  const counts = [
    { status: "NOT_INVITED" as const, count: count(10_000, false) },
    { status: "DECLINED" as const, count: count(3) },
    { status: "EXPIRED" as const, count: count(5) },
    { status: "REGISTERED" as const, count: count(50) },
  ];
  const [invite, resend] = reachesOfAll({}, counts, ["INVITE", "RESEND"]);
  expect(invite!.count).toEqual({ value: 10_003, exact: false });
  expect(resend!.count).toEqual({ value: 5, exact: true });
  expect(reachesOfAll({ statuses: ["QUEUED"] }, counts, ["INVITE"])).toEqual(
    [],
  );
});
