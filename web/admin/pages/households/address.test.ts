import { expect, test } from "vitest";
import { every, filterOf, inputOf, paramsOf, type Filter } from "./address";

const read = (text: string) => filterOf(new URLSearchParams(text));

test("a filter comes back out of its address", () => {
  const filter: Filter = {
    search: "birch lane",
    state: "NOT_INVITED",
    groups: ["a", "b"],
    locations: ["c"],
  };
  const address = paramsOf(filter).toString();
  expect(address).toBe(
    "q=birch+lane&state=not-invited&group=a&group=b&location=c",
  );
  expect(read(address)).toEqual(filter);
});

test("all households have the plain address, and no filter", () => {
  expect(paramsOf(every).toString()).toBe("");
  expect(read("")).toEqual(every);
  expect(inputOf(every)).toBeUndefined();
  expect(inputOf({ ...every, search: "  " })).toBeUndefined();
});

test("what nobody knows is left out", () => {
  expect(read("state=gone&group=&group=a&group=a&sort=x")).toEqual({
    ...every,
    groups: ["a"],
  });
  expect(read(`q=${"x".repeat(300)}`).search).toHaveLength(100);
});

test("the filter as the API takes it", () => {
  expect(
    inputOf({ ...every, search: " park ", state: "REGISTERED", groups: ["a"] }),
  ).toEqual({ search: "park", states: ["REGISTERED"], groups: ["a"] });
});
