// The ready operations of the shelf: operations/NN-name.graphql with its
// variables beside it in NN-name.json. The leading comment of the first holds
// the title, then what to do, then what to remember of the answer.

/** One ready operation. */
export interface Operation {
  /** Its GraphQL name, which is unique among the operations. */
  name: string;
  title: string;
  /** What to do, in a sentence or two. */
  help: string;
  query: string;
  variables: Variables;
  /** Values of the answer that fill in the variables of later operations. */
  remember: { name: string; path: string[] }[];
}

export type Variables = Record<string, unknown>;

/** Remembered values by name, each a list. */
export type Memory = Record<string, unknown[]>;

const sources = import.meta.glob<string>("./operations/*.graphql", {
  eager: true,
  query: "?raw",
  import: "default",
});
const variables = import.meta.glob<Variables>("./operations/*.json", {
  eager: true,
  import: "default",
});

/** Every operation, in the order of the road through the product. */
export const operations: Operation[] = Object.keys(sources)
  .sort()
  .map((file) =>
    parseOperation(
      sources[file]!,
      variables[file.replace(/\.graphql$/, ".json")] ?? {},
    ),
  );

function parseOperation(source: string, variables: Variables): Operation {
  const lines = source.split("\n");
  const end = lines.findIndex((line) => !line.startsWith("#"));
  const [title = "", ...rest] = lines
    .slice(0, end)
    .map((line) => line.slice(1).trim());
  const query = lines.slice(end).join("\n").trim() + "\n";
  return {
    name: /^(?:query|mutation|subscription)\s+(\w+)/m.exec(query)?.[1] ?? title,
    title,
    help: rest.filter((line) => !line.startsWith("@")).join(" "),
    query,
    variables,
    remember: rest
      .filter((line) => line.startsWith("@remember "))
      .map((line) => {
        const [, name = "", path = ""] = line.split(/\s+/);
        return { name, path: path.split(".") };
      }),
  };
}

/** What an answer adds to the memory; a value that is missing leaves the old one. */
export function recall(operation: Operation, data: unknown): Memory {
  const found: Memory = {};
  for (const { name, path } of operation.remember) {
    const values = valuesAt(data, path);
    if (values.length > 0) found[name] = values;
  }
  return found;
}

/** The values at a path; lists on the way are walked, nulls left out. */
function valuesAt(value: unknown, path: string[]): unknown[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((v) => valuesAt(v, path));
  const [key, ...rest] = path;
  if (key === undefined) return [value];
  return valuesAt((value as Record<string, unknown>)[key], rest);
}

/** How a value that is to be filled in is written. */
const placeholder = /^<(\w+)(\[\])?>$/;

/**
 * Variables with what is remembered filled in: `"<name>"` becomes the first
 * value, `"<name[]>"` the list. What is not known yet stays as it is written.
 */
export function fillIn<T>(value: T, memory: Memory): T {
  return JSON.parse(JSON.stringify(value), (_key, v: unknown) => {
    const match = typeof v === "string" && placeholder.exec(v);
    const known = match && memory[match[1]!];
    return known ? (match[2] ? known : known[0]) : v;
  });
}

/** What is still to be filled in, in words; null where nothing is. */
export function unfilled(variables: unknown): string | null {
  let name: string | undefined;
  JSON.stringify(variables ?? null, (_key, v: unknown) => {
    name ??= typeof v === "string" ? placeholder.exec(v)?.[1] : undefined;
    return v;
  });
  if (!name) return null;
  return name === "organization"
    ? "Pick an organization above first, or put its id into the variables in place of <organization>."
    : `Nothing is known for <${name}> yet: run the operation of the shelf that finds it, or put a value into the variables.`;
}

/** Puts the organization that is worked in into variables as text, for the placeholder or for the one before. */
export function inOrganization(
  json: string,
  organization: string,
  before: string | undefined,
): string {
  const filled = json.replaceAll('"<organization>"', `"${organization}"`);
  return before
    ? filled.replaceAll(`"${before}"`, `"${organization}"`)
    : filled;
}

/** Whether the operation takes pasted text. */
export function takesText(operation: Operation): boolean {
  return textOf(operation.variables) !== null;
}

/** The variable that takes pasted text; null when there is none. */
export function textOf(variables: Variables | null): string | null {
  const text = variables && textHolder(variables)?.["text"];
  return typeof text === "string" ? text : null;
}

/** Puts pasted text into the variable that takes it. */
export function withText(variables: Variables, text: string): Variables {
  const copy = structuredClone(variables);
  const holder = textHolder(copy);
  if (holder) holder["text"] = text;
  return copy;
}

function textHolder(variables: Variables): Variables | undefined {
  return [variables, variables["input"]].find(
    (v): v is Variables => typeof v === "object" && v !== null && "text" in v,
  );
}
