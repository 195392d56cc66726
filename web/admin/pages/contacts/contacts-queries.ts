import { graphql } from "../../gql";
import type { ContactsPageQuery } from "../../gql/graphql";

/** A page of contacts, with how many match in all. */
export const contactsPageQuery = graphql(`
  query ContactsPage(
    $filter: ContactFilter
    $sort: ContactSort
    $first: Int!
    $after: String
  ) {
    contacts(filter: $filter, sort: $sort, first: $first, after: $after) {
      nodes {
        id
        name
        email
        phone
        address
        joinedBy
        broughtInBy
        household {
          id
          name
        }
        stage
        stageLabel
        clientType {
          key
          name
        }
        status
        statusLabel
        createdAt
        location {
          id
          name
          timeZone
        }
        trainer {
          id
          name
        }
        invitation {
          id
          status
          round
          sentAt
          expiresAt
          deliveries {
            id
            round
            purpose
            channel
            state
            reason
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount {
        value
        exact
      }
    }
  }
`);

/** One contact, as the list shows it. */
export type ListedContact = ContactsPageQuery["contacts"]["nodes"][number];

/** How many stand in each status, of all that the viewer may see. */
export const contactsByStatusQuery = graphql(`
  query ContactsByStatus {
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
      }
    }
  }
`);

/** How many match a filter, in each status. */
export const contactsMatchingQuery = graphql(`
  query ContactsMatching($filter: ContactFilter!) {
    contacts(filter: $filter, first: 1) {
      statusCounts {
        status
        count {
          value
          exact
        }
      }
    }
  }
`);

/** How many match a filter. */
export const contactsCountQuery = graphql(`
  query ContactsCount($filter: ContactFilter!) {
    contacts(filter: $filter, first: 1) {
      totalCount {
        value
        exact
      }
    }
  }
`);

/** What contacts can be filtered by, beyond what the viewer brings along. */
export const contactsLabelsQuery = graphql(`
  query ContactsLabels {
    viewer {
      organization {
        id
        programs {
          id
          name
        }
        groups {
          id
          name
        }
        clientTypes {
          key
          name
        }
        staff {
          id
          name
          role
        }
      }
    }
  }
`);

/** A household that a list is narrowed to. */
export const contactsHouseholdQuery = graphql(`
  query ContactsHousehold($id: ID!) {
    household(id: $id) {
      id
      name
    }
  }
`);

/** The ids of those who match a filter. */
export const contactsIdsQuery = graphql(`
  query ContactsIds($filter: ContactFilter!, $after: String) {
    contacts(filter: $filter, first: 100, after: $after) {
      nodes {
        id
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

// How the contact stands afterwards comes with the events, in their order; in
// an answer it could come after what is newer.
export const contactsInviteMutation = graphql(`
  mutation ContactsInvite($input: InviteContactsInput!) {
    inviteContacts(input: $input) {
      results {
        error {
          message
        }
      }
      batch {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const contactsResendMutation = graphql(`
  mutation ContactsResend($input: InviteContactsInput!) {
    resendInvitations(input: $input) {
      results {
        error {
          message
        }
      }
      batch {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const contactsRevokeMutation = graphql(`
  mutation ContactsRevoke($input: RevokeInvitationInput!) {
    revokeInvitation(input: $input) {
      invitation {
        id
        status
        statusLabel
        endReason
        contact {
          id
          status
          statusLabel
        }
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
