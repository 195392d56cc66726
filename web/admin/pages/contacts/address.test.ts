import { expect, test } from "vitest";
import {
  byName,
  everybody,
  filterOf,
  inputOf,
  paramsOf,
  sameFilter,
  sortOf,
  type Filter,
} from "./address";

const read = (address: string) => filterOf(new URLSearchParams(address));

test("a filter survives its address", () => {
  const filter: Filter = {
    search: "ana & co",
    statuses: ["NOT_INVITED", "EXPIRED"],
    stages: ["TRIAL"],
    clientTypes: ["OFFLINE"],
    programs: ["p1", "p2"],
    groups: ["g"],
    locations: ["l"],
    trainers: ["t"],
    households: ["h1", "h2"],
    joinedBy: ["ACCESS_PASS", "HOUSEHOLD"],
    inHousehold: false,
    expiresBefore: "2026-11-22T08:00:00Z",
    archived: true,
  };
  const params = paramsOf(filter, { field: "EXPIRES_AT", direction: "DESC" });
  const again = new URLSearchParams(params.toString());
  expect(filterOf(again)).toEqual(filter);
  expect(sortOf(again)).toEqual({ field: "EXPIRES_AT", direction: "DESC" });
});

test("everybody by name has no parameters and no filter", () => {
  expect(paramsOf(everybody, byName).toString()).toBe("");
  expect(inputOf(everybody)).toBeUndefined();
  expect(inputOf({ ...everybody, search: "   " })).toBeUndefined();
});

test("what an address cannot mean is left out", () => {
  const filter = read(
    "status=NOPE&status=QUEUED&stage=member&type=&expires=soon&archived=yes&joined=FOOT&inhousehold=maybe",
  );
  expect(filter).toEqual({ ...everybody, statuses: ["QUEUED"] });
  expect(sortOf(new URLSearchParams("sort=age&dir=desc"))).toEqual(byName);
});

test("those of a household, those of none, and both are three things", () => {
  expect(inputOf(read("inhousehold=1"))).toEqual({ inHousehold: true });
  expect(inputOf(read("inhousehold=0"))).toEqual({ inHousehold: false });
  expect(inputOf(read("inhousehold="))).toBeUndefined();
  expect(sameFilter(read("inhousehold=0"), everybody)).toBe(false);
});

test("a search that is too long is cut, not refused", () => {
  expect(read(`q=${"x".repeat(300)}`).search).toHaveLength(100);
});

test("filters are the same in whatever order they name things", () => {
  expect(
    sameFilter(
      { ...everybody, programs: ["a", "b"], stages: ["MEMBER"] },
      { ...everybody, stages: ["MEMBER"], programs: ["b", "a"] },
    ),
  ).toBe(true);
  expect(
    sameFilter(
      { ...everybody, programs: ["a"] },
      { ...everybody, groups: ["a"] },
    ),
  ).toBe(false);
});
