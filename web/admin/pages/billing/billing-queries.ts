import { graphql } from "../../gql";
import type {
  BillingHouseholdsQuery,
  BillingUsedQuery,
} from "../../gql/graphql";

/** What is billed for some days. */
export const billingUsedQuery = graphql(`
  query BillingUsed($period: BillingPeriodInput) {
    billingUsage(period: $period) {
      unit
      from
      to
      current
      peak
      registeredHouseholds
      seats {
        clientType {
          key
          name
        }
        count
      }
      days {
        date
        billed
        registeredHouseholds
        seats
      }
      rules {
        what
        counts
        why
      }
      csvUrl
    }
  }
`);

/** What is billed. */
export type Usage = BillingUsedQuery["billingUsage"];

/** The households that counted, and why each did. */
export const billingHouseholdsQuery = graphql(`
  query BillingHouseholds(
    $period: BillingPeriodInput
    $first: Int!
    $after: String
  ) {
    billingUsage(period: $period) {
      households(first: $first, after: $after) {
        nodes {
          household {
            id
          }
          name
          from
          until
          because
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** A household that counted, for one stretch of time. */
export type Billed =
  BillingHouseholdsQuery["billingUsage"]["households"]["nodes"][number];
