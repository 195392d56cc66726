import { graphql } from "../../gql";

export const policyOfOrganizationQuery = graphql(`
  query SettingsPolicyOfOrganization {
    viewer {
      organization {
        id
        name
        preset
        policy {
          ...SettingsPolicy
        }
      }
    }
  }
`);

export const policyOfLocationQuery = graphql(`
  query SettingsPolicyOfLocation($id: ID!) {
    node(id: $id) {
      ... on Location {
        id
        name
        policy {
          ...SettingsPolicy
        }
      }
    }
  }
`);

export const policyFragment = graphql(`
  fragment SettingsPolicy on Policy {
    ttlDays
    passTtlDays
    sendWindow {
      from
      to
      days
    }
    paceSeconds
    channels
    reminderDaysBefore
    autoInvite
    trainersInvite
    maxBulkCreate
    maxPassesPerRun
    maxHouseholdMembers
    password {
      minLength
      rules
    }
    statusLabels {
      status
      label
    }
    stageLabels {
      stage
      label
    }
    billingUnit
    subject
    body
    button
    sources {
      field
      source
    }
  }
`);

export const updatePolicyMutation = graphql(`
  mutation SettingsUpdatePolicy($input: UpdatePolicyInput!) {
    updatePolicy(input: $input) {
      policy {
        ...SettingsPolicy
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
