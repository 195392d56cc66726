import { Select } from "@mantine/core";
import { useMemo } from "react";
import { useNow } from "../../ui/use-now";
import { clockOf, placeOf, timeZones } from "./zones";

/** A time zone, found by a part of its name, with the time that it is there. */
export function ZoneSelect(props: {
  value: string | null;
  error?: string;
  onChange: (zone: string) => void;
}) {
  const now = new Date(useNow(60_000));
  const { value } = props;
  const data = useMemo(() => {
    const zones = timeZones();
    // The server may know a zone by a name that this browser does not list.
    if (value && !zones.includes(value)) zones.push(value);
    return zones.map((zone) => ({ value: zone, label: placeOf(zone) }));
  }, [value]);
  const clock = value && clockOf(value, now);
  return (
    <Select
      label="Time zone"
      description={clock ? `It is ${clock} there.` : "Type a city."}
      inputWrapperOrder={["label", "input", "description", "error"]}
      data={data}
      value={value}
      onChange={(zone) => zone && props.onChange(zone)}
      error={props.error}
      searchable
      allowDeselect={false}
      limit={50}
      nothingFoundMessage="No such time zone; try the nearest large city."
      className="numbers"
    />
  );
}
