import { expect, test } from "vitest";
import type { Language } from "../../gql/graphql";
import { differing, presentationInput } from "./presentation";

const before = {
  name: "Iron Temple",
  supportContact: "desk@iron.example",
  accentColor: "#aa0000",
  language: "EN" as Language,
  logo: "/logo/1?v=2",
};
const own = "#2f6f4f";

test("only what differs is sent", () => {
  const now = { ...before, name: "Iron Temple Gym", accentColor: "#AA0000" };
  expect(differing(before, now)).toEqual(["name"]);
  expect(presentationInput(before, now, own)).toEqual({
    name: "Iron Temple Gym",
  });
});

test("a color without its # is understood; what is none goes as it is typed", () => {
  const typed = (accentColor: string) =>
    presentationInput(before, { ...before, accentColor }, own);
  expect(typed("00aa00")).toEqual({ accentColor: "#00aa00" });
  expect(typed("green")).toEqual({ accentColor: "green" });
});

test("own color and no logo are cleared", () => {
  const now = { ...before, accentColor: own, logo: null };
  expect(presentationInput(before, now, own)).toEqual({
    clear: ["ACCENT_COLOR", "LOGO"],
  });
});

test("another language is sent as it is called", () => {
  const now = { ...before, language: "DE" as const };
  expect(presentationInput(before, now, own)).toEqual({ language: "DE" });
});

test("a new logo goes without its prefix", () => {
  const now = { ...before, logo: "data:image/png;base64,AAEC" };
  expect(presentationInput(before, now, own)).toEqual({ logo: "AAEC" });
});
