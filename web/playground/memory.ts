// What answers have told, for the variables of later operations: ids, and the
// email of the client who registered. Kept as long as the browser's tab.

import { operations, recall, type Memory } from "./operations";
import type { Organization } from "./session";

const key = "usher:memory";
const organizationKey = "usher:organization";
const listeners = new Set<() => void>();

/** What is remembered; `organization` is the one that is worked in. */
export function memory(): Memory {
  const known: Memory = JSON.parse(sessionStorage.getItem(key) ?? "{}");
  const organization = chosen();
  return organization ? { ...known, organization: [organization.id] } : known;
}

/** Takes from an answer what its operation says is worth remembering. */
export function learn(operationName: string | null, data: unknown): void {
  const operation = operations.find((o) => o.name === operationName);
  if (!operation?.remember.length) return;
  const { organization: _, ...known } = memory();
  Object.assign(known, recall(operation, data));
  sessionStorage.setItem(key, JSON.stringify(known));
}

/** The organization that is worked in; null where none is chosen. */
export function chosen(): Organization | null {
  return JSON.parse(sessionStorage.getItem(organizationKey) ?? "null");
}

/** Works in an organization from now on. What was remembered of another one is forgotten. */
export function choose(organization: Organization | null): void {
  const before = chosen();
  if (before?.id === organization?.id && before?.name === organization?.name) {
    return;
  }
  if (before && before.id !== organization?.id) sessionStorage.removeItem(key);
  sessionStorage.setItem(organizationKey, JSON.stringify(organization));
  for (const tell of listeners) tell();
}

/** Calls back when another organization is worked in; returns how to stop. */
export function onChoice(tell: () => void): () => void {
  listeners.add(tell);
  return () => void listeners.delete(tell);
}
