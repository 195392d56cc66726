import { cacheExchange, type Cache } from "@urql/exchange-graphcache";
import type { Exchange } from "urql";

/**
 * Answers of which only the last counts. Under their arguments, which may be
 * long texts, every record in them would get a key as long.
 */
const lastOnly = ["ContactValidation", "InvitePreview"];

/** Records are found again by their id; everything else belongs to its parent. */
function keyOf(record: { __typename?: string; id?: unknown }): string | null {
  if (lastOnly.includes(record.__typename ?? "")) return "last";
  return typeof record.id === "string" ? record.id : null;
}

/** What a mutation makes stale: fields of the query root, which are then asked for again. */
const stale: Record<string, string[]> = {
  createContacts: [
    "contacts",
    "households",
    "householdSuggestions",
    "invitationBatches",
    "viewer",
  ],
  inviteContacts: ["invitationBatches"],
  resendInvitations: ["invitationBatches"],
  cancelBatch: ["invitationBatches"],
  generateAccessPasses: ["accessPassRuns"],
  createHousehold: ["households", "householdSuggestions"],
  updateHousehold: ["households", "householdSuggestions"],
  deleteHousehold: ["households", "householdSuggestions"],
  dismissHouseholdSuggestion: ["householdSuggestions"],
  inviteHouseholds: ["households", "invitationBatches"],
};

/** What a mutation makes stale within the organization. */
const staleOfOrganization: Record<string, string[]> = {
  createGroup: ["groups"],
  deleteGroup: ["groups"],
  createProgram: ["programs"],
  createLocation: ["locations"],
  updatePolicy: ["policy", "locations", "clientTypes"],
  addStaff: ["staff"],
  removeStaff: ["staff"],
};

/** The normalized cache. */
export function cache(): Exchange {
  const updates: Record<string, (r: unknown, a: unknown, c: Cache) => void> =
    {};
  for (const [mutation, fields] of Object.entries(stale)) {
    updates[mutation] = (_result, _args, cache) => invalidate(cache, fields);
  }
  for (const [mutation, fields] of Object.entries(staleOfOrganization)) {
    updates[mutation] = (_result, _args, cache) => {
      for (const organization of organizationsIn(cache)) {
        for (const field of fields) cache.invalidate(organization, field);
      }
    };
  }
  const ofOrganization = updates["updatePolicy"];
  updates["updatePolicy"] = (result, args, cache) => {
    // A location's effective values follow the organization's.
    for (const location of locationsIn(cache)) {
      cache.invalidate(location, "policy");
    }
    ofOrganization?.(result, args, cache);
  };
  return cacheExchange({
    keys: new Proxy({}, { get: () => keyOf }),
    updates: { Mutation: updates },
    resolvers: {
      Query: {
        contact: (_parent, args, cache) =>
          known(cache, "Contact", args["id"]) ??
          cache.resolve("Query", "contact", args),
      },
    },
  });
}

/**
 * A record asked for by its id is the one that a list has brought already;
 * undefined where none has.
 */
function known(cache: Cache, type: string, id: unknown) {
  const record = { __typename: type, id: id as string };
  return cache.resolve(record, "id") ? record : undefined;
}

/** Forgets the given fields of the query root, whatever their arguments. */
function invalidate(cache: Cache, fields: string[]): void {
  for (const field of cache.inspectFields("Query")) {
    if (fields.includes(field.fieldName)) {
      cache.invalidate("Query", field.fieldKey);
    }
  }
}

/** The organization that the viewer looks at. */
function organizationsIn(cache: Cache): string[] {
  const viewer = cache.resolve("Query", "viewer") as string | null;
  const organization = cache.resolve(viewer, "organization") as string | null;
  return organization ? [organization] : [];
}

/** The locations of that organization, as far as they were asked for. */
function locationsIn(cache: Cache): string[] {
  return organizationsIn(cache).flatMap(
    (organization) =>
      (cache.resolve(organization, "locations") as string[] | undefined) ?? [],
  );
}
