import { graphql } from "../../gql";

/** One contact with the way of its invitation. */
export const inviteRowQuery = graphql(`
  query InviteRow($id: ID!) {
    contact(id: $id) {
      id
      name
      email
      phone
      status
      statusLabel
      location {
        id
        timeZone
      }
      invitation {
        id
        status
        expectedSendAt
        sentAt
      }
    }
  }
`);

export const inviteOneMutation = graphql(`
  mutation InviteOne($input: CreateContactsInput!) {
    createContacts(input: $input) {
      results {
        outcome
        contact {
          id
          name
          email
          phone
          status
          statusLabel
          location {
            id
            timeZone
          }
          invitation {
            id
            status
            expectedSendAt
            sentAt
          }
        }
        notInvited {
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
