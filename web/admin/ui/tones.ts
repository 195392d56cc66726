// What is drawn of many invitations. A state has one color in every drawing,
// and a pattern, so that nobody has to tell it by the color alone.

import type { ContactStatus } from "../gql/graphql";
import styles from "./tones.module.css";

/** What a state is drawn in. */
export type Tone =
  | "done"
  | "sent"
  | "waiting"
  | "expired"
  | "declined"
  | "withdrawn"
  | "failed"
  | "left"
  | "none";

/** The class that gives an element with `data-tone` its color as `--tone` and its pattern as background. */
export const toneClass = styles["tone"]!;

/** The tone of each status of a contact. */
export const toneOf: Record<ContactStatus, Tone> = {
  NOT_INVITED: "none",
  QUEUED: "waiting",
  PENDING: "sent",
  ACCEPTED: "left",
  DECLINED: "declined",
  EXPIRED: "expired",
  REVOKED: "withdrawn",
  FAILED: "failed",
  REGISTERED: "done",
};
