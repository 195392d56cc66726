import { DOC_EXPLORER_PLUGIN } from "@graphiql/plugin-doc-explorer";
import { GraphiQL } from "graphiql";
import { useMemo, useState } from "react";
import { createFetcher } from "./fetcher";
import { learn } from "./memory";
import { SessionBar } from "./session-bar";
import { SHELF_PLUGIN } from "./shelf";

// No history plugin, and nothing kept beyond the browser's tab: variables hold
// passwords and codes.
const plugins = [SHELF_PLUGIN];
const storage = sessionStorage;

/** The playground: who is signed in above, GraphiQL with the shelf of operations below. */
export function App() {
  const [changes, setChanges] = useState(0);
  const [viewer, setViewer] = useState<string | null>(null);

  // Another viewer may see another schema: a new fetcher makes GraphiQL ask again.
  const fetcher = useMemo(
    () =>
      createFetcher((name, kind, result) => {
        learn(name, result.data);
        if (kind === "mutation") setChanges((n) => n + 1);
      }),
    [viewer],
  );

  return (
    <>
      <SessionBar changes={changes} onViewer={setViewer} />
      <main>
        <GraphiQL
          fetcher={fetcher}
          plugins={plugins}
          referencePlugin={DOC_EXPLORER_PLUGIN}
          visiblePlugin={SHELF_PLUGIN}
          storage={storage}
          forcedTheme="system"
          defaultEditorToolsVisibility="variables"
          defaultQuery=""
        />
      </main>
    </>
  );
}
