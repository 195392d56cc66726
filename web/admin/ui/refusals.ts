import type { CombinedError } from "urql";
import type { UserErrorCode } from "../gql/graphql";
import { explain } from "./load";

/** An expected refusal, as every mutation answers it. */
export interface Refusal {
  code: UserErrorCode;
  field?: string | null;
  message: string;
}

/** What a form shows of refusals: those of its fields beside them, the rest above. */
export interface Refused {
  /** Messages by the name of the field. */
  fields: Record<string, string>;
  /** Messages that belong to no field of the form. */
  general: string[];
}

/** Nothing was refused. */
export const accepted: Refused = { fields: {}, general: [] };

/**
 * Sorts refusals to the fields of a form. `names` maps the last steps of a
 * refusal's path, such as `email` or `invitation.subject`, to the form's names.
 */
export function refusedBy(
  refusals: Refusal[],
  names: Record<string, string>,
  error?: CombinedError,
): Refused {
  const refused: Refused = { fields: {}, general: [] };
  for (const { field, message } of refusals) {
    const path = field?.replace(/^input\./, "") ?? "";
    const name = names[path] ?? names[path.split(".").at(-1) ?? ""];
    if (!name) refused.general.push(message);
    else {
      const before = refused.fields[name];
      refused.fields[name] = before ? `${before} ${message}` : message;
    }
  }
  if (error) refused.general.push(explain(error));
  return refused;
}

/**
 * refusedBy for a call that carries an idempotency key: when its answer is
 * lost, it can be made again and does nothing twice.
 */
export function refusedOnce(
  refusals: Refusal[],
  names: Record<string, string>,
  error?: CombinedError,
): Refused {
  if (!error?.networkError) return refusedBy(refusals, names, error);
  return {
    fields: {},
    general: [
      navigator.onLine
        ? "No answer arrived. Try again: nothing is done twice."
        : "You are offline. Try again when you are back: nothing is done twice.",
    ],
  };
}
