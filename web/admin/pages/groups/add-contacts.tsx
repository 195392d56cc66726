import {
  Alert,
  Button,
  Checkbox,
  Group,
  Modal,
  Stack,
  Text,
} from "@mantine/core";
import { useState } from "react";
import { useQuery } from "urql";
import type { GroupsSearchQuery } from "../../gql/graphql";
import { Loaded, Waiting } from "../../ui/load";
import { nameOf } from "../contacts/columns";
import { Search } from "../contacts/search";
import { countWords } from "../contacts/words";
import { groupsSearchQuery } from "./groups-queries";
import { mostMembers } from "./members-words";
import { useMembers, type Named } from "./use-members";
import style from "./groups.module.css";

type Found = GroupsSearchQuery["contacts"]["nodes"][number];

/** Puts contacts into a group: found as one types, several at once. */
export function AddContacts(props: {
  group: Named;
  onClose: () => void;
  onDone: () => void;
}) {
  const { group, onClose } = props;
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<Found[]>([]);
  const [refused, setRefused] = useState<string>();
  const [adding, setAdding] = useState(false);
  const move = useMembers(props.onDone);
  const [result, ask] = useQuery({
    query: groupsSearchQuery,
    variables: { filter: search.trim() ? { search: search.trim() } : {} },
  });
  const tooMany = chosen.length > mostMembers;

  function toggle(contact: Found) {
    setRefused(undefined);
    setChosen((now) =>
      now.some(({ id }) => id === contact.id)
        ? now.filter(({ id }) => id !== contact.id)
        : [...now, contact],
    );
  }
  async function add() {
    setAdding(true);
    const refusal = await move(
      group,
      "in",
      chosen.map(({ id }) => id),
    );
    setAdding(false);
    if (refusal) setRefused(refusal);
    else onClose();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={`Add contacts to ${group.name}`}
      size="lg"
    >
      <Stack gap="sm">
        <Search value={search} onSearch={setSearch} />
        <Loaded
          result={result}
          onRetry={() => ask({ requestPolicy: "network-only" })}
          skeleton={<Waiting lines={5} height={36} />}
        >
          {({ contacts }) => (
            <>
              <Text size="sm" c="dimmed" role="status" className="numbers">
                {result.fetching
                  ? "Looking…"
                  : contacts.nodes.length < contacts.totalCount.value
                    ? `The first ${contacts.nodes.length} of ${countWords(contacts.totalCount)}: type more to find others.`
                    : `${countWords(contacts.totalCount)} found`}
              </Text>
              <ul className={style["found"]} aria-label="Contacts found">
                {contacts.nodes.map((contact) => (
                  <Choice
                    key={contact.id}
                    contact={contact}
                    inside={contact.groups.some(({ id }) => id === group.id)}
                    chosen={chosen.some(({ id }) => id === contact.id)}
                    onToggle={() => toggle(contact)}
                  />
                ))}
              </ul>
            </>
          )}
        </Loaded>
        {chosen.length > 0 && (
          <ul className={style["chosen"]} aria-label="Chosen">
            {chosen.map((contact) => (
              <li key={contact.id}>
                <Button
                  variant="default"
                  size="compact-sm"
                  mih={28}
                  aria-label={`Do not add ${nameOf(contact)}`}
                  onClick={() => toggle(contact)}
                >
                  {nameOf(contact)} ×
                </Button>
              </li>
            ))}
          </ul>
        )}
        {(refused || tooMany) && (
          <Alert color="red" variant="light" role="alert">
            {refused ?? `${mostMembers} at a time: choose fewer.`}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            loading={adding}
            disabled={chosen.length === 0 || tooMany}
            onClick={() => void add()}
          >
            Add {chosen.length > 0 && chosen.length.toLocaleString()}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Choice(props: {
  contact: Found;
  inside: boolean;
  chosen: boolean;
  onToggle: () => void;
}) {
  const { contact, inside, chosen } = props;
  const about = [contact.name && (contact.email ?? contact.phone)]
    .concat(contact.address ?? "")
    .filter(Boolean)
    .join(" · ");
  return (
    <li>
      <Checkbox
        label={nameOf(contact)}
        description={about || undefined}
        checked={chosen || inside}
        disabled={inside}
        onChange={props.onToggle}
      />
      {inside && (
        <Text size="xs" c="dimmed">
          In it already
        </Text>
      )}
    </li>
  );
}
