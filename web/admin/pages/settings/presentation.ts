// How an organization presents itself, as the form holds it.

import type { Language, UpdateOrganizationInput } from "../../gql/graphql";
import { colorOf } from "./contrast";
import { base64Of } from "./logo";

/** The fields of the form. */
export interface Presentation {
  name: string;
  supportContact: string;
  accentColor: string;
  /** Of what is printed. */
  language: Language;
  /** The address of the logo, or a new one as `data:`; null without one. */
  logo: string | null;
}

/** The fields in which two presentations differ. */
export function differing(
  before: Presentation,
  now: Presentation,
): (keyof Presentation)[] {
  return (Object.keys(before) as (keyof Presentation)[]).filter((field) =>
    field === "accentColor"
      ? (colorOf(before[field]) ?? before[field]) !==
        (colorOf(now[field]) ?? now[field])
      : before[field] !== now[field],
  );
}

/** Returns what is sent to get from one presentation to another: only what differs. */
export function presentationInput(
  before: Presentation,
  now: Presentation,
  ownColor: string,
): UpdateOrganizationInput {
  const input: UpdateOrganizationInput = {};
  const clear: NonNullable<UpdateOrganizationInput["clear"]> = [];
  for (const field of differing(before, now)) {
    if (field === "logo") {
      if (now.logo === null) clear.push("LOGO");
      else input.logo = base64Of(now.logo);
    } else if (field === "accentColor" && colorOf(now[field]) === ownColor) {
      clear.push("ACCENT_COLOR");
    } else if (field === "accentColor") {
      input[field] = colorOf(now[field]) ?? now[field];
    } else Object.assign(input, { [field]: now[field] });
  }
  if (clear.length > 0) input.clear = clear as typeof input.clear;
  return input;
}
