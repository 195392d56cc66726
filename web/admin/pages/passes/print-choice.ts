// How passes were printed the last time, kept in this browser.

import type { PaperSize } from "../../gql/graphql";

/** Paper, and how many passes on each sheet. */
export interface PrintChoice {
  paper: PaperSize;
  perPage: number;
}

/** What fits on a sheet. */
export const layouts = [1, 4, 8] as const;

const key = "usher.passes.print";

/** Where Letter is the paper that offices have. */
const letterRegions = ["US", "CA", "MX", "PH", "CL", "CO", "VE"];

/** The usual: eight a sheet, on the paper of the region. */
export function usualFor(language: string): PrintChoice {
  const region = /-([A-Z]{2})\b/.exec(language)?.[1];
  const letter = region !== undefined && letterRegions.includes(region);
  return { paper: letter ? "LETTER" : "A4", perPage: 8 };
}

/**
 * Reads what was kept; the usual where nothing was, or what cannot be read: the
 * place belongs to the browser, where anybody may have written.
 */
export function readChoice(text: string | null, usual: PrintChoice) {
  try {
    const { paper, perPage } = JSON.parse(text ?? "") as PrintChoice;
    if (!["A4", "LETTER"].includes(paper)) return usual;
    if (!layouts.includes(perPage as 1)) return usual;
    return { paper, perPage };
  } catch {
    return usual;
  }
}

/** The choice of the last time, else the usual. */
export function lastChoice(): PrintChoice {
  return readChoice(localStorage.getItem(key), usualFor(navigator.language));
}

/** Keeps a choice for the next time. */
export function keepChoice(choice: PrintChoice): void {
  try {
    localStorage.setItem(key, JSON.stringify(choice));
  } catch {
    // Full or forbidden: the next time starts from the usual.
  }
}
