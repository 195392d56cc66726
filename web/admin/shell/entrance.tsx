import {
  Anchor,
  Button,
  Center,
  Loader,
  Stack,
  Text,
  Title,
  VisuallyHidden,
} from "@mantine/core";
import { useEffect, useRef, type ReactNode } from "react";
import { useMutation, useQuery } from "urql";
import { isStaff, type Staff } from "../data/viewer";
import { refreshMutation, signOutMutation, viewerQuery } from "../data/session";
import { Failure } from "../ui/load";
import { SignInForm } from "./sign-in-form";

/**
 * Lets staff in. Everybody else is told where their place is; the address stays
 * as it was, so that a deep link opens after signing in.
 */
export function Entrance(props: {
  onAccent: (color: string) => void;
  onSignedIn: () => void;
  children: (viewer: Staff) => ReactNode;
}) {
  const { onAccent } = props;
  const [{ data, error, fetching }, ask] = useQuery({ query: viewerQuery });
  const [renewal, renewSignIn] = useMutation(refreshMutation);
  const renewed = useRef(false);
  const viewer = data?.viewer;

  // Somebody who comes back after the access token has run out still holds the
  // one that renews it.
  useEffect(() => {
    if (data && !data.viewer && !renewed.current) {
      renewed.current = true;
      void renewSignIn({}).then(() => ask({ requestPolicy: "network-only" }));
    }
  }, [data, renewSignIn, ask]);
  useEffect(() => {
    if (viewer?.organization) onAccent(viewer.organization.accentColor);
  }, [viewer?.organization?.accentColor, onAccent]);

  if (viewer && isStaff(viewer)) {
    // Another membership is another organization: nothing of the one before stays.
    return <div key={viewer.membership.id}>{props.children(viewer)}</div>;
  }
  if (viewer)
    return (
      <Elsewhere role={viewer.membership.role} onLeft={props.onSignedIn} />
    );
  if (error) {
    return (
      <Centered>
        <Failure
          error={error}
          onRetry={() => ask({ requestPolicy: "network-only" })}
        />
      </Centered>
    );
  }
  if (fetching || renewal.fetching || !renewed.current) {
    return (
      <Centered>
        <VisuallyHidden component="h1">Loading…</VisuallyHidden>
        <Loader role="presentation" mx="auto" />
      </Centered>
    );
  }
  return (
    <Centered>
      <Title order={1} ta="center">
        Sign in to Usher
      </Title>
      <SignInForm onSignedIn={props.onSignedIn} />
      <Text size="sm" c="dimmed" ta="center">
        For staff. Were you invited as a client?{" "}
        <Anchor href="/join" inherit underline="always">
          Join here
        </Anchor>
        .
      </Text>
    </Centered>
  );
}

/** For those whose place is not this app. */
function Elsewhere(props: { role: string; onLeft: () => void }) {
  const [, signOut] = useMutation(signOutMutation);
  const support = props.role === "SUPPORT";
  return (
    <Centered>
      <Title order={1} ta="center">
        {support ? "Support works in the playground" : "This app is for staff"}
      </Title>
      <Text ta="center">
        {support
          ? "The admin app belongs to one organization's staff."
          : "You are signed in as a client."}
      </Text>
      {support && (
        <Button component="a" href="/playground/">
          Open the playground
        </Button>
      )}
      <Button
        variant="default"
        onClick={() => void signOut({}).then(props.onLeft)}
      >
        Sign out
      </Button>
    </Centered>
  );
}

function Centered(props: { children: ReactNode }) {
  return (
    <Center component="main" mih="100dvh" p="md">
      <Stack w="100%" maw={380} gap="lg">
        {props.children}
      </Stack>
    </Center>
  );
}
