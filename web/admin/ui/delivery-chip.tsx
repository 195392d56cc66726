import type { DeliveryState } from "../gql/graphql";
import { Chip } from "./chips";

const words: Record<DeliveryState, [word: string, color: string]> = {
  SCHEDULED: ["Waits", "gray"],
  DISPATCHING: ["On its way", "cyan"],
  SENT: ["Sent", "blue"],
  DELIVERED: ["Delivered", "green"],
  DEFERRED: ["Tried again later", "orange"],
  BOUNCED: ["Bounced", "red"],
  COMPLAINED: ["Complained", "red"],
  SUPPRESSED: ["Held back", "orange"],
  SKIPPED: ["No address", "gray"],
  FAILED: ["Failed", "red"],
  CANCELLED: ["Cancelled", "gray"],
};

/** Where one message stands. */
export function DeliveryChip(props: { state: DeliveryState }) {
  const [word, color] = words[props.state];
  return <Chip color={color}>{word}</Chip>;
}
