import type { ContactStatus } from "../gql/graphql";

/** Colors by meaning: gray waits for us, blue for them, green is done, orange and red need somebody. */
const contactColors: Record<ContactStatus, string> = {
  NOT_INVITED: "gray",
  QUEUED: "cyan",
  PENDING: "blue",
  ACCEPTED: "teal",
  DECLINED: "orange",
  EXPIRED: "orange",
  REVOKED: "gray",
  FAILED: "red",
  REGISTERED: "green",
};

/** Where a contact stands, in the organization's word. */
export function StatusChip(props: { status: ContactStatus; label: string }) {
  return (
    <Chip color={contactColors[props.status]} data-status={props.status}>
      {props.label}
    </Chip>
  );
}

/** A word in a color. The color is never the only sign. */
export function Chip(props: {
  color: string;
  children: string;
  "data-status"?: string;
}) {
  const { color, children, ...rest } = props;
  return (
    // A plain element: a list draws thousands of these.
    <span className="chip" data-color={color} {...rest}>
      {children}
    </span>
  );
}
