import { graphql } from "../gql";

export const statusChanged = graphql(`
  subscription StatusChanged($after: String) {
    invitationStatusChanged(after: $after) {
      cursor
      at
      from
      to
      label
      contact {
        id
        name
        email
        phone
        status
        statusLabel
        registeredAt
        # The list's rows go on with a new invitation, without asking for it.
        invitation {
          id
        }
      }
      invitation {
        id
        status
        statusLabel
        round
        sentAt
        expiresAt
        expectedSendAt
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
  }
`);

// What a row shows of each record comes along; a page asks for the rest of its
// one record again.
export const organizationChanged = graphql(`
  subscription OrganizationChanged($after: String) {
    organizationChanged(after: $after) {
      cursor
      at
      kind
      actor
      reason
      contact {
        id
        name
        email
        phone
        status
        statusLabel
        registeredAt
        household {
          id
          name
        }
      }
      household {
        id
        name
        address
        memberCount
        invitedCount
        registeredCount
        state
        registeredSince
        head {
          id
          name
        }
      }
      group {
        id
        name
      }
      accessPassRun {
        id
        total
        available
        redeemed
        revoked
        expired
        printedAt
      }
    }
  }
`);
