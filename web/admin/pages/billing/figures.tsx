import { Text } from "@mantine/core";
import { dateName } from "../../ui/chart-scale";
import type { Usage } from "./billing-queries";
import { unitWords } from "./unit-words";
import style from "./billing.module.css";

/** The numbers that the bill comes from, what is billed in front. */
export function Figures({ usage }: { usage: Usage }) {
  const words = unitWords[usage.unit];
  const bySeat = usage.unit === "CLIENT_SEAT";
  const peakDay = usage.days.find(({ billed }) => billed === usage.peak);
  return (
    <dl className={`card ${style["figures"]}`} aria-label="Now">
      <Figure
        title="Billed now"
        value={usage.current}
        note={words.count(usage.current)}
        front
      />
      <Figure
        title="Most in these days"
        value={usage.peak}
        note={
          peakDay && usage.peak > 0
            ? `First on ${dateName(peakDay.date)}`
            : "None yet"
        }
      />
      <Seats usage={usage} />
      {bySeat && (
        <Figure
          title="Registered households"
          value={usage.registeredHouseholds}
          note="Not billed: you are billed by seats."
        />
      )}
    </dl>
  );
}

function Figure(props: {
  title: string;
  value: number;
  note: string;
  front?: boolean;
}) {
  return (
    <div>
      <dt>{props.title}</dt>
      <dd>
        <span
          className={`${style["value"]} numbers`}
          data-front={props.front || undefined}
        >
          {props.value.toLocaleString()}
        </span>
        <Text size="sm" c="dimmed">
          {props.note}
        </Text>
      </dd>
    </div>
  );
}

/** Seats by client type. */
function Seats({ usage }: { usage: Usage }) {
  return (
    <div>
      <dt>Seats by client type</dt>
      <dd>
        {usage.unit !== "CLIENT_SEAT" && (
          <Text size="sm" c="dimmed">
            Not billed: you are billed by households.
          </Text>
        )}
        <ul className={style["seats"]}>
          {usage.seats.map(({ clientType, count }) => (
            <li key={clientType.key}>
              <span>{clientType.name}</span>
              <span className="numbers">{count.toLocaleString()}</span>
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}
