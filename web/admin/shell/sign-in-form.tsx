import { Alert, Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useMutation } from "urql";
import { signInMutation } from "../data/session";
import { accepted, refusedBy } from "../ui/refusals";

/** Email and password. What was typed stays when it is refused. */
export function SignInForm(props: { email?: string; onSignedIn: () => void }) {
  const [{ fetching }, signIn] = useMutation(signInMutation);
  const [refused, setRefused] = useState(accepted);
  const [email, setEmail] = useState(props.email ?? "");
  const [password, setPassword] = useState("");

  async function submit(event: FormEvent) {
    event.preventDefault();
    const answer = await signIn({
      input: { email, password, transport: "COOKIE" },
    });
    const refusals = answer.data?.signIn.userErrors ?? [];
    if (answer.error || refusals.length > 0) {
      setRefused(refusedBy(refusals, { email: "email" }, answer.error));
    } else props.onSignedIn();
  }

  return (
    <form onSubmit={submit}>
      <Stack>
        {refused.general.map((message) => (
          <Alert key={message} color="red" variant="light" role="alert">
            {message}
          </Alert>
        ))}
        <TextInput
          label="Email"
          type="email"
          name="email"
          autoComplete="username"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={refused.fields["email"]}
          readOnly={props.email !== undefined}
          autoFocus={props.email === undefined}
        />
        <PasswordInput
          label="Password"
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoFocus={props.email !== undefined}
          visibilityToggleButtonProps={{
            "aria-label": "Show password",
            tabIndex: 0,
            "aria-hidden": false,
          }}
        />
        <Button type="submit" loading={fetching} fullWidth>
          Sign in
        </Button>
      </Stack>
    </form>
  );
}
