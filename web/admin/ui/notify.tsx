import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";

/**
 * Says that something was done. Where it can be undone, the offer stays for
 * ten seconds; notifications are a live region, so a screen reader says it.
 */
export function notifyDone(message: string, undo?: () => void): void {
  const id = crypto.randomUUID();
  const takeBack = () => {
    notifications.hide(id);
    undo?.();
  };
  notifications.show({
    id,
    color: "green",
    autoClose: undo ? 10_000 : 5_000,
    message: undo ? (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button variant="default" size="compact-sm" onClick={takeBack}>
          Undo
        </Button>
      </Group>
    ) : (
      message
    ),
  });
}

/** Says that something was not done, and why. It stays until it is closed. */
export function notifyRefused(message: string): void {
  notifications.show({
    color: "red",
    autoClose: false,
    title: "Not done",
    message,
  });
}
