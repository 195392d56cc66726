import {
  useGraphiQL,
  useGraphiQLActions,
  type GraphiQLPlugin,
} from "@graphiql/react";
import { useEffect, useRef } from "react";
import { chosen, memory, onChoice } from "./memory";
import {
  fillIn,
  inOrganization,
  operations,
  takesText,
  textOf,
  withText,
  type Operation,
  type Variables,
} from "./operations";

/** The pane of ready operations, in the order of the road through the product. */
export const SHELF_PLUGIN: GraphiQLPlugin = {
  title: "Operations",
  icon: ListIcon,
  content: Shelf,
};

function Shelf() {
  useSystemTheme();
  const { ready, current, text, open, setText } = useEditors();

  return (
    <section className="shelf" aria-labelledby="shelf-title">
      <h2 id="shelf-title">Operations</h2>
      <p>Open one, then press the run button (Ctrl-Enter).</p>
      <ol>
        {operations.map((operation) => {
          const isOpen = operation.name === current;
          return (
            <li key={operation.name}>
              <button
                type="button"
                aria-current={isOpen ? "step" : undefined}
                disabled={!ready}
                onClick={() => open(operation)}
              >
                {operation.title}
              </button>
              {isOpen && (
                <div className="step">
                  <p>{inCode(operation.help)}</p>
                  {takesText(operation) && (
                    <PasteBox text={text} onChange={setText} />
                  )}
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** Takes a list as people have it; quotes and line breaks need no care. */
function PasteBox(props: {
  /** The variable's text; null when the variables cannot be read. */
  text: string | null;
  onChange: (text: string) => void;
}) {
  return (
    <>
      <label htmlFor="paste">Paste a list</label>
      <textarea
        id="paste"
        rows={6}
        spellCheck={false}
        value={props.text ?? ""}
        disabled={props.text === null}
        aria-describedby="paste-state"
        onChange={(event) => props.onChange(event.target.value)}
      />
      <p id="paste-state" role="status">
        {props.text === null
          ? inCode(
              "The variables are not valid JSON with a `text`. Mend them first.",
            )
          : inCode(
              `The variable \`text\` has ${props.text.length.toLocaleString("en")} characters.`,
            )}
      </p>
    </>
  );
}

/** The editors of the tab on top, as the shelf uses them. */
function useEditors() {
  const actions = useGraphiQLActions();
  const { tabs, activeTabIndex, queryEditor, variableEditor } = useGraphiQL(
    (s) => ({
      tabs: s.tabs,
      activeTabIndex: s.activeTabIndex,
      queryEditor: s.queryEditor,
      variableEditor: s.variableEditor,
    }),
  );
  // The variables as the shelf filled them in: what differs, a person edited.
  const filled = useRef<Record<string, string>>({});
  const tab = tabs[activeTabIndex];
  const current = tab?.operationName ?? null;
  const variables = parseVariables(tab?.variables);

  function write(variables: Variables): string {
    const json = JSON.stringify(variables, null, 2);
    variableEditor?.setValue(json);
    actions.updateActiveTabValues({ variables: json });
    return json;
  }

  /** Shows the operation: in its own tab, else in an empty one, else in a new one. */
  function open(operation: Operation) {
    actions.stop(); // or a subscription would go on writing into another tab
    const index = tabs.findIndex((t) => t.operationName === operation.name);
    if (index >= 0) {
      if (index !== activeTabIndex) actions.changeTab(index);
    } else {
      if (current !== null) actions.addTab();
      queryEditor?.setValue(operation.query);
      actions.updateActiveTabValues({
        query: operation.query,
        operationName: operation.name,
      });
    }
    const kept = index >= 0 && tabs[index]?.variables;
    if (kept && kept !== filled.current[operation.name]) return;
    filled.current[operation.name] = write(
      fillIn(operation.variables, memory()),
    );
  }

  useChoice((organization, before) => {
    const shown = tab?.variables;
    const next = shown && inOrganization(shown, organization, before);
    if (!next || next === shown) return;
    variableEditor?.setValue(next);
    actions.updateActiveTabValues({ variables: next });
    if (current && filled.current[current] === shown) {
      filled.current[current] = next;
    }
  });

  /** Puts text into the variables on screen. */
  function setText(text: string) {
    if (variables) write(withText(variables, text));
  }

  // What is written before the editors are there, they never show.
  const ready = Boolean(queryEditor && variableEditor);
  return { ready, current, text: textOf(variables), open, setText };
}

/** Tells when another organization is worked in, and which it was before. */
function useChoice(tell: (id: string, before: string | undefined) => void) {
  const latest = useRef(tell);
  useEffect(() => {
    latest.current = tell;
  });
  useEffect(() => {
    let before = chosen()?.id;
    return onChoice(() => {
      const id = chosen()?.id;
      if (id && id !== before) latest.current(id, before);
      before = id ?? before;
    });
  }, []);
}

function parseVariables(json: string | null | undefined): Variables | null {
  try {
    const value: unknown = JSON.parse(json || "{}");
    return typeof value === "object" ? (value as Variables | null) : null;
  } catch {
    return null;
  }
}

/** Follows the system from light to dark also while the page is open. */
function useSystemTheme() {
  const { setTheme } = useGraphiQLActions();
  useEffect(() => {
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const follow = () => setTheme(null);
    dark.addEventListener("change", follow);
    return () => dark.removeEventListener("change", follow);
  }, [setTheme]);
}

/** Text with what stands in backticks as code. */
function inCode(text: string) {
  return text
    .split("`")
    .map((part, i) => (i % 2 === 1 ? <code key={i}>{part}</code> : part));
}

function ListIcon() {
  return (
    <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden>
      <path d="M2 4h1M2 8h1M2 12h1M6 4h8M6 8h8M6 12h8" strokeWidth="1.5" />
    </svg>
  );
}
