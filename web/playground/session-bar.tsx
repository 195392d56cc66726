import { useEffect, useState, type FormEvent } from "react";
import { fetchViewer, signIn, signOut, type Viewer } from "./session";

type State =
  | { is: "loading" }
  | { is: "failed"; message: string }
  | { is: "known"; viewer: Viewer | null };

interface Props {
  /** Counts mutations run in the editor; any of them may have signed somebody in or out. */
  changes: number;
  /** Told the membership of who is signed in, null for nobody. */
  onViewer: (membership: string | null) => void;
}

/** The bar at the top: who is signed in, and a way in and out. */
export function SessionBar({ changes, onViewer }: Props) {
  const [state, setState] = useState<State>({ is: "loading" });
  const [asked, setAsked] = useState(0);
  const ask = () => setAsked((n) => n + 1);

  useEffect(() => {
    let stale = false;
    fetchViewer().then(
      (viewer) => {
        if (stale) return;
        setState({ is: "known", viewer });
        onViewer(viewer?.membership.id ?? null);
      },
      (error: Error) => {
        if (!stale) setState({ is: "failed", message: error.message });
      },
    );
    return () => {
      stale = true;
    };
  }, [changes, asked, onViewer]);

  return (
    <header className="bar">
      <h1>Usher playground</h1>
      {state.is === "loading" && <p role="status">Looking who is signed in…</p>}
      {state.is === "failed" && (
        <p role="alert">
          {state.message}{" "}
          <button type="button" onClick={ask}>
            Try again
          </button>
        </p>
      )}
      {state.is === "known" &&
        (state.viewer ? (
          <SignedIn viewer={state.viewer} onChange={ask} />
        ) : (
          <SignInForm onChange={ask} />
        ))}
    </header>
  );
}

function SignedIn(props: { viewer: Viewer; onChange: () => void }) {
  const { account, membership, organization } = props.viewer;
  const { pending, problem, run } = useAction(props.onChange);
  return (
    <>
      <p role="status">
        Signed in as <strong>{account.name}</strong> ({account.email}),{" "}
        {membership.role}
        {organization && ` at ${organization.name}`}
      </p>
      <button type="button" disabled={pending} onClick={() => run(signOut)}>
        Sign out
      </button>
      {problem && <p role="alert">{problem}</p>}
    </>
  );
}

function SignInForm(props: { onChange: () => void }) {
  const { pending, problem, run } = useAction(props.onChange);
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    run(() =>
      signIn(String(fields.get("email")), String(fields.get("password"))),
    );
  }
  return (
    <form onSubmit={onSubmit}>
      <p role="status">Nobody is signed in.</p>
      <label>
        Email{" "}
        <input name="email" type="email" autoComplete="username" required />
      </label>
      <label>
        Password{" "}
        <input
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
      </label>
      <button disabled={pending}>{pending ? "Signing in…" : "Sign in"}</button>
      {problem && <p role="alert">{problem}</p>}
    </form>
  );
}

/** Runs something that may fail; `done` is called when it did not. */
function useAction(done: () => void) {
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
