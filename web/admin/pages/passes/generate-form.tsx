import {
  Alert,
  Button,
  Group,
  MultiSelect,
  Radio,
  Select,
  Stack,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useEffect, useRef, useState, type FormEvent } from "react";
import type { PassOptionsQuery } from "../../gql/graphql";
import { useNow } from "../../ui/use-now";
import { dateIn, limits, problemsOf, type Draft } from "./generate";
import { LifeFields } from "./life-fields";
import { useGenerate } from "./use-generate";

type Options = NonNullable<
  NonNullable<PassOptionsQuery["viewer"]>["organization"]
>;

/** How many passes, for what, and for how long. What was typed stays when it is refused. */
export function GenerateForm(props: {
  options: Options;
  onTyped: () => void;
  onCancel: () => void;
  onDone: (run: { id: string; number: number; total: number }) => void;
}) {
  const { locations, groups } = props.options;
  const now = useNow(60_000);
  const { generate, generating, refused } = useGenerate();
  const [draft, setDraft] = useState<Draft>({
    count: "",
    location: locations[0]?.id ?? "",
    groups: [],
    note: "",
    life: "policy",
    days: "90",
    until: "",
  });
  const [judged, setJudged] = useState(false);
  const set = (part: Partial<Draft>) => {
    props.onTyped();
    setDraft((before) => ({ ...before, ...part }));
  };
  const place = locations.find(({ id }) => id === draft.location);
  const zone = place?.timeZone ?? "UTC";
  const most = place?.policy.maxPassesPerRun ?? 100;
  const today = dateIn(zone, now);
  const problems = problemsOf(draft, most, today);
  // A number that is too high is said at once, the rest when it is sent.
  const tooMany = Number(draft.count) > most;
  const errorOf = (field: keyof Draft) =>
    (judged || (field === "count" && tooMany) ? problems[field] : undefined) ??
    refused.fields[field];

  const form = useRef<HTMLFormElement>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const wrong = '[aria-invalid="true"], [role="alert"]';
    form.current?.querySelector<HTMLElement>(wrong)?.focus();
  }, [refused, tries]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setJudged(true);
    setTries((n) => n + 1);
    if (Object.keys(problems).length > 0) return;
    const run = await generate(draft, today);
    if (run) props.onDone(run);
  }

  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        {refused.general.map((message) => (
          <Alert
            key={message}
            color="red"
            variant="light"
            role="alert"
            tabIndex={-1}
          >
            {message}
          </Alert>
        ))}
        <TextInput
          label="How many"
          description={`1 to ${most} in one run. There is no limit on the number of runs.`}
          inputMode="numeric"
          className="numbers"
          styles={{ wrapper: { maxWidth: 160 } }}
          value={draft.count}
          onChange={(event) => set({ count: event.currentTarget.value })}
          error={errorOf("count")}
          // The form comes when its choices are there, after the dialog has taken the focus.
          autoFocus
        />
        {locations.length > 1 && (
          <Select
            label="Location"
            description="Where those who join with these passes belong."
            data={named(locations)}
            value={draft.location}
            onChange={(location) => location && set({ location })}
            allowDeselect={false}
            error={errorOf("location")}
          />
        )}
        {groups.length > 0 && (
          <MultiSelect
            label="Groups"
            description="Those who join come into all of these."
            placeholder={draft.groups.length === 0 ? "None" : ""}
            data={named(groups)}
            value={draft.groups}
            onChange={(groups) => set({ groups })}
            searchable
            clearable
            clearButtonProps={{ "aria-label": "No groups" }}
            nothingFoundMessage="No such group."
            error={errorOf("groups")}
          />
        )}
        <Textarea
          label="Note"
          description="What they are for. Only staff see it."
          placeholder="Welcome letters, Birch Lane"
          maxLength={limits.note}
          autosize
          minRows={1}
          value={draft.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
          error={errorOf("note")}
        />
        <Radio.Group
          label="How long they can be redeemed"
          value={draft.life}
          onChange={(life) => set({ life: life as Draft["life"] })}
        >
          <LifeFields
            draft={draft}
            policyDays={place?.policy.passTtlDays ?? null}
            zone={zone}
            today={today}
            now={now}
            errorOf={errorOf}
            onChange={set}
          />
        </Radio.Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={generating}>
            Generate
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function named(list: { id: string; name: string }[]) {
  return list.map(({ id, name }) => ({ value: id, label: name }));
}
