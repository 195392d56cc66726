// What the forms of the settings have in common.

import { flushSync } from "react-dom";

/**
 * Draws what was refused and puts the focus on the first of it, so that one
 * need not look for it.
 */
export function showRefused(form: HTMLElement | null, draw: () => void): void {
  flushSync(draw);
  const refused = form?.querySelector<HTMLElement>(
    '[aria-invalid="true"], [data-refused] :is(input, button, textarea)',
  );
  refused?.focus();
  // What stands at the edges of the screen must not cover it.
  refused?.scrollIntoView({ block: "center" });
}
