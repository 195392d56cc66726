import { Skeleton, Stack } from "@mantine/core";
import { useMemo } from "react";
import { useQuery, type CombinedError } from "urql";
import { useSearchParams } from "wouter";
import { useMay, useZone } from "../../data/viewer";
import { Empty, Loaded } from "../../ui/load";
import { Page } from "../../ui/page";
import { useNow } from "../../ui/use-now";
import { billingUsedQuery } from "./billing-queries";
import { choiceOf, dateIn, missing, paramsOf, periodInput } from "./period";
import { PeriodField } from "./period-field";
import { UsageView } from "./usage-view";

/** What is billed, and why. */
export function Billing() {
  if (!useMay()("MANAGE_BILLING")) {
    return (
      <Page title="Billing">
        <div className="card">
          <Empty title="You may not see what is billed">
            Ask an owner of your organization.
          </Empty>
        </div>
      </Page>
    );
  }
  return <Billed />;
}

function Billed() {
  const zone = useZone();
  const today = dateIn(zone, useNow(60_000));
  const [params, setParams] = useSearchParams();
  const choice = choiceOf(params);
  const key = JSON.stringify(periodInput(choice, today));
  const period = useMemo(
    () => JSON.parse(key) as ReturnType<typeof periodInput>,
    [key],
  );
  const lacking = period ? missing(period) : {};
  const incomplete = Object.keys(lacking).length > 0;
  const [result, ask] = useQuery({
    query: billingUsedQuery,
    variables: { period },
    pause: incomplete,
  });
  const refused = refusedDays(result.error);
  const again = () => ask({ requestPolicy: "network-only" });

  return (
    <Page
      title="Billing"
      lead="What your organization is billed for, day by day, and why."
    >
      <PeriodField
        choice={choice}
        today={today}
        refused={{ ...refused, ...lacking }}
        onChoose={(next) => setParams(paramsOf(next), { replace: true })}
      />
      {(incomplete || refused) && (
        <div className="card">
          <Empty title="Choose other days">
            At most 366 days, none after today.
          </Empty>
        </div>
      )}
      {!incomplete && !refused && (
        <Loaded result={result} onRetry={again} skeleton={<Skeletons />}>
          {({ billingUsage }) => (
            <UsageView
              usage={billingUsage}
              period={period}
              zone={zone}
              onChanged={again}
            />
          )}
        </Loaded>
      )}
    </Page>
  );
}

/** A refusal of the days, to stand beside them; undefined for any other failure. */
function refusedDays(
  error: CombinedError | undefined,
): { from?: string; to?: string } | undefined {
  const [first] = error?.graphQLErrors ?? [];
  if (first?.extensions?.["code"] !== "BAD_REQUEST") return undefined;
  const field = String(first.extensions["field"] ?? "");
  return { [field.endsWith("from") ? "from" : "to"]: first.message };
}

function Skeletons() {
  return (
    <Stack gap="lg" role="status" aria-label="Loading…">
      {[112, 388, 240].map((height) => (
        <Skeleton key={height} height={height} radius={12} aria-hidden />
      ))}
    </Stack>
  );
}
