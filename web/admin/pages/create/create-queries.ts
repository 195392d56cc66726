import { graphql } from "../../gql";

/** What the form offers to choose from. */
export const createOptionsQuery = graphql(`
  query CreateOptions {
    viewer {
      organization {
        id
        policy {
          maxBulkCreate
        }
        programs {
          id
          name
        }
        groups {
          id
          name
        }
        staff {
          id
          name
          role
        }
        clientTypes {
          key
          name
          description
          canSignIn
          takesSeat
        }
        locations {
          id
          name
          timeZone
          waiting
          expectedFinishAt
          policy {
            autoInvite
            paceSeconds
            ttlDays
            subject
            body
            button
            channels
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

/** The server's judgement of a list. */
export const createValidateQuery = graphql(`
  query CreateValidate($text: String!) {
    validateContacts(text: $text) {
      entries {
        index
        raw
        name
        email
        phone
        problem
        message
        suggestion
        duplicateOf
        existing {
          id
          name
          email
          phone
          status
          statusLabel
        }
      }
      limit
    }
  }
`);

export const createContactsMutation = graphql(`
  mutation CreateContacts($input: CreateContactsInput!) {
    createContacts(input: $input) {
      createdCount
      skippedCount
      results {
        index
        outcome
        contact {
          id
          name
          email
          phone
          status
          statusLabel
          household {
            id
          }
        }
        invitation {
          id
          status
          statusLabel
          expectedSendAt
        }
        notInvited {
          code
          message
        }
      }
      batch {
        id
        total
        waiting
        expectedFinishAt
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const createProgramMutation = graphql(`
  mutation CreateProgram($input: CreateProgramInput!) {
    createProgram(input: $input) {
      program {
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
