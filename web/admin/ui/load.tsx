// One way to load, to fail, to wait, to be empty.

import {
  Alert,
  Button,
  Center,
  Group,
  Skeleton,
  Stack,
  Text,
  VisuallyHidden,
} from "@mantine/core";
import { ExclamationTriangleIcon } from "@radix-ui/react-icons";
import { useEffect, useRef, type ReactNode } from "react";
import type { AnyVariables, CombinedError, UseQueryState } from "urql";
import { codeOf } from "../data/client";

/**
 * Shows what a query found, or that it is on its way, or why it failed. Data
 * that is there stays on the screen while it is asked for again, also when that
 * fails.
 */
export function Loaded<Data, Variables extends AnyVariables>(props: {
  result: UseQueryState<Data, Variables>;
  onRetry: () => void;
  /** What holds the place while waiting, of the size of what will stand there. */
  skeleton?: ReactNode;
  children: (data: Data) => ReactNode;
}) {
  const { data, error, operation } = props.result;
  // A cut takes the data out of the result, though the question is the same.
  const last = useRef<{ data: Data; key?: number }>(undefined);
  if (data) last.current = { data, key: operation?.key };
  const kept =
    error?.networkError && last.current?.key === operation?.key
      ? last.current?.data
      : undefined;
  const shown = data ?? kept;
  return (
    <>
      {error && <Failure error={error} onRetry={props.onRetry} />}
      {shown
        ? props.children(shown)
        : !error && (props.skeleton ?? <Waiting lines={4} />)}
    </>
  );
}

/** Holds the place of what is on its way. */
export function Waiting(props: { lines?: number; height?: number }) {
  const { lines = 1, height = 20 } = props;
  return (
    <Stack gap="sm" role="status">
      <VisuallyHidden>Loading…</VisuallyHidden>
      {Array.from({ length: lines }, (_, n) => (
        <Skeleton key={n} height={height} aria-hidden />
      ))}
    </Stack>
  );
}

/**
 * Says why something failed and offers to try again, which it does by itself
 * when a cut connection is back.
 */
export function Failure(props: { error: CombinedError; onRetry?: () => void }) {
  const retry = useRef(props.onRetry);
  useEffect(() => {
    retry.current = props.onRetry;
  });
  const cut = props.error.networkError !== undefined;
  useEffect(() => {
    if (!cut) return;
    const again = () => retry.current?.();
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, [cut]);
  return (
    <Alert
      color="red"
      variant="light"
      role="alert"
      icon={<ExclamationTriangleIcon />}
      title="This did not work"
    >
      <Group justify="space-between" gap="sm">
        <Text size="sm">{explain(props.error)}</Text>
        {props.onRetry && (
          <Button variant="default" onClick={props.onRetry}>
            Try again
          </Button>
        )}
      </Group>
    </Alert>
  );
}

/** Says that there is nothing, and what to do about it. */
export function Empty(props: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <Center py={48}>
      <Stack align="center" gap="xs" maw={420}>
        <Text fw={600} ta="center">
          {props.title}
        </Text>
        {props.children && (
          <Text c="dimmed" ta="center" size="sm">
            {props.children}
          </Text>
        )}
        {props.action}
      </Stack>
    </Center>
  );
}

/** An error in words for the person. */
export function explain(error: CombinedError): string {
  if (error.networkError) {
    return navigator.onLine
      ? "The server cannot be reached. What you see may be out of date."
      : "You are offline. What you see may be out of date.";
  }
  const [first] = error.graphQLErrors;
  switch (codeOf(error)) {
    case "RATE_LIMITED": {
      const seconds = first?.extensions?.["retryAfterSeconds"];
      return typeof seconds === "number"
        ? `Too many attempts. Try again in ${seconds} seconds.`
        : "Too many attempts. Try again in a minute.";
    }
    case "NOT_FOUND":
      return "This does not exist, or you may not see it.";
    case "INTERNAL":
      return `Something went wrong on our side. If it stays, tell support this number: ${first?.extensions?.["id"] ?? "none"}.`;
  }
  return first?.message ?? error.message;
}
