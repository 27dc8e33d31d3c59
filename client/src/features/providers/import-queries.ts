import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';
import { ReturnFormatTableFragment } from '../returns/return-queries.ts';

export const ImportOcdsMutation = graphql(`
  mutation ImportOcds($input: ImportOcdsInput!) {
    importOcds(input: $input) {
      applied
      problems {
        path
        message
      }
      notices {
        ocid
        title
        outcome
        buyers
        startsOn
        endsOn
        value
        releases
        changes {
          field
          before
          after
        }
        suppliers {
          name
          outcome
          sentence
          lots
          provider {
            key
            name
          }
          alike {
            key
            name
          }
        }
        framework {
          id
          title
        }
      }
    }
  }
`);

export type OcdsImport = ResultOf<typeof ImportOcdsMutation>['importOcds'];

const PurchaseImportFragment = graphql(`
  fragment PurchaseImportParts on PurchaseImport @_unmask {
    applied
    problems {
      table
      row
      column
      message
    }
    items {
      table
      row
      title
      outcome
      sentence
    }
  }
`);

export type PurchaseImport = ResultOf<typeof PurchaseImportFragment>;

export const ImportContractsMutation = graphql(
  `
    mutation ImportContracts($input: ImportContractsInput!) {
      importContracts(input: $input) {
        ...PurchaseImportParts
      }
    }
  `,
  [PurchaseImportFragment],
);

export const TakeFromReturnMutation = graphql(
  `
    mutation TakeFromReturn($input: TakeFromReturnInput!) {
      takeFromReturn(input: $input) {
        ...PurchaseImportParts
      }
    }
  `,
  [PurchaseImportFragment],
);

/** Own returns of providers that were accepted. */
export const AcceptedReturnsQuery = graphql(`
  query AcceptedReturns($filter: ReturnFilter) {
    returns(filter: $filter, first: 50) {
      edges {
        node {
          id
          dataset
          period
          version
          status
          authority {
            id
            code
            name
          }
        }
      }
    }
  }
`);

/** The tables that files of purchases have. */
export const PurchaseTablesQuery = graphql(
  `
    query PurchaseTables {
      purchaseTables {
        ...ReturnFormatTable
      }
    }
  `,
  [ReturnFormatTableFragment],
);
