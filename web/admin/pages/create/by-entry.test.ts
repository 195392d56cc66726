import { expect, test } from "vitest";
import type { Refusal } from "../../ui/refusals";
import { byEntry } from "./by-entry";

function refusal(field: string, message: string): Refusal {
  return { code: "INVALID", field, message };
}

test("refusals of entries are told by their place, without saying it again", () => {
  const { entries, others } = byEntry([
    refusal("input.text.2", 'Entry 3 ("x (y): z"): An email needs an @.'),
    refusal("input.contacts.0.email", "Entry 1 needs an address."),
    refusal("input.program", "No such program."),
    refusal("input.text", "At most 200 at once."),
  ]);
  expect([...entries]).toEqual([
    [2, "An email needs an @."],
    [0, "Entry 1 needs an address."],
  ]);
  expect(others.map((r) => r.field)).toEqual(["input.program", "input.text"]);
});
