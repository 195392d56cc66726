import { Skeleton, Stack, Text } from "@mantine/core";
import { Empty } from "../../ui/load";
import { LookAs } from "./look-as";
import { MailPreview, PhonePreview } from "./messages";
import { nameOf, type Preview, type Selection } from "./plan";
import classes from "./send.module.css";

/**
 * The messages as one of the contacts receives them. What cannot be shown just
 * now leaves the last that could, dimmed.
 */
export function PreviewPane(props: {
  plan: Preview | undefined;
  message: Preview["message"] | undefined;
  outdated: boolean;
  failed: boolean;
  selection: Selection;
  /** As whom the person wants to look; undefined for the first. */
  asked: string | undefined;
  onChoose: (contact: string) => void;
}) {
  const { plan, message, outdated } = props;
  const skipped = plan?.skipped.find(
    ({ contact }) => contact.id === props.asked,
  );
  const shown = message?.contact ?? skipped?.contact;
  const people = (plan?.queuedCount ?? 0) + (plan?.skippedCount ?? 0);
  return (
    <Stack gap="md" component="section" aria-label="Preview">
      {shown && people > 1 && (
        <LookAs
          selection={props.selection}
          shown={shown}
          onChoose={props.onChoose}
        />
      )}
      {!plan && !props.failed && <Skeleton height={480} aria-hidden />}
      {plan && !message && !skipped && (
        <Empty title="No message to show">
          Nobody would be sent to, so there is nothing to look at.
        </Empty>
      )}
      {skipped && !message && (
        <Text size="sm" role="status">
          {nameOf(skipped.contact)} gets no message: {skipped.error.message}
        </Text>
      )}
      {message && (
        <div
          className={classes["messages"]}
          role="group"
          aria-label="Messages"
          aria-busy={outdated}
          aria-disabled={outdated}
        >
          <MailPreview mail={message.email} />
          <PhonePreview sms={message.sms} />
        </div>
      )}
    </Stack>
  );
}
