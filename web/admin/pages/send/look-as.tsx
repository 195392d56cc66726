import { Select } from "@mantine/core";
import { useState } from "react";
import { useClient } from "urql";
import { nameOf, type Selection } from "./plan";
import { sendNameQuery, sendNamesQuery } from "./send-queries";

/** How many people are offered to look as. */
const most = 100;

interface Person {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
}

/** Chooses as whom to look at the messages. */
export function LookAs(props: {
  selection: Selection;
  /** Whom the messages are shown for now. */
  shown: Person;
  onChoose: (contact: string) => void;
}) {
  const { selection, shown } = props;
  const client = useClient();
  const [people, setPeople] = useState<Person[]>([]);
  const list = people.some(({ id }) => id === shown.id)
    ? people
    : [shown, ...people];

  async function load() {
    if (people.length > 0) return;
    const policy = { requestPolicy: "cache-first" } as const;
    if ("filter" in selection) {
      const { filter } = selection;
      const { data } = await client.query(sendNamesQuery, { filter }, policy);
      setPeople(data?.contacts.nodes ?? []);
      return;
    }
    const answers = await Promise.all(
      selection.contacts
        .slice(0, most)
        .map((id) => client.query(sendNameQuery, { id }, policy).toPromise()),
    );
    setPeople(answers.flatMap(({ data }) => data?.contact ?? []));
  }

  return (
    <Select
      label="Look at it as"
      data={list.map((person) => ({
        value: person.id,
        label: nameOf(person),
      }))}
      value={shown.id}
      onChange={(id) => id && props.onChoose(id)}
      onDropdownOpen={() => void load()}
      allowDeselect={false}
      searchable
      nothingFoundMessage="Nobody of this name is among them."
      comboboxProps={{ withinPortal: true }}
    />
  );
}
