import type { CombinedError } from "urql";
import { explain } from "../../ui/load";
import type { Refusal } from "../../ui/refusals";

/** Why a mutation of a single field was not done, in words; null when it was. */
export function refusalOf(answer: {
  userErrors?: Refusal[];
  error?: CombinedError;
}): string | null {
  if (answer.error) return explain(answer.error);
  return answer.userErrors?.map((e) => e.message).join(" ") || null;
}
