import { graphql } from "../../gql";

/** What needs somebody, and where everybody stands. */
export const overviewQuery = graphql(`
  query Overview($before: Time!, $expiring: Int!, $problems: Int!) {
    viewer {
      organization {
        id
        statusCounts {
          status
          label
          count {
            value
            exact
          }
        }
        deliveryProblems(first: $problems) {
          at
          contact {
            id
            name
            email
            phone
            status
            clientType {
              key
            }
            location {
              id
              timeZone
            }
            invitation {
              id
              status
              expectedSendAt
            }
          }
          delivery {
            id
            round
            purpose
            channel
            address
            state
            reason
          }
        }
      }
    }
    contacts(
      filter: { expiresBefore: $before }
      sort: { field: EXPIRES_AT, direction: ASC }
      first: $expiring
    ) {
      nodes {
        id
        name
        email
        phone
        status
        clientType {
          key
        }
        location {
          id
          timeZone
        }
        invitation {
          id
          status
          expiresAt
          expectedSendAt
        }
      }
      totalCount {
        value
        exact
      }
    }
  }
`);

/** What became of invitations; for who sees everybody's. */
export const overviewReportQuery = graphql(`
  query OverviewReport($days: Int!, $location: ID) {
    viewer {
      organization {
        id
        report(days: $days, location: $location) {
          days {
            date
            queued
            sent
            accepted
            declined
            expired
            revoked
            failed
          }
          funnel {
            created
            invited
            sent
            registered
          }
        }
      }
    }
  }
`);
