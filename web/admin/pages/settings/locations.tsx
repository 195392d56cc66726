import { Anchor, Button, Group, Stack, Text } from "@mantine/core";
import { useRef, useState } from "react";
import { useMutation, useQuery } from "urql";
import { Link } from "wouter";
import type { SettingsLocationsQuery } from "../../gql/graphql";
import { Loaded, Waiting } from "../../ui/load";
import { notifyDone, notifyRefused } from "../../ui/notify";
import { refusedBy } from "../../ui/refusals";
import { ItemList } from "./item-list";
import { LocationForm, type LocationValues } from "./location-form";
import {
  createLocationMutation,
  locationsQuery,
  updateLocationMutation,
} from "./settings-queries";
import style from "./settings.module.css";
import { useNow } from "../../ui/use-now";
import { clockOf, placeOf } from "./zones";

type Organization = NonNullable<
  NonNullable<SettingsLocationsQuery["viewer"]>["organization"]
>;
type Place = Organization["locations"][number];

const names = { name: "name", timeZone: "timeZone" };
const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The branches, each with its time zone and its own policy. */
export function Locations(props: { may: boolean }) {
  const [result, ask] = useQuery({ query: locationsQuery });
  const [, create] = useMutation(createLocationMutation);
  const [adding, setAdding] = useState(false);
  const add = useRef<HTMLButtonElement>(null);

  async function save(values: LocationValues) {
    const { data, error } = await create({ input: values });
    const location = data?.createLocation.location;
    if (location) {
      notifyDone(`${location.name} was added.`);
      return null;
    }
    return refusedBy(data?.createLocation.userErrors ?? [], names, error);
  }

  return (
    <Stack gap="lg">
      {props.may &&
        (adding ? (
          <section className="card" aria-label="New location">
            <LocationForm
              before={{ name: "", timeZone: ownZone }}
              verb="Add the location"
              onSave={save}
              onClose={() => {
                setAdding(false);
                requestAnimationFrame(() => add.current?.focus());
              }}
            />
          </section>
        ) : (
          <div>
            <Button ref={add} variant="default" onClick={() => setAdding(true)}>
              Add a location
            </Button>
          </div>
        ))}
      <Loaded
        result={result}
        onRetry={() => ask({ requestPolicy: "network-only" })}
        skeleton={<Waiting lines={3} height={64} />}
      >
        {({ viewer }) => (
          <ItemList
            items={viewer?.organization?.locations ?? []}
            one="location"
            many="locations"
            empty="Add the first one: invitations leave from a location."
            alsoBy={({ timeZone }) => placeOf(timeZone)}
          >
            {(location) => <Row location={location} may={props.may} />}
          </ItemList>
        )}
      </Loaded>
    </Stack>
  );
}

function Row(props: { location: Place; may: boolean }) {
  const { location } = props;
  const { id, name, timeZone } = location;
  const [editing, setEditing] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const [, update] = useMutation(updateLocationMutation);
  const now = new Date(useNow(60_000));

  async function save(values: LocationValues) {
    const { data, error } = await update({ input: { id, ...values } });
    if (data?.updateLocation.location) {
      const moved =
        values.timeZone !== timeZone && location.waiting > 0
          ? ` What waits there follows the clocks of ${placeOf(values.timeZone)}.`
          : "";
      notifyDone(`${values.name} is saved.${moved}`, () => void undo());
      return null;
    }
    return refusedBy(data?.updateLocation.userErrors ?? [], names, error);
  }
  async function undo() {
    const { data, error } = await update({ input: { id, name, timeZone } });
    const refused = refusedBy(data?.updateLocation.userErrors ?? [], {}, error);
    if (refused.general[0]) notifyRefused(refused.general[0]);
  }

  if (editing) {
    return (
      <Stack flex={1} gap="xs" py="xs">
        <LocationForm
          before={{ name, timeZone }}
          verb="Save"
          onSave={save}
          onClose={() => {
            setEditing(false);
            requestAnimationFrame(() => edit.current?.focus());
          }}
        />
        <Text size="sm" c="dimmed">
          {location.waiting === 0
            ? "No invitation waits here."
            : location.waiting === 1
              ? "One invitation waits here; it follows a new time zone at once."
              : `${location.waiting.toLocaleString()} invitations wait here; they follow a new time zone at once.`}
        </Text>
      </Stack>
    );
  }
  return (
    <>
      <div className={style.itemName}>
        <Text>{name}</Text>
        <Text size="sm" c="dimmed" className="numbers">
          {placeOf(timeZone)}: it is {clockOf(timeZone, now)}
        </Text>
      </div>
      <Group gap="xs">
        <Anchor
          component={Link}
          to={`/settings/policy?location=${id}`}
          size="sm"
          px={8}
          py={4}
          aria-label={`Invitation policy of ${name}`}
        >
          Policy
        </Anchor>
        {props.may && (
          <Button
            ref={edit}
            variant="subtle"
            size="compact-sm"
            mih={28}
            aria-label={`Edit ${name}`}
            onClick={() => setEditing(true)}
          >
            Edit
          </Button>
        )}
      </Group>
    </>
  );
}
