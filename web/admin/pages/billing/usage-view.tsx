import { Button, Stack, Text } from "@mantine/core";
import { DownloadIcon } from "@radix-ui/react-icons";
import { useRefreshOnChange, useRefreshOnOrganization } from "../../data/live";
import type { BillingPeriodInput } from "../../gql/graphql";
import { dateName } from "../../ui/chart-scale";
import { DayChart } from "../../ui/day-chart";
import { Empty } from "../../ui/load";
import { Section } from "../overview/section";
import { BilledHouseholds } from "./billed-households";
import type { Usage } from "./billing-queries";
import { DayTable } from "./day-table";
import { Figures } from "./figures";
import { Rules } from "./rules";
import { unitWords } from "./unit-words";
import style from "./billing.module.css";

/** What is billed for some days: the numbers, the days, the reasons. */
export function UsageView(props: {
  usage: Usage;
  period: BillingPeriodInput | null;
  zone: string;
  onChanged: () => void;
}) {
  const { usage, period, zone } = props;
  const words = unitWords[usage.unit];
  const first = dateName(usage.from, "long");
  const last = dateName(usage.to, "long");
  const label = `${words.heading} by day, ${first} to ${last}`;
  useRefreshOnChange(props.onChanged, 3_000);
  useRefreshOnOrganization(props.onChanged, ["HOUSEHOLD_CHANGED"]);

  return (
    <Stack gap="lg">
      <Figures usage={usage} />
      <Section
        id="days"
        title="Day by day"
        action={
          <Button
            component="a"
            href={usage.csvUrl}
            download
            variant="default"
            leftSection={<DownloadIcon />}
          >
            Download CSV
          </Button>
        }
      >
        <Text size="sm" c="dimmed" mb="sm">
          {first === last ? first : `${first} to ${last}`}: what counted at the
          end of each day, or counts now if it is today.
        </Text>
        {usage.peak === 0 ? (
          <Empty title="Nothing counted in these days">{words.nothing}</Empty>
        ) : (
          <div className={style["days"]}>
            {usage.days.length > 1 ? (
              <DayChart
                days={usage.days.map(({ date, billed }) => ({
                  date,
                  counts: { billed },
                }))}
                series={[{ key: "billed", label: words.heading, tone: "done" }]}
                label={label}
              />
            ) : (
              <Empty title={words.count(usage.days[0]?.billed ?? 0)}>
                This is a single day; from the second on there is a chart.
              </Empty>
            )}
            <DayTable usage={usage} label={label} />
          </div>
        )}
      </Section>
      {usage.unit === "REGISTERED_HOUSEHOLD" && (
        <BilledHouseholds period={period} zone={zone} />
      )}
      <Rules rules={usage.rules} />
    </Stack>
  );
}
