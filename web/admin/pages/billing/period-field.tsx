import { Button, Group, SegmentedControl, TextInput } from "@mantine/core";
import { useEffect, useState, type FormEvent } from "react";
import { daysOf, missing, type Days, type PeriodChoice } from "./period";
import style from "./billing.module.css";

/** Chooses the days: a month, or a first and a last day. */
export function PeriodField(props: {
  choice: PeriodChoice;
  today: string;
  /** Why the days were refused, by field. */
  refused: Partial<Days>;
  onChoose: (choice: PeriodChoice) => void;
}) {
  const { choice, today, onChoose } = props;
  const days = daysOf(choice, today);
  return (
    <section className={style["period"]} aria-label="Period">
      <SegmentedControl
        aria-label="Period"
        data={[
          { value: "this", label: "This month" },
          { value: "last", label: "Last month" },
          { value: "own", label: "Own range" },
        ]}
        value={choice.kind}
        onChange={(kind) =>
          onChoose(
            kind === "own"
              ? { kind, ...days }
              : { kind: kind as "this" | "last" },
          )
        }
      />
      {choice.kind === "own" && (
        <OwnDays
          days={days}
          today={today}
          refused={props.refused}
          onChoose={(own) => onChoose({ kind: "own", ...own })}
        />
      )}
    </section>
  );
}

function OwnDays(props: {
  days: Days;
  today: string;
  refused: Partial<Days>;
  onChoose: (days: Days) => void;
}) {
  const { from, to } = props.days;
  const [typed, setTyped] = useState<Days>({ from, to });
  const [lacking, setLacking] = useState<Partial<Days>>({});
  // The address may change by other ways, such as going back.
  useEffect(() => setTyped({ from, to }), [from, to]);
  const edited = typed.from !== from || typed.to !== to;
  // What was refused is said of what was asked, not of what is being typed.
  const errors = edited ? lacking : { ...props.refused, ...lacking };
  function edit(part: Partial<Days>) {
    setTyped((now) => ({ ...now, ...part }));
    setLacking({});
  }
  function show(event: FormEvent) {
    event.preventDefault();
    const found = missing(typed);
    setLacking(found);
    if (Object.keys(found).length === 0) props.onChoose(typed);
  }
  return (
    <form onSubmit={show} noValidate>
      <Group gap="sm" align="flex-start">
        <TextInput
          type="date"
          label="First day"
          value={typed.from}
          max={props.today}
          onChange={(event) => edit({ from: event.currentTarget.value })}
          error={errors.from}
          className={style["day"]}
        />
        <TextInput
          type="date"
          label="Last day"
          value={typed.to}
          max={props.today}
          onChange={(event) => edit({ to: event.currentTarget.value })}
          error={errors.to}
          className={style["day"]}
        />
        <Button type="submit" variant="default" mt={25}>
          Show
        </Button>
      </Group>
    </form>
  );
}
