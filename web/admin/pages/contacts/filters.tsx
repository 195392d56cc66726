import {
  ActionIcon,
  Button,
  Group,
  MultiSelect,
  Popover,
  Select,
  Stack,
  TextInput,
} from "@mantine/core";
import { Cross2Icon, MixerHorizontalIcon } from "@radix-ui/react-icons";
import { useState, type FormEvent } from "react";
import { useQuery } from "urql";
import { useZone } from "../../data/viewer";
import { format } from "../../ui/when";
import { everybody, type Filter, type ListField } from "./address";
import { contactsHouseholdQuery } from "./contacts-queries";
import { maxViewName } from "./saved-views";
import { fieldWords, type Choices } from "./use-choices";
import classes from "./contacts.module.css";

const fields: ListField[] = [
  "stages",
  "clientTypes",
  "programs",
  "groups",
  "locations",
  "trainers",
  "joinedBy",
];

const living = [
  { value: "1", label: "In a household" },
  { value: "0", label: "In none" },
];

/** Narrows the list by what stands on file. */
export function FilterPopover(props: {
  filter: Filter;
  choices: Choices;
  /** What the list is within, whatever is chosen here. */
  fixed?: ListField[];
  onFilter: (filter: Filter) => void;
}) {
  const { filter, choices, onFilter } = props;
  const [opened, setOpened] = useState(false);
  const offered = fields.filter((field) => !props.fixed?.includes(field));
  const set =
    offered.filter((field) => filter[field].length > 0).length +
    (filter.inHousehold === null ? 0 : 1);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={300}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<MixerHorizontalIcon />}
          onClick={() => setOpened(!opened)}
        >
          Filter{set > 0 && ` (${set})`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Filter">
        <Stack gap="sm">
          {offered
            .filter(
              (field) => choices[field].length > 0 || filter[field].length,
            )
            .map((field) => (
              <MultiSelect
                key={field}
                label={fieldWords[field]}
                data={choices[field]}
                value={filter[field]}
                onChange={(values) => onFilter({ ...filter, [field]: values })}
                placeholder={filter[field].length > 0 ? "" : "Any"}
                searchable={choices[field].length > 6}
                clearable
                clearButtonProps={{
                  "aria-label": `Any ${fieldWords[field].toLowerCase()}`,
                }}
                comboboxProps={{ withinPortal: false }}
                nothingFoundMessage="Nothing of that name"
              />
            ))}
          <Select
            label="Household"
            data={living}
            value={
              filter.inHousehold === null
                ? null
                : filter.inHousehold
                  ? "1"
                  : "0"
            }
            onChange={(value) =>
              onFilter({
                ...filter,
                inHousehold: value === null ? null : value === "1",
              })
            }
            placeholder="Any"
            clearable
            clearButtonProps={{ "aria-label": "In a household or not" }}
            comboboxProps={{ withinPortal: false }}
          />
          <Button variant="default" onClick={() => setOpened(false)}>
            Done
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

/** What the list is narrowed by, each to be taken away, and a way to keep it as a view. */
export function FilterPills(props: {
  filter: Filter;
  choices: Choices;
  /** What the list is within: it cannot be taken away. */
  fixed?: ListField[];
  /** The statuses are shown by the views, unless there are several. */
  savable?: boolean;
  onFilter: (filter: Filter) => void;
  onSave?: (name: string) => void;
}) {
  const { filter, choices, onFilter } = props;
  const zone = useZone();
  const shown: ListField[] =
    filter.statuses.length > 1 ? ["statuses", ...fields] : fields;
  const pills = shown
    .filter((field) => !props.fixed?.includes(field))
    .flatMap((field) =>
      filter[field].map((value) => ({
        key: `${field} ${value}`,
        words: `${fieldWords[field]}: ${labelOf(choices, field, value)}`,
        without: {
          ...filter,
          [field]: (filter[field] as string[]).filter((v) => v !== value),
        },
      })),
    );
  if (filter.inHousehold !== null) {
    pills.push({
      key: "household",
      words: living[filter.inHousehold ? 0 : 1]!.label,
      without: { ...filter, inHousehold: null },
    });
  }
  if (filter.expiresBefore) {
    pills.push({
      key: "expires",
      words: `Expires before ${format(filter.expiresBefore, zone)}`,
      without: { ...filter, expiresBefore: null },
    });
  }
  if (filter.archived) {
    pills.push({
      key: "archived",
      words: "Archived",
      without: { ...filter, archived: false },
    });
  }
  const any = pills.length + filter.households.length > 0;
  if (!any && !props.savable) return null;
  return (
    <Group gap="xs" className={classes.pills}>
      {filter.households.map((id) => (
        <HouseholdPill
          key={id}
          id={id}
          onRemove={() =>
            onFilter({
              ...filter,
              households: filter.households.filter((other) => other !== id),
            })
          }
        />
      ))}
      {pills.map(({ key, words, without }) => (
        <Pill key={key} words={words} onRemove={() => onFilter(without)} />
      ))}
      {any && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          onClick={() => onFilter(everybody)}
        >
          Clear all
        </Button>
      )}
      {props.savable && props.onSave && <SaveView onSave={props.onSave} />}
    </Group>
  );
}

/** A household is not one of a list's choices: its name is asked for. */
function HouseholdPill(props: { id: string; onRemove: () => void }) {
  const [{ data }] = useQuery({
    query: contactsHouseholdQuery,
    variables: { id: props.id },
    requestPolicy: "cache-first",
  });
  const name = data ? (data.household?.name ?? "unknown") : "…";
  return <Pill words={`Household: ${name}`} onRemove={props.onRemove} />;
}

function Pill(props: { words: string; onRemove: () => void }) {
  return (
    <button
      type="button"
      className={classes.pill}
      aria-label={`Remove the filter ${props.words}`}
      onClick={props.onRemove}
    >
      {props.words}
      <Cross2Icon />
    </button>
  );
}

/** Keeps what is looked at under a name. */
function SaveView(props: { onSave: (name: string) => void }) {
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState("");
  function save(event: FormEvent) {
    event.preventDefault();
    props.onSave(name.trim());
    setName("");
    setOpened(false);
  }
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => setOpened(!opened)}
        >
          Save as a view
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Save as a view">
        <form onSubmit={save}>
          <Group align="flex-end" gap="xs" wrap="nowrap">
            <TextInput
              label="Name of the view"
              maxLength={maxViewName}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              data-autofocus
            />
            <Button type="submit" disabled={name.trim() === ""}>
              Save
            </Button>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label="Do not save"
              onClick={() => setOpened(false)}
            >
              <Cross2Icon />
            </ActionIcon>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

/** A value's name; an id that is not known any more says so. */
function labelOf(choices: Choices, field: ListField, value: string): string {
  return choices[field].find((c) => c.value === value)?.label ?? "unknown";
}
