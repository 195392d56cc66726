import { expect, test } from "vitest";
import { filterOf, sortOf } from "../contacts/address";
import { daysAhead, expiringBefore, inStatus } from "./places";

const paramsOf = (place: string) => new URLSearchParams(place.split("?")[1]);

test("the contacts page reads what the overview links to", () => {
  expect(filterOf(paramsOf(inStatus("EXPIRED"))).statuses).toEqual(["EXPIRED"]);
  const soon = paramsOf(expiringBefore("2026-11-23T13:00:00.000Z"));
  expect(filterOf(soon).expiresBefore).toBe("2026-11-23T13:00:00.000Z");
  expect(sortOf(soon)).toEqual({ field: "EXPIRES_AT", direction: "ASC" });
});

test("days ahead stay the same within an hour", () => {
  const at = (text: string) => daysAhead(Date.parse(text), 3);
  expect(at("2026-11-20T12:00:01Z")).toBe("2026-11-23T13:00:00.000Z");
  expect(at("2026-11-20T12:59:59Z")).toBe("2026-11-23T13:00:00.000Z");
  expect(at("2026-11-20T13:00:01Z")).toBe("2026-11-23T14:00:00.000Z");
});
