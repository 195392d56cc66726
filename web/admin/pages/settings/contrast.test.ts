import chroma from "chroma-js";
import { expect, test } from "vitest";
import { colorOf, samplesOf } from "./contrast";

test("a color is read as people type it", () => {
  expect(colorOf(" #2F6F4F ")).toBe("#2f6f4f");
  expect(colorOf("2f6f4f")).toBe("#2f6f4f");
  expect(colorOf("#abc")).toBe("#aabbcc");
  for (const none of ["", "#12", "red", "#12345g", "rgb(1,2,3)"]) {
    expect(colorOf(none)).toBeNull();
  }
});

test("whatever the color, its words can be read", () => {
  const papers = { light: "#ffffff", dark: "#1a1b1e" };
  for (const color of ["#ffffff", "#ffff00", "#000000", "#2f6f4f", "#ff00ff"]) {
    for (const { scheme, button, text } of samplesOf(color)) {
      expect(chroma.contrast(button, "#ffffff")).toBeGreaterThanOrEqual(4.5);
      expect(chroma.contrast(text, papers[scheme])).toBeGreaterThanOrEqual(4.5);
    }
  }
});

test("it is said where the color was changed, and only there", () => {
  const [light, dark] = samplesOf("#2f6f4f");
  expect(light!.words).not.toContain("darker");
  expect(dark!.words).toContain("words are lighter");
});
