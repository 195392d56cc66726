import { graphql } from "../../gql";

/** Households that a contact could be put into. */
export const contactHouseholdsQuery = graphql(`
  query ContactHouseholds($filter: HouseholdFilter!) {
    households(filter: $filter, first: 20) {
      nodes {
        id
        name
        address
        memberCount
      }
      totalCount {
        value
        exact
      }
    }
  }
`);
