import { Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { useLiveState, type LiveState } from "../data/live";

const words: Record<LiveState, string> = {
  following: "Live",
  connecting: "Reconnecting… What you see may be out of date.",
  offline: "You are offline. What you see may be out of date.",
};

/** Says whether the screen follows what happens. A short cut is not worth words. */
export function ConnectionBar() {
  const state = useLiveState();
  const [shown, setShown] = useState<LiveState>("following");
  useEffect(() => {
    const timer = setTimeout(
      () => setShown(state),
      state === "following" ? 0 : 1500,
    );
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <Text
      role="status"
      size="sm"
      className="connection"
      data-state={shown}
      truncate
    >
      {words[shown]}
    </Text>
  );
}
