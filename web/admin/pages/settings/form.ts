// What the forms of the settings have in common.

/** Puts the focus where the first refusal stands, so that one need not look for it. */
export function focusFirstError(form: HTMLElement | null): void {
  // After the next paint: the refusals are drawn by then.
  requestAnimationFrame(() =>
    form
      ?.querySelector<HTMLElement>(
        '[aria-invalid="true"], [data-refused] :is(input, button, textarea)',
      )
      ?.focus(),
  );
}
