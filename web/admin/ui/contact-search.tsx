import { Combobox, Loader, Text, TextInput, useCombobox } from "@mantine/core";
import { MagnifyingGlassIcon } from "@radix-ui/react-icons";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useClient } from "urql";
import { graphql } from "../gql";
import type { ContactFilter, SearchContactsQuery } from "../gql/graphql";
import { explain } from "./load";

const searchContactsQuery = graphql(`
  query SearchContacts($filter: ContactFilter!) {
    contacts(filter: $filter, first: 8) {
      nodes {
        id
        name
        email
        phone
        address
        status
        statusLabel
        registeredAt
        location {
          id
          name
        }
        household {
          id
          name
        }
      }
    }
  }
`);

/** A contact as the search found it. */
export type FoundContact = SearchContactsQuery["contacts"]["nodes"][number];

/** Milliseconds without typing after which the search begins. */
const pause = 250;

/**
 * Finds a contact as one types: by name, email, phone or address. Choosing one
 * hands it over and empties the field for the next.
 */
export function ContactSearch(props: {
  label: string;
  description?: string;
  /** Whom to look among, beside the words. */
  among?: ContactFilter;
  /** Contacts that are not to be offered, by their ids. */
  without?: string[];
  /** What to say of one beside the address; nothing where left out. */
  noteOf?: (contact: FoundContact) => ReactNode;
  error?: string | undefined;
  onChoose: (contact: FoundContact) => void;
}) {
  const { without = [], noteOf } = props;
  const combobox = useCombobox({
    onDropdownClose: () => combobox.resetSelectedOption(),
  });
  const [text, setText] = useState("");
  const { found, problem, looking } = useFound(text, props.among);
  const offered = found?.filter(({ id }) => !without.includes(id));
  const choose = (id: string) => {
    const contact = found?.find((one) => one.id === id);
    if (!contact) return;
    setText("");
    combobox.closeDropdown();
    props.onChoose(contact);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal>
      <Combobox.Target>
        <TextInput
          label={props.label}
          description={props.description}
          error={props.error}
          placeholder="Name, email, phone or address"
          leftSection={<MagnifyingGlassIcon />}
          rightSection={looking && <Loader size={14} role="presentation" />}
          maxLength={100}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.resetSelectedOption();
          }}
          onFocus={() => text.trim() && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={text.trim() === ""}>
        <Combobox.Options aria-label={props.label}>
          {offered?.map((contact) => (
            <Combobox.Option key={contact.id} value={contact.id}>
              <Text size="sm" fw={550}>
                {calledOf(contact)}
              </Text>
              <Text size="xs" c="dimmed">
                {detailsOf(contact)}
              </Text>
              {noteOf?.(contact) && <Text size="xs">{noteOf(contact)}</Text>}
            </Combobox.Option>
          ))}
          {offered?.length === 0 && (
            <Combobox.Empty>
              {found!.length > 0
                ? "Chosen already."
                : "Nobody of this name is on file."}
            </Combobox.Empty>
          )}
          {problem && <Combobox.Empty>{problem}</Combobox.Empty>}
          {!offered && !problem && <Combobox.Empty>Looking…</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** Asks a moment after the last key; an answer that comes late is dropped. */
function useFound(text: string, among?: ContactFilter) {
  const client = useClient();
  const [found, setFound] = useState<FoundContact[]>();
  const [problem, setProblem] = useState<string>();
  const [looking, setLooking] = useState(false);
  const filter = useRef(among);
  filter.current = among;
  useEffect(() => {
    const search = text.trim();
    setFound(undefined);
    setProblem(undefined);
    setLooking(false);
    if (!search) return;
    let dropped = false;
    const timer = setTimeout(() => {
      setLooking(true);
      void client
        .query(
          searchContactsQuery,
          { filter: { ...filter.current, search } },
          { requestPolicy: "network-only" },
        )
        .toPromise()
        .then(({ data, error }) => {
          if (dropped) return;
          setLooking(false);
          if (data) setFound(data.contacts.nodes);
          else if (error) setProblem(explain(error));
        });
    }, pause);
    return () => {
      dropped = true;
      clearTimeout(timer);
    };
  }, [client, text]);
  return { found, problem, looking };
}

/** What one calls a contact: the name, else an address. */
export function calledOf(contact: {
  name: string;
  email?: string | null;
  phone?: string | null;
}): string {
  return contact.name || contact.email || contact.phone || "No name";
}

function detailsOf(contact: FoundContact): string {
  const { name, email, phone, address } = contact;
  const reached = name ? (email ?? phone) : null;
  return [reached, address].filter(Boolean).join(" · ") || "No address";
}
