import { graphql } from "../../gql";

/** The texts that a single contact's invitation starts from, or had the last time. */
export const sendContactQuery = graphql(`
  query SendContact($id: ID!) {
    contact(id: $id) {
      id
      name
      email
      phone
      location {
        id
        policy {
          subject
          body
          button
          channels
        }
      }
      invitation {
        id
        subject
        body
        button
        channels
      }
    }
  }
`);

/** The texts and channels of the organization and of its locations. */
export const sendPolicyQuery = graphql(`
  query SendPolicy {
    viewer {
      organization {
        id
        policy {
          subject
          body
          button
          channels
        }
        locations {
          id
          policy {
            subject
            body
            button
            channels
          }
        }
      }
    }
  }
`);

/** What sending would do now, and how it would look. */
export const sendPreviewQuery = graphql(`
  query SendPreview(
    $input: InviteContactsInput!
    $action: SendAction!
    $contact: ID
  ) {
    previewInvite(input: $input, action: $action, contact: $contact) {
      queuedCount
      skippedCount
      skipped {
        contact {
          id
          name
          email
          phone
        }
        error {
          code
          message
        }
      }
      firstSendAt
      lastSendAt
      ttlDays
      message {
        contact {
          id
          name
          email
          phone
          location {
            id
            timeZone
            policy {
              paceSeconds
            }
          }
        }
        email {
          from
          to
          subject
          html
        }
        sms {
          to
          text
          segments
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

/** Somebody to look at the messages as. */
export const sendNameQuery = graphql(`
  query SendName($id: ID!) {
    contact(id: $id) {
      id
      name
      email
      phone
    }
  }
`);

/** People to look at the messages as, where a filter chose them. */
export const sendNamesQuery = graphql(`
  query SendNames($filter: ContactFilter) {
    contacts(filter: $filter, first: 100) {
      nodes {
        id
        name
        email
        phone
      }
    }
  }
`);

export const sendInviteMutation = graphql(`
  mutation SendInvite($input: InviteContactsInput!) {
    inviteContacts(input: $input) {
      queuedCount
      skippedCount
      results {
        outcome
        expectedSendAt
        error {
          code
          message
        }
        contact {
          id
          status
          statusLabel
        }
        invitation {
          id
          status
          statusLabel
          expectedSendAt
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

export const sendResendMutation = graphql(`
  mutation SendResend($input: InviteContactsInput!) {
    resendInvitations(input: $input) {
      queuedCount
      skippedCount
      results {
        outcome
        expectedSendAt
        error {
          code
          message
        }
        contact {
          id
          status
          statusLabel
        }
        invitation {
          id
          status
          statusLabel
          expectedSendAt
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

export const sendCancelMutation = graphql(`
  mutation SendCancel($input: CancelBatchInput!) {
    cancelBatch(input: $input) {
      batch {
        id
        waiting
        cancelled
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
