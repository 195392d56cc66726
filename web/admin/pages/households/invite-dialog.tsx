import { Button, Group, Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import { useConfirm } from "../../ui/confirm";
import { useAskBeforeLeaving } from "../../ui/leaving";
import classes from "../send/send.module.css";
import type { TextEdits } from "../send/texts";
import type { HouseholdsInvited, ListedHousehold } from "./households-queries";
import { InviteForm } from "./invite-form";
import { InviteResults } from "./invite-results";
import { Picks } from "./picks";
import { householdsWords } from "./words";

/**
 * Invites one member of each household: first whom and why, with the texts
 * beside a preview; then what became of each.
 */
export function InviteDialog(props: {
  /** As they were chosen: the list may change meanwhile. */
  households: ListedHousehold[];
  onClose: () => void;
  onDone: () => void;
}) {
  const { households, onClose } = props;
  const confirm = useConfirm();
  const small = useMediaQuery("(max-width: 48em)");
  const [edits, setEdits] = useState<TextEdits>({});
  const [invited, setInvited] = useState<HouseholdsInvited>();
  const picked = households.flatMap(({ pick }) => pick?.contact?.id ?? []);
  const edited = invited ? 0 : Object.keys(edits).length;
  useAskBeforeLeaving(edited);

  async function close() {
    const leave =
      edited === 0 ||
      (await confirm({
        title: "Discard your text?",
        body: "Nothing was sent. What you wrote here is lost when you close.",
        verb: "Discard",
        keep: "Keep writing",
      }));
    if (leave) onClose();
  }

  return (
    <Modal
      opened
      onClose={() => void close()}
      title={
        invited
          ? `Invited one of each of ${householdsWords(households.length)}`
          : `Invite one of each of ${householdsWords(households.length)}`
      }
      size={invited || picked.length === 0 ? "lg" : "74rem"}
      fullScreen={small}
      padding="lg"
      zIndex={190}
      classNames={{ body: classes["body"], title: classes["title"] }}
    >
      {invited ? (
        <InviteResults invited={invited} onClose={onClose} />
      ) : (
        <>
          <Picks households={households} />
          {picked.length > 0 ? (
            <InviteForm
              households={households.map(({ id }) => id)}
              contacts={picked}
              edits={edits}
              onEdit={setEdits}
              onCancel={() => void close()}
              onInvited={(payload) => {
                setInvited(payload);
                props.onDone();
              }}
            />
          ) : (
            <Group justify="flex-end" pb="lg">
              <Button variant="default" onClick={onClose}>
                Close
              </Button>
            </Group>
          )}
        </>
      )}
    </Modal>
  );
}
