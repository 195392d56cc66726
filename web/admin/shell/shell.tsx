import {
  AppShell,
  Burger,
  Center,
  Group,
  Loader,
  Text,
  VisuallyHidden,
} from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Suspense, useEffect } from "react";
import { Route, Switch, useLocation } from "wouter";
import { useViewer } from "../data/viewer";
import { ConnectionBar } from "./connection-bar";
import { FaultBoundary } from "./fault-boundary";
import { Missing } from "./missing";
import { Navigation } from "./navigation";
import { routes } from "./routes";
import { UserMenu } from "./user-menu";

/** What stands around every page: the organization, the way around, who is signed in. */
export function Shell() {
  const { organization } = useViewer();
  const [opened, { toggle, close }] = useDisclosure();
  const [location] = useLocation();
  useEffect(close, [location, close]);

  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 232, breakpoint: "sm", collapsed: { mobile: !opened } }}
      padding={{ base: "md", sm: "xl" }}
      layout="alt"
    >
      <a href="#main" className="skip-link">
        Skip to the content
      </a>
      <AppShell.Header className="header">
        <Group
          h="100%"
          px={{ base: "md", sm: "xl" }}
          justify="space-between"
          wrap="nowrap"
        >
          <Group gap="sm" wrap="nowrap" hiddenFrom="sm" miw={0}>
            <Burger
              opened={opened}
              onClick={toggle}
              size="sm"
              aria-label="Menu"
              aria-expanded={opened}
            />
            <Text fw={650} truncate>
              {organization.name}
            </Text>
          </Group>
          <ConnectionBar />
          <UserMenu />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="md" className="navbar">
        <Group mb="lg" px="xs" gap="sm" wrap="nowrap" justify="space-between">
          <Group gap="sm" wrap="nowrap" miw={0}>
            {organization.logoUrl && (
              <img
                src={organization.logoUrl}
                alt=""
                width={28}
                height={28}
                className="logo"
              />
            )}
            <Text fw={650} lh={1.2} lineClamp={2}>
              {organization.name}
            </Text>
          </Group>
          <Burger
            opened
            onClick={close}
            size="sm"
            hiddenFrom="sm"
            aria-label="Close the menu"
          />
        </Group>
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} className="main">
        <FaultBoundary at={location}>
          <Suspense fallback={<Opening />}>
            <Switch>
              {routes.map(([path, Component]) => (
                <Route key={path} path={path}>
                  <Component />
                </Route>
              ))}
              <Route>
                <Missing />
              </Route>
            </Switch>
          </Suspense>
        </FaultBoundary>
      </AppShell.Main>
    </AppShell>
  );
}

/** Stands while a page's script is loaded. */
function Opening() {
  return (
    <Center h={240}>
      <VisuallyHidden component="h1">Loading…</VisuallyHidden>
      <Loader role="presentation" />
    </Center>
  );
}
