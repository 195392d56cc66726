// What answers have told, for the variables of later operations: ids, and the
// email of the client who registered. Kept as long as the browser's tab.

import { operations, recall, type Memory } from "./operations";

const key = "usher:memory";

/** What is remembered. */
export function memory(): Memory {
  return JSON.parse(sessionStorage.getItem(key) ?? "{}");
}

/** Takes from an answer what its operation says is worth remembering. */
export function learn(operationName: string | null, data: unknown): void {
  const operation = operations.find((o) => o.name === operationName);
  if (!operation?.remember.length) return;
  const known = { ...memory(), ...recall(operation, data) };
  sessionStorage.setItem(key, JSON.stringify(known));
}
