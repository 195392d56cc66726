import { expect, test } from "vitest";
import { finishAfter, type Lane } from "./slots";

const everyDay = [
  "MONDAY",
  "TUESDAY",
  "WEDNESDAY",
  "THURSDAY",
  "FRIDAY",
  "SATURDAY",
  "SUNDAY",
] as const;

function lane(more: Partial<Lane["policy"]> = {}, waiting?: string): Lane {
  return {
    timeZone: "Europe/Berlin",
    expectedFinishAt: waiting ?? null,
    policy: {
      paceSeconds: 60,
      sendWindow: {
        __typename: "SendWindow",
        from: "08:00",
        to: "16:00",
        days: [...everyDay],
      },
      ...more,
    },
  };
}

const at = (time: string) => Date.parse(time);

test("nothing to send has no end", () => {
  expect(finishAfter(lane(), 0, at("2026-11-20T09:00:00Z"))).toBeNull();
});

test("a hundred take a hundred minutes", () => {
  expect(finishAfter(lane(), 100, at("2026-11-20T09:00:00Z"))).toBe(
    "2026-11-20T10:40:00.000Z",
  );
});

test("they wait for what waits before them", () => {
  const busy = lane({}, "2026-11-20T09:30:00Z");
  expect(finishAfter(busy, 1, at("2026-11-20T09:00:00Z"))).toBe(
    "2026-11-20T09:31:00.000Z",
  );
});

test("after the window they go on when it opens, on the location's clock", () => {
  // 15:59 and 08:00 in Berlin.
  expect(finishAfter(lane(), 2, at("2026-11-20T14:59:00Z"))).toBe(
    "2026-11-21T07:01:00.000Z",
  );
});

test("closed days are passed over", () => {
  const workdays = lane();
  workdays.policy.sendWindow!.days = ["MONDAY"];
  expect(finishAfter(workdays, 1, at("2026-11-20T09:00:00Z"))).toBe(
    "2026-11-23T07:01:00.000Z",
  );
});

test("a change of the clocks moves the opening", () => {
  // Berlin goes from UTC+2 to UTC+1 in the night to 25 October 2026.
  expect(finishAfter(lane(), 1, at("2026-10-24T15:00:00Z"))).toBe(
    "2026-10-25T07:01:00.000Z",
  );
});

test("without a window any time is good, without a pace all go at once", () => {
  const free = lane({ sendWindow: null, paceSeconds: 0 });
  expect(finishAfter(free, 200, at("2026-11-20T23:00:00Z"))).toBe(
    "2026-11-20T23:00:00.000Z",
  );
});
