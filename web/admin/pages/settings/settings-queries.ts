import { graphql } from "../../gql";

export const updateOrganizationMutation = graphql(`
  mutation SettingsUpdateOrganization($input: UpdateOrganizationInput!) {
    updateOrganization(input: $input) {
      organization {
        id
        name
        supportContact
        language
        accentColor
        logoUrl
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const programsQuery = graphql(`
  query SettingsPrograms {
    viewer {
      organization {
        id
        programs {
          id
          name
        }
      }
    }
  }
`);

export const createProgramMutation = graphql(`
  mutation SettingsCreateProgram($input: CreateProgramInput!) {
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

export const updateProgramMutation = graphql(`
  mutation SettingsUpdateProgram($input: UpdateProgramInput!) {
    updateProgram(input: $input) {
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

export const locationsQuery = graphql(`
  query SettingsLocations {
    viewer {
      organization {
        id
        locations {
          id
          name
          timeZone
          waiting
        }
      }
    }
  }
`);

export const createLocationMutation = graphql(`
  mutation SettingsCreateLocation($input: CreateLocationInput!) {
    createLocation(input: $input) {
      location {
        id
        name
        timeZone
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const updateLocationMutation = graphql(`
  mutation SettingsUpdateLocation($input: UpdateLocationInput!) {
    updateLocation(input: $input) {
      location {
        id
        name
        timeZone
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const staffQuery = graphql(`
  query SettingsStaff {
    viewer {
      organization {
        id
        staff {
          id
          role
          name
          email
          createdAt
        }
      }
    }
  }
`);

export const staffPasswordQuery = graphql(`
  query SettingsPasswordRule($organization: ID!) {
    passwordPolicy(organization: $organization) {
      minLength
      upper
      lower
      digit
      symbol
      rules
    }
  }
`);

export const addStaffMutation = graphql(`
  mutation SettingsAddStaff($input: AddStaffInput!) {
    addStaff(input: $input) {
      membership {
        id
        role
        name
        email
        createdAt
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const removeStaffMutation = graphql(`
  mutation SettingsRemoveStaff($input: RemoveStaffInput!) {
    removeStaff(input: $input) {
      membership {
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
