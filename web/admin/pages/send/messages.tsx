import { Text } from "@mantine/core";
import { MailFrame } from "../../ui/mail-frame";
import type { Preview } from "./plan";
import classes from "./send.module.css";

type Message = NonNullable<Preview["message"]>;

/** An email as a mail program would show it. */
export function MailPreview({ mail }: { mail: Message["email"] }) {
  if (!mail) return null;
  return (
    <figure className={classes["mail"]}>
      <dl className={classes["head"]}>
        <dt>From</dt>
        <dd>{mail.from}</dd>
        <dt>To</dt>
        <dd>{mail.to}</dd>
        <dt>Subject</dt>
        <dd className={classes["subject"]}>{mail.subject}</dd>
      </dl>
      <MailFrame html={mail.html} title={`Email: ${mail.subject}`} />
    </figure>
  );
}

/** A text message as a phone would show it. */
export function PhonePreview({ sms }: { sms: Message["sms"] }) {
  if (!sms) return null;
  return (
    <figure className={classes["phone"]}>
      <Text size="xs" c="dimmed" ta="center" className="numbers">
        Text message to {sms.to}
      </Text>
      <p className={classes["bubble"]}>{sms.text}</p>
      <figcaption>
        <Text size="xs" c="dimmed" className="numbers">
          {sms.segments === 1
            ? "Billed as 1 part."
            : `Billed as ${sms.segments} parts.`}{" "}
          The wording is Usher’s own and cannot be edited.
        </Text>
      </figcaption>
    </figure>
  );
}
