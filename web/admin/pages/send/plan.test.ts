import { expect, test } from "vitest";
import { finishOf, groupSkipped, nameOf, sendLabel, sentMessage } from "./plan";

function skip(id: string, code: string, message = code) {
  return {
    __typename: "SkippedContact" as const,
    contact: {
      __typename: "Contact" as const,
      id,
      name: id,
      email: null,
      phone: null,
    },
    error: { __typename: "UserError" as const, code: code as never, message },
  };
}

test("the skipped are sorted by reason, the most frequent first", () => {
  const groups = groupSkipped([
    skip("Ann", "OFFLINE_CLIENT"),
    skip("Bo", "ALREADY_REGISTERED", "Bo has joined already."),
    skip("Cy", "ALREADY_REGISTERED", "Cy has joined already."),
  ]);
  expect(groups.map((g) => [g.reason, g.contacts.map((c) => c.id)])).toEqual([
    ["Joined already", ["Bo", "Cy"]],
    ["Offline clients are never invited", ["Ann"]],
  ]);
});

test("a reason without words of ours is the server's", () => {
  expect(groupSkipped([skip("Ann", "NEW", "Another reason.")])[0]?.reason).toBe(
    "Another reason.",
  );
});

test("who has no name is called by an address", () => {
  const nobody = { name: "", email: null, phone: null };
  expect(nameOf({ ...nobody, phone: "+14155550123" })).toBe("+14155550123");
  expect(nameOf({ ...nobody, name: "Ann", email: "a@b.example" })).toBe("Ann");
  expect(nameOf(nobody)).toBe("No name");
});

test("all is done a pace after the last one left", () => {
  expect(finishOf("2026-11-20T08:59:30Z", 60)).toBe("2026-11-20T09:00:30.000Z");
});

test("the button says how many", () => {
  expect(sendLabel("INVITE", 1)).toBe("Queue 1 invitation");
  expect(sendLabel("INVITE", 12)).toBe("Queue 12 invitations");
  expect(sendLabel("RESEND", 12)).toBe("Send again to 12");
});

test("the notice counts the skipped where there are any", () => {
  expect(sentMessage(1, 0)).toBe("1 invitation waits to leave.");
  expect(sentMessage(12, 3)).toBe("12 invitations wait to leave, 3 skipped.");
});
