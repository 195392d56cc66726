import { graphql } from "../../gql";
import type {
  HouseholdDetailQuery,
  HouseholdInviteMutation,
  HouseholdsPageQuery,
  HouseholdSuggestionsQuery,
} from "../../gql/graphql";

/** A page of households, with whom an invitation of one of each would go to. */
export const householdsPageQuery = graphql(`
  query HouseholdsPage($filter: HouseholdFilter, $first: Int!, $after: String) {
    households(filter: $filter, first: $first, after: $after) {
      nodes {
        id
        name
        address
        location {
          id
          name
          timeZone
        }
        head {
          id
          name
        }
        memberCount
        invitedCount
        registeredCount
        state
        registeredSince
        pick {
          contact {
            id
            name
            email
            phone
          }
          reason
          error {
            code
            message
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

/** A household as the list shows it. */
export type ListedHousehold =
  HouseholdsPageQuery["households"]["nodes"][number];

/** The groups that a list can be narrowed by. */
export const householdGroupsQuery = graphql(`
  query HouseholdGroups {
    viewer {
      organization {
        id
        groups {
          id
          name
        }
      }
    }
  }
`);

/** Everything that a household's page shows. */
export const householdDetailQuery = graphql(`
  query HouseholdDetail($id: ID!) {
    household(id: $id) {
      id
      name
      address
      location {
        id
        name
        timeZone
      }
      head {
        id
        name
      }
      members {
        id
        name
        email
        phone
        state
        isHead
        expiresAt
        problem
        contact {
          id
          status
          statusLabel
          registeredAt
          joinedBy
          broughtInBy
        }
      }
      memberCount
      invitedCount
      registeredCount
      state
      registeredSince
      viewerManages
      createdAt
      pick {
        contact {
          id
          name
          email
          phone
        }
        reason
        error {
          code
          message
        }
      }
    }
  }
`);

/** A household as its page shows it. */
export type HouseholdDetail = NonNullable<HouseholdDetailQuery["household"]>;

/** A member of a household's page. */
export type ListedMember = HouseholdDetail["members"][number];

export const householdCreateMutation = graphql(`
  mutation HouseholdCreate($input: CreateHouseholdInput!) {
    createHousehold(input: $input) {
      household {
        id
        name
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const householdUpdateMutation = graphql(`
  mutation HouseholdUpdate($input: UpdateHouseholdInput!) {
    updateHousehold(input: $input) {
      household {
        id
        name
        address
        memberCount
        invitedCount
        registeredCount
        state
        registeredSince
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const householdDeleteMutation = graphql(`
  mutation HouseholdDelete($input: DeleteHouseholdInput!) {
    deleteHousehold(input: $input) {
      deletedId
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const householdInviteMutation = graphql(`
  mutation HouseholdInvite($input: InviteHouseholdsInput!) {
    inviteHouseholds(input: $input) {
      queuedCount
      skippedCount
      results {
        household {
          id
          name
          address
          location {
            id
            timeZone
          }
        }
        contact {
          id
          name
          email
          phone
        }
        reason
        outcome
        expectedSendAt
        error {
          code
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

/** What became of inviting one of each. */
export type HouseholdsInvited = HouseholdInviteMutation["inviteHouseholds"];

/** Likely households, with the people at each address. */
export const householdSuggestionsQuery = graphql(`
  query HouseholdSuggestions($first: Int!) {
    householdSuggestions(first: $first) {
      key
      address
      location {
        id
        name
      }
      contacts {
        id
        name
        email
        phone
        address
        status
        statusLabel
      }
      households {
        id
        name
        address
        memberCount
        registeredCount
        state
        members {
          id
          name
          contact {
            id
          }
        }
      }
    }
  }
`);

/** People and households at one address. */
export type Suggestion =
  HouseholdSuggestionsQuery["householdSuggestions"][number];

/** How many suggestions there are, as far as the API counts at once. */
export const householdSuggestionCountQuery = graphql(`
  query HouseholdSuggestionCount {
    householdSuggestions(first: 100) {
      key
    }
  }
`);

export const householdDismissMutation = graphql(`
  mutation HouseholdDismiss($input: DismissHouseholdSuggestionInput!) {
    dismissHouseholdSuggestion(input: $input) {
      dismissed
      userErrors {
        code
        field
        message
      }
    }
  }
`);
