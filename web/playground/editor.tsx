import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import { DOC_EXPLORER_PLUGIN } from "@graphiql/plugin-doc-explorer";
import { GraphiQL } from "graphiql";
import { useMemo, useState } from "react";
import { createFetcher } from "./fetcher";
import { learn } from "./memory";
import { SHELF_PLUGIN } from "./shelf";

// No history plugin, and nothing kept beyond the browser's tab: variables hold
// passwords and codes.
const plugins = [SHELF_PLUGIN];
const storage = sessionStorage;

/** GraphiQL with the shelf of operations. */
export function Editor(props: {
  /** The membership that is open. */
  viewer: string;
  /** Called after each mutation: any of them may have signed somebody in or out. */
  onMutation: () => void;
}) {
  const { viewer, onMutation } = props;
  const [words, setWords] = useState("");
  // Another viewer may see another schema: a new fetcher makes GraphiQL ask again.
  const fetcher = useMemo(
    () =>
      createFetcher((name, kind, result) => {
        learn(name, result.data);
        if (kind === "mutation") onMutation();
      }, setWords),
    [viewer, onMutation],
  );
  return (
    <>
      <p role="status" className="connection">
        {words}
      </p>
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
    </>
  );
}
