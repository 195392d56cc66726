import { useState } from "react";

/** Runs something that may fail; `done` is called when it did not. */
export function useAction(done: () => void) {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState("");
  function run(action: () => Promise<void>) {
    setPending(true);
    setProblem("");
    action()
      .then(done, (error: Error) => setProblem(error.message))
      .finally(() => setPending(false));
  }
  return { pending, problem, run };
}
