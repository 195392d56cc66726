import {
  Button,
  Group,
  SegmentedControl,
  Select,
  Skeleton,
  Stack,
} from "@mantine/core";
import { useQuery } from "urql";
import { useSearchParams } from "wouter";
import { useRefreshOnChange } from "../../data/live";
import { useViewer, useWords } from "../../data/viewer";
import { DayChart, type ChartSeries } from "../../ui/day-chart";
import { Loaded } from "../../ui/load";
import { FunnelView } from "./funnel-view";
import { overviewReportQuery } from "./overview-queries";
import {
  choiceOf,
  spans,
  withChoice,
  type ReportChoice,
} from "./report-choice";
import { ReportLegend, ReportTable } from "./report-table";
import { Section } from "./section";

/** What became of invitations, day by day, and the way from the file into the app. */
export function Report() {
  const { locations } = useViewer().organization;
  const [params, setParams] = useSearchParams();
  const choice = choiceOf(params, locations);
  const series = useSeries();
  const [result, ask] = useQuery({
    query: overviewReportQuery,
    variables: { days: choice.days, location: choice.location },
  });
  const refresh = () => ask({ requestPolicy: "network-only" });
  useRefreshOnChange(refresh, 5_000);
  const choose = (changes: Partial<ReportChoice>) =>
    setParams((old) => withChoice(old, { ...choice, ...changes }), {
      replace: true,
    });

  return (
    <Section
      id="report"
      title="What became of invitations"
      action={
        <Group gap="sm">
          {locations.length > 1 && (
            <Select
              aria-label="Location"
              placeholder="All locations"
              data={locations.map(({ id, name }) => ({
                value: id,
                label: name,
              }))}
              value={choice.location}
              onChange={(location) => choose({ location })}
              searchable
              clearable
              clearButtonProps={{ "aria-label": "All locations" }}
              limit={100}
              w={190}
            />
          )}
          <SegmentedControl
            aria-label="Days"
            data={spans.map((span) => ({
              value: String(span),
              label: `${span} days`,
            }))}
            value={String(choice.days)}
            onChange={(days) => choose({ days: Number(days) })}
          />
        </Group>
      }
    >
      <Loaded
        result={result}
        onRetry={refresh}
        skeleton={<Skeleton height={560} role="status" aria-label="Loading…" />}
      >
        {({ viewer }) => {
          const report = viewer?.organization?.report;
          if (!report) return null;
          const days = report.days.map(({ date, ...counts }) => ({
            date,
            counts: counts as unknown as Record<string, number>,
          }));
          const label = `Invitations by the state they entered, ${choice.days} days`;
          return (
            <Stack gap="lg" aria-busy={result.fetching || undefined}>
              {choice.asTable ? (
                <ReportTable days={days} series={series} label={label} />
              ) : (
                <div>
                  <DayChart days={days} series={series} label={label} />
                  <ReportLegend days={days} series={series} />
                </div>
              )}
              <div>
                <Button
                  variant="default"
                  size="xs"
                  onClick={() => choose({ asTable: !choice.asTable })}
                >
                  {choice.asTable ? "Show as a chart" : "Show as a table"}
                </Button>
              </div>
              <FunnelView funnel={report.funnel} />
            </Stack>
          );
        }}
      </Loaded>
    </Section>
  );
}

/** What is counted, in the organization's words; what is good lies at the bottom. */
function useSeries(): ChartSeries[] {
  const { status } = useWords();
  return [
    { key: "accepted", label: status("ACCEPTED"), tone: "done" },
    { key: "sent", label: status("PENDING"), tone: "sent" },
    { key: "queued", label: status("QUEUED"), tone: "waiting" },
    { key: "expired", label: status("EXPIRED"), tone: "expired" },
    { key: "declined", label: status("DECLINED"), tone: "declined" },
    { key: "revoked", label: status("REVOKED"), tone: "withdrawn" },
    { key: "failed", label: status("FAILED"), tone: "failed" },
  ];
}
