// What becomes of an accent color: where text stands on it or is written in
// it, it is made darker or lighter until it can be read.

import chroma from "chroma-js";
import { legible } from "../../ui/theme";

/** The backgrounds of the two schemes. */
const papers = { light: "#ffffff", dark: "#1a1b1e" };

/** How a color is shown in one scheme. */
export interface Sample {
  scheme: "light" | "dark";
  /** The background of a button with white words. */
  button: string;
  /** The color of words. */
  text: string;
  /** How well the two can be read, and what was changed for it. */
  words: string;
}

const pattern = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i;

/** Returns a typed color as `#rrggbb`, also where the # is missing; null where it is none. */
export function colorOf(typed: string): string | null {
  const match = pattern.exec(typed.trim());
  return match ? chroma(match[1]!).hex() : null;
}

/** Returns how the color is shown, light and dark. */
export function samplesOf(color: string): Sample[] {
  const button = legible(color, papers.light);
  return (["light", "dark"] as const).map((scheme) => {
    const text = legible(color, papers[scheme]);
    return {
      scheme,
      button,
      text,
      words:
        `Words on the button ${ratio(button, "#ffffff")}, words in the color ${ratio(text, papers[scheme])}.` +
        adjusted(color, text, scheme),
    };
  });
}

function adjusted(
  color: string,
  text: string,
  scheme: Sample["scheme"],
): string {
  if (text.toLowerCase() === color.toLowerCase()) return "";
  const how = scheme === "light" ? "darker" : "lighter";
  return ` Your color alone would be hard to read here, so words are ${how}.`;
}

/** A contrast as WCAG writes it, with what it is worth (2.2, 1.4.3 and 1.4.6). */
function ratio(a: string, b: string): string {
  const contrast = chroma.contrast(a, b);
  const worth = contrast >= 7 ? "very well" : "well";
  return `${(Math.floor(contrast * 10) / 10).toFixed(1)} to 1: read ${worth}`;
}
