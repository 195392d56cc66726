import { Group, MultiSelect, SegmentedControl } from "@mantine/core";
import { useQuery } from "urql";
import type { HouseholdState } from "../../gql/graphql";
import { useViewer } from "../../data/viewer";
import { Search } from "../contacts/search";
import { states, type Filter } from "./address";
import { householdGroupsQuery } from "./households-queries";
import styles from "./households.module.css";
import { stateWords } from "./words";

/** Narrows the list: by state, words, groups of members, and location. */
export function Filters(props: {
  filter: Filter;
  onFilter: (filter: Filter, replace?: boolean) => void;
}) {
  const { filter, onFilter } = props;
  const { locations } = useViewer().organization;
  const [{ data }] = useQuery({ query: householdGroupsQuery });
  const groups = data?.viewer?.organization?.groups ?? [];
  return (
    <>
      <div className={styles["states"]}>
        <SegmentedControl
          aria-label="State"
          data={[
            { value: "", label: "All" },
            ...states.map((state) => ({
              value: state,
              label: stateWords[state],
            })),
          ]}
          value={filter.state ?? ""}
          onChange={(state) =>
            onFilter({ ...filter, state: (state || null) as HouseholdState })
          }
        />
      </div>
      <Group gap="sm" align="flex-start">
        <Search
          value={filter.search}
          by="name or address"
          onSearch={(search) => onFilter({ ...filter, search }, true)}
        />
        <Narrow
          what="group"
          label="With members in a group"
          list={groups}
          value={filter.groups}
          onChange={(groups) => onFilter({ ...filter, groups })}
        />
        {locations.length > 1 && (
          <Narrow
            what="location"
            label="Location"
            list={locations}
            value={filter.locations}
            onChange={(locations) => onFilter({ ...filter, locations })}
          />
        )}
      </Group>
    </>
  );
}

function Narrow(props: {
  what: string;
  label: string;
  list: { id: string; name: string }[];
  value: string[];
  onChange: (value: string[]) => void;
}) {
  const { what, list, value } = props;
  const known = list.map(({ id, name }) => ({ value: id, label: name }));
  const gone = value.filter((id) => !list.some((one) => one.id === id));
  return (
    <MultiSelect
      aria-label={props.label}
      placeholder={value.length === 0 ? `Any ${what}` : ""}
      data={[...known, ...gone.map((id) => ({ value: id, label: "unknown" }))]}
      value={value}
      onChange={props.onChange}
      searchable={list.length > 6}
      clearable
      clearButtonProps={{ "aria-label": `Any ${what}` }}
      nothingFoundMessage={`No such ${what}.`}
      className={styles["narrow"]}
    />
  );
}
