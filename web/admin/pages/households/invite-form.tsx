import { Alert, Button, Group } from "@mantine/core";
import { useMemo, useState } from "react";
import { Failure, Waiting } from "../../ui/load";
import { refusedBy } from "../../ui/refusals";
import { MessageFields } from "../send/message-fields";
import { sendLabel, type Selection } from "../send/plan";
import { PlanSummary } from "../send/plan-summary";
import { PreviewPane } from "../send/preview-pane";
import classes from "../send/send.module.css";
import type { TextEdits } from "../send/texts";
import { usePreview } from "../send/use-preview";
import { fieldNames } from "../send/use-send";
import { useStart } from "../send/use-start";
import type { HouseholdsInvited } from "./households-queries";
import { useInviteHouseholds } from "./use-invite";

/** What those who are picked receive and when, and the button that invites them. */
export function InviteForm(props: {
  households: string[];
  /** Who is picked of them. */
  contacts: string[];
  edits: TextEdits;
  onEdit: (edits: TextEdits) => void;
  onCancel: () => void;
  onInvited: (invited: HouseholdsInvited) => void;
}) {
  const { edits, onEdit } = props;
  const key = props.contacts.join();
  const selection = useMemo<Selection>(
    () => ({ contacts: key.split(",") }),
    [key],
  );
  const [contact, setContact] = useState<string>();
  const start = useStart("INVITE", selection);
  const preview = usePreview("INVITE", selection, edits, contact);
  const invite = useInviteHouseholds(props.households);
  const { plan, message } = preview;
  const judged = refusedBy(plan?.userErrors ?? [], fieldNames);
  const general = [...new Set([...judged.general, ...invite.refused.general])];
  const refusedTexts = Object.keys(judged.fields).length > 0;
  const count = plan?.queuedCount ?? 0;

  async function submit() {
    const invited = await invite.send(edits);
    if (invited) props.onInvited(invited);
  }

  return (
    <>
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
                onEdit(next);
                invite.forget();
              }}
              refused={{ ...judged.fields, ...invite.refused.fields }}
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
          <Button variant="default" onClick={props.onCancel}>
            Cancel
          </Button>
          <Button
            onClick={() => void submit()}
            disabled={count === 0 || refusedTexts}
            loading={invite.sending}
          >
            {sendLabel("INVITE", count)}
          </Button>
        </Group>
      </div>
    </>
  );
}
