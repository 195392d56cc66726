import { graphql } from "../../gql";
import type { PassRunQuery, PassRunsQuery } from "../../gql/graphql";

/** Runs, newest first. */
export const passRunsQuery = graphql(`
  query PassRuns($first: Int!, $after: String) {
    accessPassRuns(first: $first, after: $after) {
      nodes {
        id
        number
        note
        location {
          id
          name
          timeZone
        }
        groups {
          id
          name
        }
        createdBy
        createdAt
        expiresAt
        total
        available
        redeemed
        revoked
        expired
        printedAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** A run as the list shows it. */
export type ListedRun = PassRunsQuery["accessPassRuns"]["nodes"][number];

/** One run with its passes and what happened to it. */
export const passRunQuery = graphql(`
  query PassRun($id: ID!) {
    accessPassRun(id: $id) {
      id
      number
      note
      location {
        id
        name
        timeZone
      }
      groups {
        id
        name
      }
      createdBy
      createdAt
      expiresAt
      total
      available
      redeemed
      revoked
      expired
      printedAt
      passes {
        id
        reference
        state
        expiresAt
        boundTo {
          id
          name
          email
          phone
        }
        redeemedBy {
          id
          name
          email
          phone
        }
        redeemedAt
        revokedAt
        revokeReason
        prints
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
  }
`);

/** A run as its page shows it. */
export type RunDetail = NonNullable<PassRunQuery["accessPassRun"]>;

/** A pass of a run's page. */
export type ListedPass = RunDetail["passes"][number];

/** What a run can be made for, and how many passes at most. */
export const passOptionsQuery = graphql(`
  query PassOptions {
    viewer {
      organization {
        id
        groups {
          id
          name
        }
        locations {
          id
          name
          timeZone
          policy {
            passTtlDays
            maxPassesPerRun
          }
        }
      }
    }
  }
`);

export const passGenerateMutation = graphql(`
  mutation PassGenerate($input: GenerateAccessPassesInput!) {
    generateAccessPasses(input: $input) {
      run {
        id
        number
        total
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const passBindMutation = graphql(`
  mutation PassBind($input: BindAccessPassInput!) {
    bindAccessPass(input: $input) {
      accessPass {
        id
        state
        boundTo {
          id
          name
          email
          phone
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

export const passRevokeMutation = graphql(`
  mutation PassRevoke($input: RevokeAccessPassesInput!) {
    revokeAccessPasses(input: $input) {
      accessPasses {
        id
        state
        revokedAt
        revokeReason
      }
      revokedCount
      skippedCount
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const passPrintMutation = graphql(`
  mutation PassPrint($input: PrintAccessPassesInput!) {
    printAccessPasses(input: $input) {
      pdfUrl
      pageUrl
      expiresAt
      count
      skippedCount
      userErrors {
        code
        field
        message
      }
    }
  }
`);
