import { Anchor, Button, Group, Table, Text } from "@mantine/core";
import { Link } from "wouter";
import { useRefreshOnOrganization } from "../../data/live";
import { usePages } from "../../data/pages";
import type { BillingPeriodInput } from "../../gql/graphql";
import { Empty, Failure, Waiting } from "../../ui/load";
import { When } from "../../ui/when";
import { Section } from "../overview/section";
import { billingHouseholdsQuery, type Billed } from "./billing-queries";
import style from "./billing.module.css";

const pageSize = 50;

/** Each household that counted, since when, until when, and through whom. */
export function BilledHouseholds(props: {
  period: BillingPeriodInput | null;
  zone: string;
}) {
  const pages = usePages(
    billingHouseholdsQuery,
    { period: props.period, first: pageSize },
    (data) => data.billingUsage.households,
  );
  useRefreshOnOrganization(pages.refresh, [
    "CONTACT_JOINED",
    "HOUSEHOLD_CHANGED",
  ]);
  return (
    <Section id="households" title="Households that counted">
      {pages.error && <Failure error={pages.error} onRetry={pages.refresh} />}
      {pages.loading && <Waiting lines={5} height={36} />}
      {!pages.loading && !pages.error && pages.nodes.length === 0 && (
        <Empty title="No household counted in these days">
          A household counts from the day on which its first member joins.
        </Empty>
      )}
      {pages.nodes.length > 0 && (
        <div
          className={style["wide"]}
          role="group"
          aria-label="Households that counted"
          tabIndex={0}
        >
          <Table aria-label="Households that counted">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">Household</Table.Th>
                <Table.Th scope="col">Because</Table.Th>
                <Table.Th scope="col">From</Table.Th>
                <Table.Th scope="col">Until</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {pages.nodes.map((billed, n) => (
                <Line key={n} billed={billed} zone={props.zone} />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {pages.nodes.length > 0 && (
        <Group justify="space-between" mt="sm">
          <Text size="sm" c="dimmed" role="status" className="numbers">
            {pages.nodes.length.toLocaleString()}{" "}
            {pages.hasMore ? "shown; there are more" : "in all"}
          </Text>
          {pages.hasMore && (
            <Button
              variant="default"
              loading={pages.loadingMore}
              onClick={pages.more}
            >
              Show more
            </Button>
          )}
        </Group>
      )}
    </Section>
  );
}

function Line({ billed, zone }: { billed: Billed; zone: string }) {
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={550}>
        {billed.household ? (
          <Anchor
            component={Link}
            to={`/households/${billed.household.id}`}
            inherit
          >
            {billed.name}
          </Anchor>
        ) : (
          <>
            {billed.name}{" "}
            <Text span size="sm" c="dimmed" fw={400}>
              (is no more)
            </Text>
          </>
        )}
      </Table.Th>
      <Table.Td>{billed.because}</Table.Td>
      <Table.Td>
        <When at={billed.from} zone={zone} />
      </Table.Td>
      <Table.Td>
        {billed.until ? (
          <When at={billed.until} zone={zone} />
        ) : (
          <Text span size="sm" c="dimmed">
            Still counts
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
