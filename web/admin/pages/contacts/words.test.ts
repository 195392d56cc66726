import { expect, test } from "vitest";
import { countWords, counted, plural } from "./words";

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
  expect(counted(1, "contact")).toBe("1 contact");
  expect(counted(2, "contact")).toBe("2 contacts");
});
