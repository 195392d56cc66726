// What is changed of a contact: a draft beside what is on file.

import type {
  ClientTypeKey,
  Stage,
  UpdateContactInput,
} from "../../gql/graphql";
import type { ContactDetail } from "./contact-queries";

/** A contact as it is being edited. */
export interface Draft {
  name: string;
  email: string;
  phone: string;
  address: string;
  stage: Stage;
  clientType: ClientTypeKey;
  location: string;
  trainer: string | null;
  programs: string[];
  groups: string[];
}

/** What of a contact can be edited. */
export type Editable = Pick<
  ContactDetail,
  | "id"
  | "name"
  | "email"
  | "phone"
  | "address"
  | "stage"
  | "location"
  | "trainer"
  | "programs"
  | "groups"
> & { clientType: { key: ClientTypeKey } };

/** What is on file, to start from. */
export function draftOf(contact: Editable): Draft {
  return {
    name: contact.name,
    email: contact.email ?? "",
    phone: contact.phone ?? "",
    address: contact.address ?? "",
    stage: contact.stage,
    clientType: contact.clientType.key,
    location: contact.location.id,
    trainer: contact.trainer?.id ?? null,
    programs: contact.programs.map(({ id }) => id),
    groups: contact.groups.map(({ id }) => id),
  };
}

/**
 * The changes from one draft to the other, for the server; null where there are
 * none. What is not touched is not sent, so that two who edit different fields
 * do not undo each other.
 */
export function changesOf(
  id: string,
  before: Draft,
  after: Draft,
): UpdateContactInput | null {
  const input: UpdateContactInput = { id };
  const clear: NonNullable<UpdateContactInput["clear"]> = [];
  const text = (field: "name" | "email" | "phone" | "address") => {
    const value = after[field].trim();
    if (value === before[field]) return;
    if (value !== "") input[field] = value;
    else clear.push(field.toUpperCase() as (typeof clear)[number]);
  };
  text("name");
  text("email");
  text("phone");
  text("address");
  if (after.stage !== before.stage) input.stage = after.stage;
  if (after.clientType !== before.clientType) {
    input.clientType = after.clientType;
  }
  if (after.location !== before.location) input.location = after.location;
  if (after.trainer !== before.trainer) {
    if (after.trainer) input.trainer = after.trainer;
    else clear.push("TRAINER");
  }
  if (!sameSet(before.programs, after.programs)) {
    input.programs = after.programs;
  }
  if (!sameSet(before.groups, after.groups)) input.groups = after.groups;
  if (clear.length > 0) input.clear = clear;
  return Object.keys(input).length > 1 ? input : null;
}

function sameSet(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((value) => b.includes(value));
}
