import { expect, test } from "vitest";
import { fillIn, inOrganization, operations, unfilled } from "./operations";

test("the road begins with signing in and ends with signing out", () => {
  const names = operations.map((operation) => operation.name);
  expect(names.slice(0, 5)).toEqual([
    "SignIn",
    "Viewer",
    "ValidateContacts",
    "CreateContacts",
    "InviteContacts",
  ]);
  expect(names.at(-1)).toBe("SignOut");
});

test("what is known is filled in, the rest stays as it is written", () => {
  const variables = { id: "<contact>", all: "<contact[]>", batch: "<batch>" };
  expect(fillIn(variables, { contact: ["a", "b"] })).toEqual({
    id: "a",
    all: ["a", "b"],
    batch: "<batch>",
  });
});

test("what is not filled in is told, before the server is asked", () => {
  expect(unfilled(undefined)).toBeNull();
  expect(unfilled({ input: { name: "a < b > c", list: ["x"] } })).toBeNull();
  expect(unfilled({ input: { organization: "<organization>" } })).toMatch(
    /Pick an organization/,
  );
  expect(unfilled({ input: { contacts: "<contact[]>" } })).toMatch(/<contact>/);
});

test("another organization takes the place of the one before, and of nothing else", () => {
  const json = '{"organization": "<organization>", "x": "old"}';
  expect(inOrganization(json, "new", undefined)).toBe(
    '{"organization": "new", "x": "old"}',
  );
  expect(inOrganization('{"o": "old", "x": "older"}', "new", "old")).toBe(
    '{"o": "new", "x": "older"}',
  );
});
