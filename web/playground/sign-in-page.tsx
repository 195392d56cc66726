import type { FormEvent } from "react";
import { signIn } from "./session";
import { useAction } from "./use-action";

/** The way in, for whoever is not signed in. */
export function SignInPage(props: { onSignedIn: () => void }) {
  const { pending, problem, run } = useAction(props.onSignedIn);
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    run(() =>
      signIn(String(fields.get("email")), String(fields.get("password"))),
    );
  }
  return (
    <main className="entrance">
      <form onSubmit={onSubmit} aria-labelledby="title">
        <h1 id="title">Usher playground</h1>
        <p>
          For support and staff: ask the API directly, in your own name and with
          your own rights.
        </p>
        {problem && <p role="alert">{problem}</p>}
        <label htmlFor="email">Email</label>
        <input
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          required
          autoFocus
        />
        <label htmlFor="password">Password</label>
        <input
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
        <button disabled={pending}>
          {pending ? "Signing in…" : "Sign in"}
        </button>
      </form>
    </main>
  );
}
