import { Alert, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useMutation } from "urql";
import {
  calledOf,
  ContactSearch,
  type FoundContact,
} from "../../ui/contact-search";
import { notifyDone } from "../../ui/notify";
import { accepted, refusedBy } from "../../ui/refusals";
import { passBindMutation, type ListedPass } from "./passes-queries";

/** Binds a pass to a contact: whoever redeems it then joins as that contact only. */
export function BindDialog(props: {
  pass: ListedPass;
  onClose: () => void;
  onDone: () => void;
}) {
  const { pass } = props;
  const [{ fetching }, bind] = useMutation(passBindMutation);
  const [refused, setRefused] = useState(accepted);

  async function choose(contact: FoundContact) {
    const { data, error } = await bind({
      input: { id: pass.id, contact: contact.id },
    });
    const refusals = data?.bindAccessPass.userErrors ?? [];
    if (error || refusals.length > 0) {
      setRefused(refusedBy(refusals, { contact: "contact" }, error));
      return;
    }
    const before = pass.boundTo?.id ?? null;
    notifyDone(
      `Pass ${pass.reference} is for ${calledOf(contact)} now.`,
      () =>
        void bind({ input: { id: pass.id, contact: before } }).then(
          props.onDone,
        ),
    );
    props.onDone();
    props.onClose();
  }

  return (
    <Modal
      opened
      onClose={props.onClose}
      title={`Bind pass ${pass.reference}`}
      size="lg"
    >
      <Stack mih={340} aria-busy={fetching}>
        <Text size="sm">
          Whoever redeems it joins as this contact, after proving the contact’s
          email or phone. So the contact needs one of them on file.
        </Text>
        {refused.general.map((message) => (
          <Alert key={message} color="red" variant="light" role="alert">
            {message}
          </Alert>
        ))}
        <ContactSearch
          label="Contact"
          error={refused.fields["contact"]}
          noteOf={(contact) =>
            contact.registeredAt
              ? "Has joined already."
              : !contact.email && !contact.phone
                ? "Has no email and no phone."
                : null
          }
          onChoose={(contact) => void choose(contact)}
        />
      </Stack>
    </Modal>
  );
}
