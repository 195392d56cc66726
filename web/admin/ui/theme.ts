// The look: Mantine's parts in one accent color, the organization's.

import { generateColors } from "@mantine/colors-generator";
import {
  Button,
  createTheme,
  Modal,
  type CSSVariablesResolver,
  type MantineThemeOverride,
} from "@mantine/core";
import chroma from "chroma-js";

/** Backgrounds that accent-colored text stands on. */
const paper = { light: "#ffffff", dark: "#1a1b1e" };

/** WCAG 2.2, 1.4.3: text against its background. */
const textContrast = 4.5;

/**
 * Behind white text, on buttons that destroy. The accent's shade is every
 * color's: of red it may be one on which white does not read.
 */
const danger = {
  "--mantine-color-red-filled": "#c01f1f",
  "--mantine-color-red-filled-hover": "#a81a1a",
};

/** Returns the theme in the given accent color, `#rrggbb`. */
export function themeOf(accent: string): MantineThemeOverride {
  const color = chroma.valid(accent) ? accent : "#2f6f4f";
  return createTheme({
    colors: { accent: generateColors(legible(color, "#ffffff")) },
    primaryColor: "accent",
    primaryShade: { light: closest(color), dark: closest(color) },
    autoContrast: true,
    defaultRadius: "md",
    fontFamily:
      'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif',
    fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, monospace",
    headings: {
      fontWeight: "650",
      sizes: { h1: { fontSize: "1.625rem", lineHeight: "1.25" } },
    },
    cursorType: "pointer",
    respectReducedMotion: true,
    components: {
      Button: Button.extend({ defaultProps: { size: "sm" } }),
      Modal: Modal.extend({
        defaultProps: {
          closeButtonProps: { "aria-label": "Close" },
          // A page has one banner, and a dialog's header is none.
          attributes: { header: { role: "presentation" } },
        },
      }),
    },
  });
}

/** Custom properties for accent-colored text, which Mantine takes from the accent as it is. */
export function variablesOf(accent: string): CSSVariablesResolver {
  const color = chroma.valid(accent) ? accent : "#2f6f4f";
  // Under the pointer a button gets darker; the next shade would be lighter
  // where the accent is the darkest of them.
  const hover = chroma(legible(color, "#ffffff")).darken(0.35).hex();
  const text = (background: string) => ({
    "--mantine-primary-color-light": tint(color, background, 0.1),
    "--mantine-color-accent-light": tint(color, background, 0.1),
    "--mantine-primary-color-light-hover": tint(color, background, 0.12),
    "--mantine-color-accent-light-hover": tint(color, background, 0.12),
    "--mantine-color-anchor": legible(color, background),
    "--mantine-primary-color-filled-hover": hover,
    "--mantine-color-accent-filled-hover": hover,
    // Also on the tints that such a button has, and takes under the pointer.
    "--mantine-primary-color-light-color": legible(color, background, 6.5),
    "--mantine-color-accent-light-color": legible(color, background, 6.5),
    "--mantine-color-accent-text": legible(color, background),
    "--mantine-color-accent-outline": legible(color, background),
    "--usher-accent-text": legible(color, background),
  });
  return () => ({
    variables: {},
    light: {
      ...danger,
      ...text(paper.light),
      // Mantine's gray for secondary text misses 4.5:1 on its own gray.
      "--mantine-color-dimmed": "#5c636a",
      "--mantine-color-placeholder": "#6b7280",
      "--mantine-color-error": "#c01f1f",
    },
    dark: {
      ...danger,
      ...text(paper.dark),
      "--mantine-color-dimmed": "#a6adb5",
      "--mantine-color-placeholder": "#8b929a",
      "--mantine-color-error": "#ff8787",
    },
  });
}

/** What a button of accent-colored text stands on: the text still reads. */
function tint(color: string, background: string, share: number): string {
  return chroma.mix(background, legible(color, background), share, "rgb").hex();
}

/** The color, darkened or lightened until it reads on the background. */
export function legible(
  color: string,
  background: string,
  contrast = textContrast,
): string {
  const dark = chroma(background).luminance() < 0.5;
  let result = chroma(color);
  for (let n = 0; n < 40; n++) {
    if (chroma.contrast(result, background) >= contrast) break;
    result = dark ? result.brighten(0.15) : result.darken(0.15);
  }
  return result.hex();
}

/** Which of the ten shades is the color itself. */
function closest(color: string): 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 {
  const shown = legible(color, "#ffffff");
  const distances = generateColors(shown).map((shade) =>
    chroma.distance(shade, shown),
  );
  return distances.indexOf(Math.min(...distances)) as 0;
}
