import { useCallback, useEffect, useState } from "react";
import { fetchViewer, type Viewer } from "./session";

/** Who is signed in, as far as that is known. */
export type ViewerState =
  | { is: "loading" }
  | { is: "failed"; message: string }
  | { is: "known"; viewer: Viewer | null };

/** Asks who is signed in, and again whenever `ask` is called. */
export function useViewer(): { state: ViewerState; ask: () => void } {
  const [state, setState] = useState<ViewerState>({ is: "loading" });
  const [asked, setAsked] = useState(0);
  const ask = useCallback(() => setAsked((n) => n + 1), []);
  useEffect(() => {
    let stale = false;
    fetchViewer().then(
      (viewer) => !stale && setState({ is: "known", viewer }),
      (error: Error) => {
        // Who is known stays on the screen while the server is away.
        if (stale) return;
        setState((before) =>
          before.is === "known"
            ? before
            : { is: "failed", message: error.message },
        );
      },
    );
    return () => {
      stale = true;
    };
  }, [asked]);
  return { state, ask };
}
