import { Alert, Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { useMutation } from "urql";
import { useConfirm } from "../../ui/confirm";
import {
  calledOf,
  ContactSearch,
  type FoundContact,
} from "../../ui/contact-search";
import { notifyDone } from "../../ui/notify";
import { accepted, refusedBy } from "../../ui/refusals";
import { ChosenMembers } from "./chosen-members";
import { householdCreateMutation } from "./households-queries";

const fieldNames = {
  name: "name",
  address: "address",
  members: "members",
  head: "members",
};

/** Creates a household of contacts that are on file and belong to none. */
export function CreateDialog(props: {
  onClose: () => void;
  onCreated: (id: string) => void;
}) {
  const [{ fetching }, create] = useMutation(householdCreateMutation);
  const confirm = useConfirm();
  const small = useMediaQuery("(max-width: 48em)");
  const [name, setName] = useState("");
  const [address, setAddress] = useState("");
  const [members, setMembers] = useState<FoundContact[]>([]);
  const [head, setHead] = useState<string>();
  const [refused, setRefused] = useState(accepted);
  const typed = name !== "" || address !== "" || members.length > 0;
  const known = members.find((member) => member.address)?.address;

  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const wrong = '[aria-invalid="true"], [role="alert"]';
    form.current?.querySelector<HTMLElement>(wrong)?.focus();
  }, [refused]);

  async function close() {
    const leave =
      !typed ||
      (await confirm({
        title: "Discard the household?",
        body: "It was not created. What you entered here is lost when you close.",
        verb: "Discard",
        keep: "Go on",
      }));
    if (leave) props.onClose();
  }
  function choose(contact: FoundContact) {
    if (contact.household) {
      const fields = {
        members: `${calledOf(contact)} belongs to ${contact.household.name}. Add them on the household’s page: they then leave the other one.`,
      };
      return setRefused({ fields, general: [] });
    }
    setRefused(accepted);
    setMembers((now) => [...now, contact]);
  }
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (members.length === 0) {
      const fields = { members: "Choose at least one contact." };
      return setRefused({ fields, general: [] });
    }
    const { data, error } = await create({
      input: {
        ...(name.trim() && { name: name.trim() }),
        ...(address.trim() && { address: address.trim() }),
        members: members.map(({ id }) => id),
        ...(head && { head }),
      },
    });
    const made = data?.createHousehold.household;
    if (!made) {
      const refusals = data?.createHousehold.userErrors ?? [];
      return setRefused(refusedBy(refusals, fieldNames, error));
    }
    notifyDone(`${made.name} is a household now.`);
    props.onCreated(made.id);
  }

  return (
    <Modal
      opened
      onClose={() => void close()}
      title="Create a household"
      size="lg"
      fullScreen={small}
      zIndex={190}
    >
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          {refused.general.map((message) => (
            <Alert
              key={message}
              color="red"
              variant="light"
              role="alert"
              tabIndex={-1}
            >
              {message}
            </Alert>
          ))}
          <ContactSearch
            label="Members"
            description="Contacts on file that belong to no household. At most 50, of one location."
            without={members.map(({ id }) => id)}
            noteOf={({ household }) =>
              household && `Belongs to ${household.name}`
            }
            error={refused.fields["members"]}
            onChoose={choose}
          />
          <ChosenMembers
            members={members}
            head={head}
            onHead={setHead}
            onRemove={(id) => {
              setMembers((now) => now.filter((one) => one.id !== id));
              if (head === id) setHead(undefined);
            }}
          />
          <TextInput
            label="Address"
            description="Street and unit. That of the first member who has one when left empty."
            placeholder={known ?? "12 Birch Lane, Unit 4"}
            maxLength={200}
            value={address}
            onChange={(event) => setAddress(event.currentTarget.value)}
            error={refused.fields["address"]}
          />
          <TextInput
            label="Name"
            description="The address, else the head’s name, when left empty."
            placeholder="The Parks"
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={refused.fields["name"]}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => void close()}>
              Cancel
            </Button>
            <Button type="submit" loading={fetching}>
              Create
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
