import { lazy, Suspense, useEffect } from "react";
import { Banner } from "./banner";
import { choose } from "./memory";
import { SignInPage } from "./sign-in-page";
import { useViewer } from "./use-viewer";

// The editor is large, and of no use to whoever is not signed in.
const Editor = lazy(() =>
  import("./editor").then(({ Editor }) => ({ default: Editor })),
);

/** The playground: the way in; then who one is, above the editor. */
export function App() {
  const { state, ask } = useViewer();
  const viewer = state.is === "known" ? state.viewer : null;
  const support = viewer?.membership.role === "SUPPORT";
  const { id, name } = viewer?.organization ?? {};

  // Staff work in their own organization, support in the one they pick.
  useEffect(() => {
    if (id && name) choose({ id, name });
    else if (viewer && !support) choose(null);
  }, [viewer, support, id, name]);

  if (state.is === "loading") {
    return (
      <main className="entrance">
        <p role="status">Looking who is signed in…</p>
      </main>
    );
  }
  if (state.is === "failed") {
    return (
      <main className="entrance">
        <p role="alert">{state.message}</p>
        <button type="button" onClick={ask}>
          Try again
        </button>
      </main>
    );
  }
  if (!viewer) return <SignInPage onSignedIn={ask} />;
  return (
    <>
      <Banner viewer={viewer} onChange={ask} />
      <main>
        <Suspense fallback={<p role="status">Loading the editor…</p>}>
          <Editor viewer={viewer.membership.id} onMutation={ask} />
        </Suspense>
      </main>
    </>
  );
}
