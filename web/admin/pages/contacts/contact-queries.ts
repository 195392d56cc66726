import { graphql } from "../../gql";
import type { ContactDetailQuery } from "../../gql/graphql";

/** Everything that a contact's page shows. */
export const contactDetailQuery = graphql(`
  query ContactDetail($id: ID!) {
    contact(id: $id) {
      id
      name
      email
      phone
      address
      stage
      stageLabel
      clientType {
        key
        name
        description
      }
      location {
        id
        name
        timeZone
      }
      trainer {
        id
        name
      }
      programs {
        id
        name
      }
      groups {
        id
        name
      }
      status
      statusLabel
      registeredAt
      joinedBy
      broughtInBy
      household {
        id
        name
        address
        memberCount
        registeredCount
        members {
          id
          name
          state
          isHead
          contact {
            id
          }
        }
      }
      createdAt
      updatedAt
      archivedAt
      invitation {
        id
        status
        statusLabel
        round
        channels
        ttlDays
        subject
        expectedSendAt
        sentAt
        expiresAt
        acceptedAt
        endReason
        createdAt
        batch {
          id
          total
        }
        deliveries {
          id
          round
          purpose
          channel
          address
          state
          attempts
          reason
          nextAttemptAt
          sentAt
        }
        timeline(first: 100) {
          id
          kind
          at
          actor
          from
          to
          channel
          reason
        }
      }
      invitations {
        id
        status
        statusLabel
        round
        subject
        sentAt
        endReason
        createdAt
      }
    }
  }
`);

/** A contact as its page shows it. */
export type ContactDetail = NonNullable<ContactDetailQuery["contact"]>;

/** The invitation of a contact's page. */
export type DetailInvitation = NonNullable<ContactDetail["invitation"]>;

export const contactUpdateMutation = graphql(`
  mutation ContactUpdate($input: UpdateContactInput!) {
    updateContact(input: $input) {
      contact {
        id
        name
        email
        phone
        address
        stage
        stageLabel
        clientType {
          key
          name
          description
        }
        location {
          id
          name
          timeZone
        }
        trainer {
          id
          name
        }
        programs {
          id
          name
        }
        groups {
          id
          name
        }
        status
        statusLabel
        updatedAt
        invitation {
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
