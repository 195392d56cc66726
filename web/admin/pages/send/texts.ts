// What an invitation says: limits, where it starts from, what was changed.

import type {
  Channel,
  ChannelRule,
  InvitationTextInput,
} from "../../gql/graphql";

/** The texts of an invitation that a person can edit. */
export type TextField = "subject" | "body" | "button";

/** Most characters of each text, as the server counts them: code points. */
export const limits: Record<TextField, number> = {
  subject: 150,
  body: 5000,
  button: 40,
};

/** What the server fills in, and the words for it. */
export const placeholders: [token: string, name: string][] = [
  ["{{name}}", "Name"],
  ["{{organization}}", "Organization"],
];

/** Texts and channels as they stand in the form. */
export interface Texts extends Record<TextField, string> {
  channels: ChannelRule;
}

/** What was changed; everything else is left to the server. */
export type TextEdits = Partial<Texts>;

/** How many characters a text has. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** Changes one field; a field that is as it started counts as not changed. */
export function edit<Field extends keyof Texts>(
  edits: TextEdits,
  start: TextEdits,
  field: Field,
  value: Texts[Field],
): TextEdits {
  const { [field]: _before, ...rest } = edits;
  return value === start[field] ? rest : { ...rest, [field]: value };
}

/** What a mutation is told of the texts: nothing where nothing was changed. */
export function inputOf(edits: TextEdits): InvitationTextInput | undefined {
  return Object.keys(edits).length > 0 ? edits : undefined;
}

/** The rule that asks for exactly these channels. */
export function ruleOf(channels: Channel[]): ChannelRule {
  if (channels.length !== 1) return "ALL_AVAILABLE";
  return channels[0] === "EMAIL" ? "EMAIL_ONLY" : "SMS_ONLY";
}

/** Puts a token in place of what is selected, and says where the caret then is. */
export function insert(
  text: string,
  from: number,
  to: number,
  token: string,
): { text: string; caret: number } {
  return {
    text: text.slice(0, from) + token + text.slice(to),
    caret: from + token.length,
  };
}
