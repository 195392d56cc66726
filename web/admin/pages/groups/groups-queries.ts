import { graphql } from "../../gql";
import type { GroupsOneQuery, GroupsPageQuery } from "../../gql/graphql";

/** Every group, with how many are in it and where they stand. */
export const groupsPageQuery = graphql(`
  query GroupsPage {
    viewer {
      organization {
        id
        groups {
          id
          name
          contactCount {
            value
            exact
          }
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
  }
`);

/** A group as the list of groups shows it. */
export type ListedGroup = NonNullable<
  NonNullable<GroupsPageQuery["viewer"]>["organization"]
>["groups"][number];

/** One group, and how many of it could be sent to. */
export const groupsOneQuery = graphql(`
  query GroupsOne($id: ID!, $reachable: ContactFilter!) {
    group(id: $id) {
      id
      name
      contactCount {
        value
        exact
      }
      statusCounts {
        status
        label
        count {
          value
          exact
        }
      }
    }
    contacts(filter: $reachable, first: 1) {
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

/** A group as its page shows it. */
export type OneGroup = NonNullable<GroupsOneQuery["group"]>;

/** Whom one could put into a group, by what is typed. */
export const groupsSearchQuery = graphql(`
  query GroupsSearch($filter: ContactFilter!) {
    contacts(filter: $filter, first: 20) {
      nodes {
        id
        name
        email
        phone
        address
        status
        statusLabel
        groups {
          id
        }
      }
      totalCount {
        value
        exact
      }
    }
  }
`);

export const groupsCreateMutation = graphql(`
  mutation GroupsCreate($input: CreateGroupInput!) {
    createGroup(input: $input) {
      group {
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

export const groupsRenameMutation = graphql(`
  mutation GroupsRename($input: UpdateGroupInput!) {
    updateGroup(input: $input) {
      group {
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

export const groupsDeleteMutation = graphql(`
  mutation GroupsDelete($input: DeleteGroupInput!) {
    deleteGroup(input: $input) {
      deletedId
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const groupsMembersMutation = graphql(`
  mutation GroupsMembers($input: UpdateGroupMembersInput!) {
    updateGroupMembers(input: $input) {
      group {
        id
        contactCount {
          value
          exact
        }
        statusCounts {
          status
          label
          count {
            value
            exact
          }
        }
      }
      addedCount
      removedCount
      userErrors {
        code
        field
        message
      }
    }
  }
`);
