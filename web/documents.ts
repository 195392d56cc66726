import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Plugin } from "vite";

const prefix = "virtual:document/";

/**
 * Puts each GraphQL document into the script that asks for it. The generated
 * `graphql()` looks documents up in one table by their text, so that every page
 * would load those of all, and the text of each beside it. `generated` is the
 * path of the file that has the documents.
 */
export function documents(generated: string): Plugin {
  let documentsByName = new Map<string, string>();
  return {
    name: "usher-documents",
    enforce: "pre",
    buildStart() {
      const exported =
        /^export const (\w+?)(?:Document|FragmentDoc) = (\{.*\}) as unknown as DocumentNode/gm;
      documentsByName = new Map(
        [...readFileSync(generated, "utf8").matchAll(exported)].map(
          ([, name, document]) => [name!, document!],
        ),
      );
    },
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      return `export default ${documentsByName.get(id.slice(prefix.length + 1))}`;
    },
    transform(code, id) {
      if (!/\.tsx?$/.test(id) || id.startsWith(dirname(generated)))
        return undefined;
      const imports: string[] = [];
      const replaced = code.replace(
        /\bgraphql\(\s*`([^`]*)`,?\s*\)/g,
        (_, text: string) => {
          const name =
            /\b(?:query|mutation|subscription|fragment)\s+(\w+)/.exec(
              text,
            )?.[1] ?? "";
          if (!documentsByName.has(name))
            this.error(
              `${id}: the document "${name}" was not generated; run codegen`,
            );
          imports.push(`import document${name} from "${prefix}${name}";`);
          return `document${name}`;
        },
      );
      // On the first line, so that the others keep their numbers.
      return imports.length > 0
        ? { code: imports.join("") + replaced, map: null }
        : undefined;
    },
  };
}
