import { Alert, Anchor, Button, Grid, Group, Stack, Text } from "@mantine/core";
import { ArrowLeftIcon, EnvelopeClosedIcon } from "@radix-ui/react-icons";
import { useCallback, useState } from "react";
import { useQuery } from "urql";
import { Link, useParams } from "wouter";
import { codeOf } from "../../data/client";
import { useRefreshOnOrganization, useStatusChanges } from "../../data/live";
import { useMay } from "../../data/viewer";
import { Chip } from "../../ui/chips";
import { calledOf } from "../../ui/contact-search";
import { Empty, Loaded, Waiting } from "../../ui/load";
import { Page } from "../../ui/page";
import { SendDialog } from "../send/send-dialog";
import type { Selection } from "../send/plan";
import { About } from "./about";
import {
  householdDetailQuery,
  type HouseholdDetail,
} from "./households-queries";
import { Members } from "./members";
import { useLeads } from "./use-leads";
import { pickWords, stateColors, stateWords } from "./words";

/** One household: who belongs to it, who came in how, whom to invite next. */
export function HouseholdPage() {
  const { id = "" } = useParams<{ id: string }>();
  // Another household is another page: nothing that was typed goes along.
  return <OneHousehold key={id} id={id} />;
}

function OneHousehold({ id }: { id: string }) {
  const [result, ask] = useQuery({
    query: householdDetailQuery,
    variables: { id },
  });
  const again = useCallback(
    () => ask({ requestPolicy: "network-only" }),
    [ask],
  );
  const { data, error } = result;
  const household = data?.household;
  const isMember = (contact: string) =>
    household?.members.some((member) => member.id === contact) ?? false;
  useRefreshOnOrganization(
    again,
    (change) =>
      change.household?.id === id ||
      (change.contact !== null && isMember(change.contact.id)),
  );
  useStatusChanges((change) => {
    if (isMember(change.contact.id)) again();
  });
  const missing = error
    ? ["NOT_FOUND", "BAD_REQUEST"].includes(codeOf(error))
    : data && !household;
  if (missing) return <NoSuchHousehold />;
  if (!household) {
    return (
      <Page title="Household" lead={<Back />}>
        <Loaded result={result} onRetry={again} skeleton={<Holding />}>
          {() => null}
        </Loaded>
      </Page>
    );
  }
  return (
    <Page
      title={household.name}
      lead={
        <Group gap="md">
          <Back />
          <span role="status">
            <Chip
              color={stateColors[household.state]}
              data-status={household.state}
            >
              {stateWords[household.state]}
            </Chip>
          </span>
        </Group>
      }
      actions={<InviteActions household={household} onDone={again} />}
    >
      <Loaded result={result} onRetry={again}>
        {({ household }) =>
          household && (
            <Grid gap="lg">
              <Grid.Col span={{ base: 12, lg: 4 }}>
                <Stack gap="lg">
                  <About household={household} />
                  <Pick household={household} />
                </Stack>
              </Grid.Col>
              <Grid.Col span={{ base: 12, lg: 8 }}>
                <Members household={household} onChanged={again} />
              </Grid.Col>
            </Grid>
          )
        }
      </Loaded>
    </Page>
  );
}

function Back() {
  return (
    <Anchor component={Link} to="/households" size="sm">
      <Group component="span" gap={6}>
        <ArrowLeftIcon /> All households
      </Group>
    </Anchor>
  );
}

/** Inviting the one who is picked, or everyone who can be. */
function InviteActions(props: {
  household: HouseholdDetail;
  onDone: () => void;
}) {
  const { household } = props;
  const may = useMay();
  const leads = useLeads();
  const [selection, setSelection] = useState<Selection>();
  const picked = household.pick?.contact;
  if (!leads || !may("INVITE")) return null;
  const others = household.members.filter(
    ({ state, id }) => state === "ON_FILE" && id !== picked?.id,
  );
  return (
    <>
      {others.length > 0 && (
        <Button
          variant="default"
          onClick={() =>
            setSelection({ filter: { households: [household.id] } })
          }
        >
          Invite everyone…
        </Button>
      )}
      {picked && (
        <Button
          leftSection={<EnvelopeClosedIcon />}
          onClick={() => setSelection({ contacts: [picked.id] })}
        >
          Invite {calledOf(picked)}…
        </Button>
      )}
      {selection && (
        <SendDialog
          action="INVITE"
          selection={selection}
          onClose={() => setSelection(undefined)}
          onDone={props.onDone}
        />
      )}
    </>
  );
}

/** Whom to invite next and why; or why nobody. */
function Pick({ household }: { household: HouseholdDetail }) {
  const { pick } = household;
  if (!pick) return null;
  return (
    <Alert
      color="gray"
      variant="light"
      title={pick.contact ? "Whom to invite" : "Nobody to invite"}
    >
      <Text size="sm" c="var(--mantine-color-text)">
        {pick.contact
          ? `${calledOf(pick.contact)}: ${pick.reason ? pickWords[pick.reason] : "can be invited"}. Whoever joins adds the rest.`
          : pick.error?.message}
      </Text>
    </Alert>
  );
}

function NoSuchHousehold() {
  return (
    <Page title="No such household">
      <div className="card">
        <Empty
          title="There is no household at this address"
          action={
            <Button component={Link} to="/households" mt="sm">
              Go to households
            </Button>
          }
        >
          The address may be old, or nobody is left in the household.
        </Empty>
      </div>
    </Page>
  );
}

/** Holds the page's places until the household is there. */
function Holding() {
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, lg: 4 }}>
        <div className="card">
          <Waiting lines={6} height={28} />
        </div>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 8 }}>
        <div className="card">
          <Waiting lines={5} height={48} />
        </div>
      </Grid.Col>
    </Grid>
  );
}
