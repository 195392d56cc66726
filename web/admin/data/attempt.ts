/** One try at a mutation: what was asked, and the key that makes it happen once. */
export interface Attempt {
  /** The input as JSON, without the key. */
  input: string;
  key: string;
}

/**
 * The attempt for an input. The same input keeps its key, so that a retry after
 * a lost connection is answered as the first call was, and does nothing twice;
 * another input is another action and gets a key of its own.
 */
export function attemptFor(
  before: Attempt | undefined,
  input: unknown,
): Attempt {
  const text = JSON.stringify(input);
  return before?.input === text
    ? before
    : { input: text, key: crypto.randomUUID() };
}
