import { Button, Skeleton, Stack } from "@mantine/core";
import { useQuery } from "urql";
import { Link } from "wouter";
import { useMay, useViewer } from "../../data/viewer";
import { Loaded } from "../../ui/load";
import { Page } from "../../ui/page";
import { useNow } from "../../ui/use-now";
import { useFollow } from "../sending/follow";
import { Expiring, fewExpiring, soonDays } from "./expiring";
import { FirstSteps } from "./first-steps";
import { overviewQuery } from "./overview-queries";
import { daysAhead } from "./places";
import { mostProblems, Problems } from "./problems";
import { Report } from "./report";
import { Standing } from "./standing";

/** What needs somebody first, then where everybody stands, then how it went. */
export function Overview() {
  const { organization, membership } = useViewer();
  const may = useMay();
  const now = useNow(60_000);
  const before = daysAhead(now, soonDays);
  const [result, ask] = useQuery({
    query: overviewQuery,
    variables: { before, expiring: fewExpiring, problems: mostProblems },
  });
  const refresh = () => ask({ requestPolicy: "network-only" });
  useFollow(refresh);
  // The report counts everybody, and trainers see their own clients only: no
  // permission says so.
  const seesEverybody = membership.role !== "TRAINER";

  return (
    <Page
      title="Overview"
      lead={organization.name}
      actions={
        <>
          {may("INVITE") && (
            <Button component={Link} to="/invite" variant="default">
              Invite one
            </Button>
          )}
          {may("CREATE_CONTACTS") && (
            <Button component={Link} to="/create">
              Create clients
            </Button>
          )}
        </>
      }
    >
      <Loaded result={result} onRetry={refresh} skeleton={<Skeletons />}>
        {({ viewer, contacts }) => {
          const found = viewer?.organization;
          if (!found) return null;
          const anybody = found.statusCounts.some((c) => c.count.value > 0);
          if (!anybody) return <FirstSteps />;
          return (
            <Stack gap="lg">
              <Problems problems={found.deliveryProblems} onSent={refresh} />
              <Expiring
                contacts={contacts}
                before={before}
                now={now}
                onSent={refresh}
              />
              <Standing counts={found.statusCounts} />
              {seesEverybody && <Report />}
            </Stack>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Skeletons() {
  return (
    <Stack gap="lg" role="status" aria-label="Loading…">
      {[134, 98, 178, 650].map((height) => (
        <Skeleton key={height} height={height} radius={12} aria-hidden />
      ))}
    </Stack>
  );
}
