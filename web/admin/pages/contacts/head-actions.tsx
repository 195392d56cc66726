import { Button, Menu } from "@mantine/core";
import {
  ChevronDownIcon,
  EnvelopeClosedIcon,
  PersonIcon,
  PlusIcon,
} from "@radix-ui/react-icons";
import { Link } from "wouter";
import { useMay, useWords } from "../../data/viewer";
import type { Stage } from "../../gql/graphql";
import { stages } from "./address";
import { plural } from "./words";

/**
 * The page's own buttons: inviting all of a stage who were never invited, one
 * person, and creating. Where there is no room they are one menu.
 */
export function HeadActions(props: { onInvite: (stage: Stage) => void }) {
  const may = useMay();
  const words = useWords();
  const invite = may("INVITE")
    ? stages.map((stage) => ({
        stage,
        label: `Invite ${plural(words.stage(stage))}`,
      }))
    : [];
  const create = may("CREATE_CONTACTS");
  const inviteOne = create && may("INVITE");
  if (invite.length === 0 && !create) return null;
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <Button rightSection={<ChevronDownIcon />} hiddenFrom="lg">
            Invite and create
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {invite.map(({ stage, label }) => (
            <Menu.Item
              key={stage}
              leftSection={<EnvelopeClosedIcon />}
              onClick={() => props.onInvite(stage)}
            >
              {label}
            </Menu.Item>
          ))}
          {inviteOne && (
            <Menu.Item
              component={Link}
              to="/invite"
              leftSection={<PersonIcon />}
            >
              Invite one
            </Menu.Item>
          )}
          {create && (
            <Menu.Item component={Link} to="/create" leftSection={<PlusIcon />}>
              Create clients
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {invite.map(({ stage, label }) => (
        <Button
          key={stage}
          variant="default"
          visibleFrom="lg"
          onClick={() => props.onInvite(stage)}
        >
          {label}
        </Button>
      ))}
      {inviteOne && (
        <Button
          component={Link}
          to="/invite"
          variant="default"
          visibleFrom="lg"
        >
          Invite one
        </Button>
      )}
      {create && (
        <Button
          component={Link}
          to="/create"
          leftSection={<PlusIcon />}
          visibleFrom="lg"
        >
          Create clients
        </Button>
      )}
    </>
  );
}
