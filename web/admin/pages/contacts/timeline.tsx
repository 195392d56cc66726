import { Text, Title } from "@mantine/core";
import { useWords } from "../../data/viewer";
import { When } from "../../ui/when";
import type { DetailInvitation } from "./contact-queries";
import { eventTitle, reasonWords } from "./words";
import classes from "./contact.module.css";

type Event = DetailInvitation["timeline"][number];

/** What happened to the invitation, newest first: what, when, who, why. */
export function Timeline(props: {
  events: Event[];
  zone: string;
  /** The level of its heading: one below what it stands under. */
  order?: 2 | 3;
}) {
  return (
    <div>
      <Title order={props.order ?? 3} size="h5" mb="xs">
        What happened
      </Title>
      {props.events.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nothing yet, or you may not see it.
        </Text>
      ) : (
        <ol className={classes.timeline}>
          {props.events.map((event) => (
            <Happening key={event.id} event={event} zone={props.zone} />
          ))}
        </ol>
      )}
    </div>
  );
}

function Happening(props: { event: Event; zone: string }) {
  const { event, zone } = props;
  const words = useWords();
  const moved = event.to && event.to !== event.from;
  return (
    <li data-to={event.to ?? undefined}>
      <Text size="sm" fw={550}>
        {eventTitle(event)}
      </Text>
      <Text size="sm" c="dimmed" component="div">
        <When at={event.at} zone={zone} precision="second" />
        {" · "}
        {event.actor}
        {moved && ` · now ${words.status(event.to!)}`}
      </Text>
      {event.reason && <Text size="sm">{reasonWords(event.reason)}</Text>}
    </li>
  );
}
