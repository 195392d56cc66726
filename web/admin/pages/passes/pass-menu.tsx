import { ActionIcon, Menu } from "@mantine/core";
import { DotsHorizontalIcon } from "@radix-ui/react-icons";
import type { ListedPass } from "./passes-queries";

/** What can be done with one pass. */
export interface PassActs {
  onBind: (pass: ListedPass) => void;
  onUnbind: (pass: ListedPass) => void;
  onPrint: (pass: ListedPass) => void;
  onRevoke: (pass: ListedPass) => void;
}

/** The menu of a pass that is available; nothing can be done with another. */
export function PassMenu(props: { pass: ListedPass } & PassActs) {
  const { pass } = props;
  if (pass.state !== "AVAILABLE") return null;
  return (
    <Menu position="bottom-end" width={220} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={`More for pass ${pass.reference}`}
        >
          <DotsHorizontalIcon />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => props.onPrint(pass)}>Print…</Menu.Item>
        <Menu.Item onClick={() => props.onBind(pass)}>
          {pass.boundTo ? "Bind to somebody else…" : "Bind to a contact…"}
        </Menu.Item>
        {pass.boundTo && (
          <Menu.Item onClick={() => props.onUnbind(pass)}>
            Bind to nobody
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item color="red" onClick={() => props.onRevoke(pass)}>
          Revoke…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
