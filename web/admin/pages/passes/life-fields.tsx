import { Radio, Stack, Text, TextInput } from "@mantine/core";
import { format } from "../../ui/when";
import { placeOf } from "../sending/day-words";
import { dateAfter, limits, ttlOf, type Draft } from "./generate";
import { lifeWords } from "./words";

/** How long passes live: the policy's, a number of days, or up to a date; and when that ends. */
export function LifeFields(props: {
  draft: Draft;
  /** What the policy says; null means that they never expire. */
  policyDays: number | null;
  zone: string;
  /** On the calendar of the zone, `YYYY-MM-DD`. */
  today: string;
  now: number;
  errorOf: (field: keyof Draft) => string | undefined;
  onChange: (part: Partial<Draft>) => void;
}) {
  const { draft, policyDays, zone, today, now, errorOf, onChange } = props;
  const ttl = ttlOf(draft, today) ?? policyDays;
  const ends = ttl !== null && ttl >= 1 && ttl <= limits.days;
  return (
    <Stack gap="sm" mt={6}>
      <Radio
        value="policy"
        label={
          policyDays === null
            ? "They never expire"
            : `As the policy says: ${lifeWords(policyDays)}`
        }
      />
      <Radio value="days" label="For a number of days" />
      {draft.life === "days" && (
        <TextInput
          aria-label="Days"
          inputMode="numeric"
          className="numbers"
          ml={32}
          maw={160}
          value={draft.days}
          onChange={(event) => onChange({ days: event.currentTarget.value })}
          error={errorOf("days")}
        />
      )}
      <Radio value="until" label="Until a date" />
      {draft.life === "until" && (
        <TextInput
          type="date"
          aria-label="The last date"
          ml={32}
          maw={200}
          min={dateAfter(today, 1)}
          max={dateAfter(today, limits.days)}
          value={draft.until}
          onChange={(event) => onChange({ until: event.currentTarget.value })}
          error={errorOf("until")}
        />
      )}
      <Text size="sm" c="dimmed" role="status" className="numbers">
        {ends
          ? `They expire on ${format(new Date(now + ttl * 86_400_000).toISOString(), zone)}, ${placeOf(zone)} time.`
          : ttl === null
            ? "Each works until it is redeemed or revoked."
            : ""}
      </Text>
    </Stack>
  );
}
