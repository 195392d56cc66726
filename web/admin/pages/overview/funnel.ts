// From the file into the app, as shares.

/** How many came so far. */
export interface FunnelStep {
  key: "created" | "invited" | "sent" | "registered";
  label: string;
  count: number;
  /** Of the largest step, 0 to 1: how long it is drawn. */
  length: number;
  /**
   * Of the step before, 0 to 1. Null for the first step, where the step before
   * is empty, and where there are more than there: they took that step earlier.
   */
  share: number | null;
}

const labels: [FunnelStep["key"], string][] = [
  ["created", "Put on file"],
  ["invited", "Invited"],
  ["sent", "Sent"],
  ["registered", "Registered"],
];

/** The steps in order. */
export function stepsOf(
  funnel: Record<FunnelStep["key"], number>,
): FunnelStep[] {
  const largest = Math.max(...labels.map(([key]) => funnel[key]));
  return labels.map(([key, label], index) => {
    const count = funnel[key];
    const before = index > 0 ? funnel[labels[index - 1]![0]] : 0;
    return {
      key,
      label,
      count,
      length: largest === 0 ? 0 : count / largest,
      share: before > 0 && count <= before ? count / before : null,
    };
  });
}

/** A share for people; what is not nothing, and not all, never looks so. */
export function percentWords(share: number, locale?: string): string {
  const percent = new Intl.NumberFormat(locale, { style: "percent" });
  if (share > 0 && share < 0.01) return `< ${percent.format(0.01)}`;
  if (share < 1 && share > 0.99) return `> ${percent.format(0.99)}`;
  return percent.format(share);
}
