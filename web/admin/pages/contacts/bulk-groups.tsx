import { Button, Menu } from "@mantine/core";
import { ChevronDownIcon, MinusIcon, PlusIcon } from "@radix-ui/react-icons";
import { useState } from "react";
import type { Direction } from "../groups/use-members";
import { GroupDialog } from "./group-dialog";
import type { Amount } from "./possible";

/** Puts those who are chosen into groups, and takes them out. */
export function BulkGroups(props: {
  count: Amount;
  contacts: () => Promise<string[] | undefined>;
  onDone: () => void;
}) {
  const [direction, setDirection] = useState<Direction>();
  return (
    <>
      <Menu
        position="top-start"
        width={210}
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <Button variant="default" rightSection={<ChevronDownIcon />}>
            Groups
          </Button>
        </Menu.Target>
        <Menu.Dropdown aria-label="Groups of the selected">
          <Menu.Item
            leftSection={<PlusIcon />}
            onClick={() => setDirection("in")}
          >
            Put into a group…
          </Menu.Item>
          <Menu.Item
            leftSection={<MinusIcon />}
            onClick={() => setDirection("out")}
          >
            Take out of a group…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {direction && (
        <GroupDialog
          {...props}
          direction={direction}
          onClose={() => setDirection(undefined)}
        />
      )}
    </>
  );
}
