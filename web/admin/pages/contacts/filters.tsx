import {
  ActionIcon,
  Button,
  Group,
  MultiSelect,
  Popover,
  Stack,
  TextInput,
} from "@mantine/core";
import { Cross2Icon, MixerHorizontalIcon } from "@radix-ui/react-icons";
import { useState, type FormEvent } from "react";
import { useZone } from "../../data/viewer";
import { format } from "../../ui/when";
import { everybody, type Filter, type ListField } from "./address";
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
];

/** Narrows the list by what stands on file. */
export function FilterPopover(props: {
  filter: Filter;
  choices: Choices;
  onFilter: (filter: Filter) => void;
}) {
  const { filter, choices, onFilter } = props;
  const [opened, setOpened] = useState(false);
  const set = fields.filter((field) => filter[field].length > 0).length;
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
          {fields
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
  /** The statuses are shown by the views, unless there are several. */
  savable: boolean;
  onFilter: (filter: Filter) => void;
  onSave: (name: string) => void;
}) {
  const { filter, choices, onFilter } = props;
  const zone = useZone();
  const shown: ListField[] =
    filter.statuses.length > 1 ? ["statuses", ...fields] : fields;
  const pills = shown.flatMap((field) =>
    filter[field].map((value) => ({
      key: `${field} ${value}`,
      words: `${fieldWords[field]}: ${labelOf(choices, field, value)}`,
      without: {
        ...filter,
        [field]: (filter[field] as string[]).filter((v) => v !== value),
      },
    })),
  );
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
  if (pills.length === 0 && !props.savable) return null;
  return (
    <Group gap="xs" className={classes.pills}>
      {pills.map(({ key, words, without }) => (
        <button
          key={key}
          type="button"
          className={classes.pill}
          aria-label={`Remove the filter ${words}`}
          onClick={() => onFilter(without)}
        >
          {words}
          <Cross2Icon />
        </button>
      ))}
      {pills.length > 0 && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          onClick={() => onFilter(everybody)}
        >
          Clear all
        </Button>
      )}
      {props.savable && <SaveView onSave={props.onSave} />}
    </Group>
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
