import {
  Box,
  Button,
  Menu,
  Text,
  useMantineColorScheme,
  type MantineColorScheme,
} from "@mantine/core";
import {
  ChevronDownIcon,
  DesktopIcon,
  ExitIcon,
  MoonIcon,
  PersonIcon,
  SunIcon,
} from "@radix-ui/react-icons";
import { useMutation } from "urql";
import { signOutMutation, switchMembershipMutation } from "../data/session";
import { useViewer } from "../data/viewer";
import { explain } from "../ui/load";
import { notifyRefused } from "../ui/notify";

const schemes: [MantineColorScheme, string, typeof SunIcon][] = [
  ["light", "Light", SunIcon],
  ["dark", "Dark", MoonIcon],
  ["auto", "As the system", DesktopIcon],
];

/** Who is signed in; other organizations; light or dark; the way out. */
export function UserMenu() {
  const { account, membership, memberships } = useViewer();
  const [, switchMembership] = useMutation(switchMembershipMutation);
  const [, signOut] = useMutation(signOutMutation);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const others = memberships.filter(
    (m) => m.id !== membership.id && m.role !== "CLIENT" && m.organization,
  );

  async function open(id: string) {
    const { data, error } = await switchMembership({
      input: { membership: id },
    });
    const [refusal] = data?.switchMembership.userErrors ?? [];
    if (error) notifyRefused(explain(error));
    else if (refusal) notifyRefused(refusal.message);
    else startOver();
  }
  async function leave() {
    const { error } = await signOut({});
    if (error) notifyRefused(explain(error));
    else startOver();
  }

  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          className="user"
          aria-label={account.name}
          rightSection={<ChevronDownIcon />}
        >
          <Box component="span" visibleFrom="sm">
            {account.name}
          </Box>
          <PersonIcon className="user-icon" />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Text size="xs" c="dimmed" px="sm" py={6} truncate>
          {account.email}
          <br />
          {membership.role.toLowerCase()}
        </Text>
        {others.length > 0 && (
          <>
            <Menu.Divider />
            <Menu.Label>Other organizations</Menu.Label>
            {others.map((m) => (
              <Menu.Item key={m.id} onClick={() => void open(m.id)}>
                {m.organization!.name}
              </Menu.Item>
            ))}
          </>
        )}
        <Menu.Divider />
        <Menu.Label>Appearance</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}
        >
          {schemes.map(([scheme, label, Icon]) => (
            <Menu.RadioItem key={scheme} value={scheme} rightSection={<Icon />}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<ExitIcon />} onClick={() => void leave()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Loads the app anew: nothing of the person or the organization before may stay. */
function startOver(): void {
  location.assign("/admin/");
}
