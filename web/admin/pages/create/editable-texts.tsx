import { Button, Collapse } from "@mantine/core";
import { ChevronDownIcon, ChevronRightIcon } from "@radix-ui/react-icons";
import { useId, useState } from "react";
import { MessageFields } from "../send/message-fields";
import type { TextEdits, Texts } from "../send/texts";

/** The invitation's texts, folded away until somebody wants to change them. */
export function EditableTexts(props: {
  start: Texts;
  edits: TextEdits;
  onEdit: (edits: TextEdits) => void;
  refused: Record<string, string>;
}) {
  const { edits, refused } = props;
  const edited = Object.keys(edits).length > 0;
  const [opened, setOpened] = useState(edited);
  const id = useId();
  const wrong = ["subject", "body", "button", "channels"].some(
    (field) => refused[field],
  );
  const shown = opened || wrong;
  return (
    <div>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={shown ? <ChevronDownIcon /> : <ChevronRightIcon />}
        aria-expanded={shown}
        aria-controls={id}
        onClick={() => setOpened(!shown)}
      >
        {edited
          ? "The invitation’s text (edited)"
          : "Edit the invitation’s text"}
      </Button>
      <Collapse expanded={shown} id={id} pt="sm">
        <MessageFields {...props} />
      </Collapse>
    </div>
  );
}
