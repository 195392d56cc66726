import { Menu } from "@mantine/core";
import {
  Cross2Icon,
  CopyIcon,
  EnvelopeClosedIcon,
  OpenInNewWindowIcon,
  PaperPlaneIcon,
} from "@radix-ui/react-icons";
import { useLocation } from "wouter";
import { useMay } from "../../data/viewer";
import type { SendAction } from "../../gql/graphql";
import { notifyDone, notifyRefused } from "../../ui/notify";
import { nameOf } from "./columns";
import type { ListedContact } from "./contacts-queries";
import { actionFor, revocable } from "./possible";
import { useRevoke, useSendNow } from "./send-now";
import classes from "./table.module.css";

/**
 * What can be done with one contact. One menu serves all rows, at the button
 * that was pressed: a menu for each would be most of what scrolling costs.
 */
export function RowMenu(props: {
  contact: ListedContact;
  button: HTMLElement;
  mayDo: (action: SendAction) => boolean;
  onSend: (contact: ListedContact, action: SendAction) => void;
  onClose: () => void;
}) {
  const { contact, button } = props;
  const may = useMay();
  const [, navigate] = useLocation();
  const sendNow = useSendNow();
  const revoke = useRevoke();
  const action = actionFor(contact);
  const sends = action && props.mayDo(action) ? action : null;
  const verb = sends === "INVITE" ? "Invite" : "Resend";
  const { invitation } = contact;
  const revokes =
    invitation &&
    revocable.includes(contact.status) &&
    may("REVOKE_INVITATION");
  const place = button.getBoundingClientRect();
  const close = () => {
    button.focus({ preventScroll: true });
    props.onClose();
  };

  return (
    <Menu
      opened
      onChange={(opened) => !opened && close()}
      position="bottom-end"
      width={230}
      returnFocus={false}
      // It would be a child that a menu must not have.
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <span
          aria-hidden
          className={classes.menuPlace}
          style={{
            top: place.top + window.scrollY,
            left: place.left,
            width: place.width,
            height: place.height,
          }}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={`More for ${nameOf(contact)}`}>
        <Menu.Item
          leftSection={<OpenInNewWindowIcon />}
          onClick={() => navigate(`/contacts/${contact.id}`)}
        >
          Open
        </Menu.Item>
        {sends && (
          <>
            <Menu.Item
              leftSection={
                sends === "INVITE" ? <EnvelopeClosedIcon /> : <PaperPlaneIcon />
              }
              onClick={() => props.onSend(contact, sends)}
            >
              {verb} with edited text…
            </Menu.Item>
            <Menu.Item
              leftSection={
                sends === "INVITE" ? <EnvelopeClosedIcon /> : <PaperPlaneIcon />
              }
              onClick={() => void sendNow(contact, sends)}
            >
              {verb} unedited
            </Menu.Item>
          </>
        )}
        {contact.email && (
          <Menu.Item
            leftSection={<CopyIcon />}
            onClick={() => void copy(contact.email!)}
          >
            Copy email
          </Menu.Item>
        )}
        {revokes && (
          <>
            <Menu.Divider />
            <Menu.Item
              color="red"
              leftSection={<Cross2Icon />}
              onClick={() => void revoke(contact, invitation.id)}
            >
              Revoke invitation…
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

async function copy(email: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(email);
    notifyDone(`${email} is copied.`);
  } catch {
    notifyRefused(`The browser did not let us copy. The email is ${email}.`);
  }
}
