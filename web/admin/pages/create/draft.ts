// What is on the page, kept for this tab: it survives a reload and a look at
// another page.

import type { Attempt } from "../../data/attempt";
import type { ClientTypeKey, InviteWhen, Stage } from "../../gql/graphql";
import type { TextEdits } from "../send/texts";

/** What all of the list become. */
export interface Choices {
  stage: Stage;
  clientType: ClientTypeKey;
  /** Null for none. */
  program: string | null;
  groups: string[];
  /** Null for the first. */
  location: string | null;
  /** Null for nobody's clients. */
  trainer: string | null;
  invite: InviteWhen;
}

/** Everything that was typed and chosen. */
export interface Draft {
  /** The entries, in their order. */
  texts: string[];
  /** What was being typed. */
  typed: string;
  /** Entries beyond the limit, for the next time. */
  aside: string[];
  choices: Choices;
  edits: TextEdits;
  /** The call that may not have been answered. */
  attempt?: Attempt;
}

export const noChoices: Choices = {
  stage: "MEMBER",
  clientType: "FULL_ACCESS",
  program: null,
  groups: [],
  location: null,
  trainer: null,
  invite: "BY_TYPE",
};

export const noDraft: Draft = {
  texts: [],
  typed: "",
  aside: [],
  choices: noChoices,
  edits: {},
};

/** Where the draft of an organization's list is kept. */
export function draftKey(organization: string): string {
  return `usher.create.${organization}`;
}

/** The draft that was kept; what is not of its form counts as none. */
export function readDraft(kept: string | null): Draft {
  try {
    const draft = JSON.parse(kept ?? "null") as Partial<Draft> | null;
    if (!draft || !isTexts(draft.texts) || !isTexts(draft.aside)) {
      return noDraft;
    }
    return {
      ...noDraft,
      ...draft,
      choices: { ...noChoices, ...draft.choices },
    };
  } catch {
    return noDraft;
  }
}

function isTexts(value: unknown): value is string[] {
  return (
    Array.isArray(value) && value.every((text) => typeof text === "string")
  );
}

/** The choices without what does not exist any more. */
export function possible(
  choices: Choices,
  options: {
    programs: { id: string }[];
    groups: { id: string }[];
    locations: { id: string }[];
    staff: { id: string }[];
  },
): Choices {
  const among = (list: { id: string }[], id: string | null) =>
    list.some((one) => one.id === id) ? id : null;
  return {
    ...choices,
    program: among(options.programs, choices.program),
    groups: choices.groups.filter((id) => among(options.groups, id)),
    location: among(options.locations, choices.location),
    trainer: among(options.staff, choices.trainer),
  };
}

/** The choices with a change: what cannot be done is not left chosen. */
export function chosenWith(
  choices: Choices,
  change: Partial<Choices>,
): Choices {
  const next = { ...choices, ...change };
  return next.clientType === "OFFLINE" && next.invite === "NOW"
    ? { ...next, invite: "BY_TYPE" }
    : next;
}

const stages: Stage[] = ["PROSPECT", "TRIAL", "MEMBER"];
const types: ClientTypeKey[] = [
  "FULL_ACCESS",
  "FULL_ACCESS_ONE_WAY",
  "OFFLINE",
];

/** The choices that stand in an address, such as `?stage=TRIAL&program=…`. */
export function presetBy(params: URLSearchParams): Partial<Choices> {
  const stage = stages.find((s) => s === params.get("stage"));
  const clientType = types.find((t) => t === params.get("type"));
  const program = params.get("program");
  const location = params.get("location");
  return {
    ...(stage && { stage }),
    ...(clientType && { clientType }),
    ...(program && { program }),
    ...(location && { location }),
  };
}

/** The address's part that presets the choices. */
export function paramsOf(choices: Choices): Record<string, string> {
  const { stage, clientType, program, location } = choices;
  return {
    ...(stage !== noChoices.stage && { stage }),
    ...(clientType !== noChoices.clientType && { type: clientType }),
    ...(program && { program }),
    ...(location && { location }),
  };
}
