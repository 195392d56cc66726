import { Anchor, Button, Group as Row, Stack } from "@mantine/core";
import { ArrowLeftIcon } from "@radix-ui/react-icons";
import { useMemo } from "react";
import { useQuery } from "urql";
import { Link, useParams } from "wouter";
import { codeOf } from "../../data/client";
import { useRefreshOnChange, useRefreshOnOrganization } from "../../data/live";
import { Empty, Loaded, Waiting } from "../../ui/load";
import { Page } from "../../ui/page";
import { reachableTypes } from "../contacts/possible";
import { GroupView } from "./group-view";
import { groupsOneQuery } from "./groups-queries";

/** One group: where its contacts stand, who they are, and what is sent to them. */
export function GroupPage() {
  const { id = "" } = useParams<{ id: string }>();
  return <OneGroup key={id} id={id} />;
}

function OneGroup({ id }: { id: string }) {
  const reachable = useMemo(
    () => ({ groups: [id], clientTypes: reachableTypes }),
    [id],
  );
  const [result, ask] = useQuery({
    query: groupsOneQuery,
    variables: { id, reachable },
  });
  const again = () => ask({ requestPolicy: "network-only" });
  useRefreshOnChange(again);
  useRefreshOnOrganization(again, ["GROUP_CHANGED"]);
  const { error, data } = result;
  // What is not even an id is refused as a bad request.
  const missing = error
    ? ["NOT_FOUND", "BAD_REQUEST"].includes(codeOf(error))
    : data && !data.group;
  if (missing) return <NoGroup />;
  if (!data?.group) {
    return (
      <Page title="Group" lead={<Back />}>
        <Loaded
          result={result}
          onRetry={again}
          skeleton={
            <Stack gap="lg">
              <div className="card">
                <Waiting lines={3} height={32} />
              </div>
              <div className="card">
                <Waiting lines={6} height={44} />
              </div>
            </Stack>
          }
        >
          {() => null}
        </Loaded>
      </Page>
    );
  }
  return (
    <GroupView
      group={data.group}
      reachable={data.contacts.statusCounts}
      back={<Back />}
      problem={
        <Loaded result={result} onRetry={again}>
          {() => null}
        </Loaded>
      }
      onChanged={again}
    />
  );
}

function Back() {
  return (
    <Anchor component={Link} to="/groups" size="sm">
      <Row component="span" gap={6}>
        <ArrowLeftIcon /> All groups
      </Row>
    </Anchor>
  );
}

function NoGroup() {
  return (
    <Page title="No such group">
      <div className="card">
        <Empty
          title="There is no group at this address"
          action={
            <Button component={Link} to="/groups" mt="sm">
              Go to groups
            </Button>
          }
        >
          The address may be old, or the group was deleted.
        </Empty>
      </div>
    </Page>
  );
}
