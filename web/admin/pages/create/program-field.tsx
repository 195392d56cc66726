import { Select } from "@mantine/core";
import { useState } from "react";
import { useMutation } from "urql";
import { useMay } from "../../data/viewer";
import { explain } from "../../ui/load";
import { createProgramMutation } from "./create-queries";

/** Stands for the option that makes a new program of what was typed. */
const fresh = "new";

/** Chooses a program, or makes one of the name that was typed. */
export function ProgramField(props: {
  programs: { id: string; name: string }[];
  value: string | null;
  onChange: (program: string | null) => void;
  error: string | undefined;
}) {
  const may = useMay();
  const [, createProgram] = useMutation(createProgramMutation);
  const [search, setSearch] = useState("");
  const [made, setMade] = useState<{ id: string; name: string }[]>([]);
  const [refused, setRefused] = useState<string>();

  const programs = [
    ...props.programs,
    ...made.filter(({ id }) => !props.programs.some((p) => p.id === id)),
  ];
  const name = search.trim();
  const known = programs.some(
    (program) => program.name.toLowerCase() === name.toLowerCase(),
  );
  const data = programs.map(({ id, name }) => ({ value: id, label: name }));
  if (name && !known && may("MANAGE_PROGRAMS")) {
    data.push({ value: fresh, label: `Create “${name}”` });
  }

  async function choose(value: string | null) {
    setRefused(undefined);
    if (value !== fresh) return props.onChange(value);
    const { data, error } = await createProgram({ input: { name } });
    const program = data?.createProgram.program;
    const refusals = data?.createProgram.userErrors ?? [];
    if (program) {
      setMade((before) => [...before, program]);
      props.onChange(program.id);
      setSearch(program.name);
    } else {
      setRefused(
        error ? explain(error) : refusals.map((r) => r.message).join(" "),
      );
    }
  }

  return (
    <Select
      label="Program"
      placeholder="None"
      data={data}
      value={props.value}
      onChange={(value) => void choose(value)}
      searchable
      searchValue={search}
      onSearchChange={setSearch}
      filter={({ options }) =>
        options.filter(
          (option) =>
            "value" in option &&
            (option.value === fresh ||
              option.label.toLowerCase().includes(name.toLowerCase()) ||
              option.value === props.value),
        )
      }
      clearable
      nothingFoundMessage="No such program."
      clearButtonProps={{ "aria-label": "No program" }}
      error={refused ?? props.error}
    />
  );
}
