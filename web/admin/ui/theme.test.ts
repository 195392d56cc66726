import chroma from "chroma-js";
import { expect, test } from "vitest";
import { themeOf, variablesOf } from "./theme";

const hues = Array.from({ length: 24 }, (_, n) => n * 15);
const accents = hues.flatMap((hue) =>
  [0.05, 0.35, 0.65, 0.95].map((light) => chroma.hsl(hue, 0.8, light).hex()),
);

test.each(["light", "dark"] as const)(
  "accent-colored text reads on its tints, whatever the accent: %s",
  (scheme) => {
    for (const accent of accents) {
      const colors = variablesOf(accent)(themeOf(accent) as never)[scheme];
      const text = colors["--mantine-color-accent-light-color"]!;
      for (const name of ["light", "light-hover"]) {
        const tint = colors[`--mantine-color-accent-${name}`]!;
        expect(
          chroma.contrast(text, tint),
          `${accent} on ${name}`,
        ).toBeGreaterThanOrEqual(4.5);
      }
    }
  },
);
