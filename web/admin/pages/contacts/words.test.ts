import { expect, test } from "vitest";
import { channelsOf, countWords, eventTitle, filled, plural } from "./words";

test("the plural of a stage's word", () => {
  const words = {
    Member: "Members",
    Client: "Clients",
    Trainee: "Trainees",
    Family: "Families",
    Boy: "Boys",
    Boss: "Bosses",
    Coach: "Coaches",
    Residents: "Residents",
    "VIP client": "VIP clients",
    会員: "会員",
    Mitglied2: "Mitglied2",
    Häftling: "Häftling",
  };
  for (const [one, many] of Object.entries(words)) {
    expect(plural(one)).toBe(many);
  }
});

test("counts in words", () => {
  expect(countWords({ value: 7, exact: true })).toBe("7");
  expect(countWords({ value: 500, exact: false })).toBe("500+");
});

test("events name their message", () => {
  expect(eventTitle({ kind: "MESSAGE_SENT", channel: "SMS" })).toBe(
    "Text message sent",
  );
  expect(eventTitle({ kind: "MESSAGE_FAILED", channel: null })).toBe(
    "Message did not arrive",
  );
  expect(eventTitle({ kind: "INVITATION_SENT", channel: "EMAIL" })).toBe(
    "Invitation open",
  );
});

test("a subject is read as its recipient reads it", () => {
  const values = { name: "Ana", organization: "Gym & Co" };
  expect(filled("{{name}}, join {{ organization }}!", values)).toBe(
    "Ana, join Gym & Co!",
  );
  expect(filled("{{other}} $1 {{name}}", { ...values, name: "$&" })).toBe(
    "{{other}} $1 $&",
  );
});

test("channels in one phrase", () => {
  expect(channelsOf(["EMAIL", "SMS"])).toBe("Email and text message");
  expect(channelsOf(["SMS"])).toBe("Text message");
});
