import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';

/** A block contract as lists and its own page show it. */
export const ContractFragment = graphql(`
  fragment Contract on BlockContract @_unmask {
    id
    reference
    beds
    weeklyPrice
    spotWeeklyPrice
    startsOn
    endsOn
    lastPossibleEnd
    noticeMonths
    decisionLeadMonths
    synthetic
    source
    version
    viewerCanChange
    why
    authority {
      id
      code
      name
    }
    provider {
      id
      key
      name
      group {
        id
        key
      }
    }
    services {
      id
      urn
      name
      places
      authority {
        id
        name
      }
    }
    extensionOptions {
      nth
      months
      decideByMonths
      takenOn
    }
    months {
      month
      beds
      bedDays
      occupied
      voidDays
    }
    breakEven {
      occupancy
      actualOccupancy
      costOfUsedWeek
      sentence
    }
  }
`);

export type Contract = ResultOf<typeof ContractFragment>;

/** Block contracts of a consortium’s members that the viewer may see. */
export const ContractsQuery = graphql(
  `
    query Contracts($consortium: String!, $inForceOn: LocalDate) {
      contracts(consortium: $consortium, inForceOn: $inForceOn, first: 200) {
        totalCount
        edges {
          node {
            ...Contract
          }
        }
      }
    }
  `,
  [ContractFragment],
);

/** One block contract. */
export const ContractQuery = graphql(
  `
    query Contract($id: ID!) {
      node(id: $id) {
        __typename
        id
        ...Contract
      }
    }
  `,
  [ContractFragment],
);

export const AddContractMutation = graphql(`
  mutation AddBlockContract($input: AddBlockContractInput!) {
    addBlockContract(input: $input) {
      id
    }
  }
`);

export const ChangeContractMutation = graphql(
  `
    mutation ChangeBlockContract($input: ChangeBlockContractInput!) {
      changeBlockContract(input: $input) {
        ...Contract
      }
    }
  `,
  [ContractFragment],
);

export const RecordMonthMutation = graphql(
  `
    mutation RecordBlockMonth($input: RecordBlockMonthInput!) {
      recordBlockMonth(input: $input) {
        ...Contract
      }
    }
  `,
  [ContractFragment],
);
