import { graphql } from "../../gql";

/** Each location's lane: what waits in it, and when it may leave. */
export const sendingLanesQuery = graphql(`
  query SendingLanes {
    viewer {
      organization {
        id
        locations {
          id
          name
          timeZone
          waiting
          nextSendAt
          expectedFinishAt
          policy {
            paceSeconds
            sendWindow {
              from
              to
              days
            }
          }
        }
      }
    }
  }
`);

/** The newest batches. What waits of one tells the zone in which it finishes. */
export const sendingBatchesQuery = graphql(`
  query SendingBatches($first: Int!, $after: String) {
    invitationBatches(first: $first, after: $after) {
      nodes {
        id
        createdBy
        createdAt
        total
        sent
        failed
        cancelled
        waiting
        expectedFinishAt
        finished
        queue(first: 1) {
          nodes {
            contact {
              id
              location {
                id
                timeZone
              }
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** A page of what waits in one location's lane. */
export const sendingLaneQuery = graphql(`
  query SendingLane($id: ID!, $first: Int!, $after: String) {
    node(id: $id) {
      id
      ... on Location {
        name
        timeZone
        waiting
        nextSendAt
        expectedFinishAt
        policy {
          paceSeconds
          sendWindow {
            from
            to
            days
          }
        }
        queue(first: $first, after: $after) {
          nodes {
            position
            purpose
            priority
            expectedSendAt
            contact {
              id
              name
              email
              phone
              location {
                id
                name
                timeZone
              }
            }
            invitation {
              id
              round
            }
            batch {
              id
              createdBy
              total
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

/** A batch and a page of what waits of it. */
export const sendingBatchQuery = graphql(`
  query SendingBatch($id: ID!, $first: Int!, $after: String) {
    invitationBatch(id: $id) {
      id
      createdBy
      createdAt
      total
      sent
      failed
      cancelled
      waiting
      expectedFinishAt
      finished
      queue(first: $first, after: $after) {
        nodes {
          position
          purpose
          priority
          expectedSendAt
          contact {
            id
            name
            email
            phone
            location {
              id
              name
              timeZone
            }
          }
          invitation {
            id
            round
          }
          batch {
            id
            createdBy
            total
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** The newest messages that did not arrive, with the batch that they came from. */
export const sendingProblemsQuery = graphql(`
  query SendingProblems {
    viewer {
      organization {
        id
        deliveryProblems(first: 100) {
          at
          contact {
            id
            name
            email
            phone
            location {
              id
              timeZone
            }
            invitation {
              id
              round
              batch {
                id
              }
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
  }
`);

/** The numbers of a batch, whenever they change. */
export const sendingProgressSubscription = graphql(`
  subscription SendingProgress($batch: ID!) {
    batchProgress(batch: $batch) {
      id
      total
      sent
      failed
      cancelled
      waiting
      expectedFinishAt
      finished
    }
  }
`);

export const sendingCancelMutation = graphql(`
  mutation SendingCancel($input: CancelBatchInput!) {
    cancelBatch(input: $input) {
      batch {
        id
        total
        sent
        failed
        cancelled
        waiting
        expectedFinishAt
        finished
      }
      cancelledCount
      userErrors {
        code
        field
        message
      }
    }
  }
`);
