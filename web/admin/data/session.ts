import { graphql } from "../gql";

/** Who is signed in, in which organization, with what rights: asked once at the start. */
export const viewerQuery = graphql(`
  query Viewer {
    viewer {
      account {
        id
        name
        email
      }
      membership {
        id
        role
      }
      memberships {
        id
        role
        organization {
          id
          name
        }
      }
      permissions
      organization {
        id
        name
        preset
        accentColor
        logoUrl
        supportContact
        language
        eventCursor
        policy {
          maxBulkCreate
          billingUnit
          stageLabels {
            stage
            label
          }
          statusLabels {
            status
            label
          }
        }
        locations {
          id
          name
          timeZone
        }
      }
    }
  }
`);

export const signInMutation = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      viewer {
        membership {
          id
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

export const signOutMutation = graphql(`
  mutation SignOut {
    signOut {
      userErrors {
        message
      }
    }
  }
`);

export const refreshMutation = graphql(`
  mutation RefreshSession {
    refreshSession {
      viewer {
        membership {
          id
        }
      }
      userErrors {
        code
      }
    }
  }
`);

export const switchMembershipMutation = graphql(`
  mutation SwitchMembership($input: SwitchMembershipInput!) {
    switchMembership(input: $input) {
      viewer {
        membership {
          id
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
