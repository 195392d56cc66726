import { Anchor, Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { navigate } from "wouter/use-browser-location";

const closeButtonProps = { "aria-label": "Close" };

/** Where to see what was done, such as "/sending". */
export interface Place {
  to: string;
  label: string;
}

/**
 * Says that something was done. Where it can be undone, the offer stays for
 * ten seconds; notifications are a live region, so a screen reader says it.
 * Returns how to take the notification away where it is true no more.
 */
export function notifyDone(
  message: string,
  undo?: () => void,
  place?: Place,
): () => void {
  const id = crypto.randomUUID();
  const hide = () => void notifications.hide(id);
  const takeBack = () => {
    hide();
    undo?.();
  };
  notifications.show({
    id,
    color: "green",
    autoClose: undo ? 10_000 : 5_000,
    closeButtonProps,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">
          {message} {place && <PlaceLink {...place} />}
        </Text>
        {undo && (
          <Button
            variant="default"
            size="compact-sm"
            flex="none"
            onClick={takeBack}
          >
            Undo
          </Button>
        )}
      </Group>
    ),
  });
  return hide;
}

/** A link of the app, for where its router does not reach. */
function PlaceLink({ to, label }: Place) {
  const href = `/admin${to}`;
  return (
    <Anchor
      href={href}
      inherit
      underline="always"
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        navigate(href);
      }}
    >
      {label}
    </Anchor>
  );
}

/** Says that something was not done, and why. It stays until it is closed. */
export function notifyRefused(message: string): void {
  notifications.show({
    color: "red",
    autoClose: false,
    closeButtonProps,
    title: "Not done",
    message: (
      // In the place of a description it would be too faint to read.
      <Text size="sm" c="var(--mantine-color-text)">
        {message}
      </Text>
    ),
  });
}
