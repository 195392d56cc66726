import { Alert, Button, Group, Modal, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import type { SendAction } from "../../gql/graphql";
import { useConfirm } from "../../ui/confirm";
import { useAskBeforeLeaving } from "../../ui/leaving";
import { Failure, Waiting } from "../../ui/load";
import { refusedBy } from "../../ui/refusals";
import { MessageFields } from "./message-fields";
import { nameOf, sendLabel, type Preview, type Selection } from "./plan";
import { PlanSummary } from "./plan-summary";
import { PreviewPane } from "./preview-pane";
import classes from "./send.module.css";
import type { TextEdits } from "./texts";
import { usePreview } from "./use-preview";
import { fieldNames, useSend } from "./use-send";
import { useStart } from "./use-start";

/**
 * Invites, or sends again, to one or many: the texts beside a preview of what
 * each receives, how many go and when, who is skipped and why.
 */
export function SendDialog(props: {
  action: SendAction;
  selection: Selection;
  onClose: () => void;
  onDone?: () => void;
}) {
  const { action, selection, onClose } = props;
  const confirm = useConfirm();
  const small = useMediaQuery("(max-width: 48em)");
  const [edits, setEdits] = useState<TextEdits>({});
  const [contact, setContact] = useState<string>();
  const start = useStart(action, selection);
  const preview = usePreview(action, selection, edits, contact);
  const { sending, refused, forget, send } = useSend(action, selection);

  const edited = Object.keys(edits).length;
  useAskBeforeLeaving(edited);

  const { plan, message } = preview;
  const judged = refusedBy(plan?.userErrors ?? [], fieldNames);
  const general = [...new Set([...judged.general, ...refused.general])];
  const refusedTexts = Object.keys(judged.fields).length > 0;
  const count = plan?.queuedCount ?? 0;
  const person = message?.contact ?? plan?.skipped[0]?.contact;
  const one =
    "contacts" in selection && selection.contacts.length === 1 && person
      ? ` ${nameOf(person)}`
      : "";

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
  async function submit() {
    if (await send(edits)) {
      props.onDone?.();
      onClose();
    }
  }

  return (
    <Modal
      opened
      onClose={() => void close()}
      title={action === "INVITE" ? `Invite${one}` : `Send again${one}`}
      size="74rem"
      fullScreen={small}
      padding="lg"
      zIndex={190}
      classNames={{ body: classes["body"], title: classes["title"] }}
    >
      {preview.error && (
        <Failure error={preview.error} onRetry={preview.refresh} />
      )}
      {plan ? (
        <PlanSummary plan={plan} outdated={preview.outdated} />
      ) : (
        !preview.error && <Waiting height={58} />
      )}
      <div className={classes["columns"]}>
        <div>
          {start.error && <Failure error={start.error} onRetry={start.retry} />}
          {start.texts ? (
            <MessageFields
              start={start.texts}
              edits={edits}
              onEdit={(next) => {
                setEdits(next);
                forget();
              }}
              refused={{ ...judged.fields, ...refused.fields }}
            />
          ) : (
            !start.error && <Waiting lines={5} height={64} />
          )}
        </div>
        <PreviewPane
          plan={plan}
          message={message}
          outdated={preview.outdated}
          failed={preview.error !== undefined}
          selection={selection}
          asked={contact}
          onChoose={setContact}
        />
      </div>
      <div className={classes["foot"]}>
        {general.map((text) => (
          <Alert key={text} color="red" variant="light" role="alert">
            {text}
          </Alert>
        ))}
        <Group justify="flex-end" gap="sm">
          <Text size="sm" c="dimmed" role="status">
            {plan && whyNot(plan, refusedTexts)}
          </Text>
          <Button variant="default" onClick={() => void close()}>
            Cancel
          </Button>
          <Button
            onClick={() => void submit()}
            disabled={count === 0 || refusedTexts}
            loading={sending}
          >
            {sendLabel(action, count)}
          </Button>
        </Group>
      </div>
    </Modal>
  );
}

/** Why nothing can be sent as it is; undefined where it can. */
function whyNot(plan: Preview, refusedTexts: boolean): string | undefined {
  if (refusedTexts) return "Mend the text first.";
  if (plan.queuedCount > 0) return undefined;
  return plan.skippedCount > 0
    ? "Nobody would be sent to: see above why."
    : "There is nobody to send to.";
}
