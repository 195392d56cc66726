import {
  Button,
  Center,
  Skeleton,
  Stack,
  TextInput,
  Title,
} from "@mantine/core";
import { useQuery } from "urql";
import { useSearchParams } from "wouter";
import { Empty, Loaded } from "../../ui/load";
import { useFollow } from "./follow";
import { LaneCard, type LaneOf } from "./lane-card";
import { sendingLanesQuery } from "./sending-queries";
import styles from "./sending.module.css";

/** How many locations are shown at first; more than that can be searched. */
const shownAtFirst = 6;

/** Every location's lane: those in which somebody waits first. */
export function Lanes(props: { now: number }) {
  const [params, setParams] = useSearchParams();
  const [result, ask] = useQuery({ query: sendingLanesQuery });
  const refresh = () => ask({ requestPolicy: "network-only" });
  const lanes = result.data?.viewer?.organization?.locations ?? [];
  useFollow(refresh, soonest(lanes));

  const search = params.get("location") ?? "";
  const set = (name: string, value: string) =>
    setParams(
      (old) => {
        if (value) old.set(name, value);
        else old.delete(name);
        return old;
      },
      { replace: true },
    );
  const found = inOrder(lanes).filter((lane) =>
    lane.name.toLowerCase().includes(search.trim().toLowerCase()),
  );
  const all = params.get("all") === "1";
  const shown = all ? found : found.slice(0, shownAtFirst);

  return (
    <Stack component="section" aria-labelledby="lanes" gap="md">
      <Title order={2} size="h3" id="lanes">
        Locations
      </Title>
      {lanes.length > shownAtFirst && (
        <TextInput
          type="search"
          label="Find a location"
          maw={320}
          value={search}
          onChange={(event) => set("location", event.currentTarget.value)}
        />
      )}
      <Loaded result={result} onRetry={refresh} skeleton={<LanesWaiting />}>
        {() => (
          <>
            <ul className={styles["lanes"]}>
              {shown.map((lane) => (
                <LaneCard key={lane.id} location={lane} now={props.now} />
              ))}
            </ul>
            {found.length === 0 && <Empty title="No location is called so" />}
            {shown.length < found.length && (
              <Center>
                <Button variant="default" onClick={() => set("all", "1")}>
                  Show all {found.length.toLocaleString()} locations
                </Button>
              </Center>
            )}
          </>
        )}
      </Loaded>
    </Stack>
  );
}

/** Where somebody waits comes first, soonest first; then by name, as they came. */
function inOrder(lanes: LaneOf[]): LaneOf[] {
  const due = (lane: LaneOf) =>
    lane.nextSendAt ? Date.parse(lane.nextSendAt) : Infinity;
  return lanes.toSorted((a, b) => (due(a) === due(b) ? 0 : due(a) - due(b)));
}

function soonest(lanes: LaneOf[]): string | null {
  return inOrder(lanes)[0]?.nextSendAt ?? null;
}

function LanesWaiting() {
  return (
    <ul className={styles["lanes"]} role="status" aria-label="Loading…">
      {[0, 1].map((n) => (
        <li key={n} className="card" aria-hidden>
          <Skeleton height={294} />
        </li>
      ))}
    </ul>
  );
}
