import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';

/** A framework as lists and its own page show it. */
export const FrameworkSummaryFragment = graphql(`
  fragment FrameworkSummary on Framework @_unmask {
    id
    reference
    title
    leadText
    lead {
      id
      code
      name
    }
    status
    services
    startsOn
    endsOn
    lastPossibleEnd
    value
    openToNew
    synthetic
    membershipsSynthetic
    countsExplained
    lots {
      id
      number
      title
      service
      need
      maximumWeeklyPrice
      memberships {
        value
        printed
        symbol
        why
      }
      tiers {
        number
        title
        hoursToRespond
        memberships {
          value
          printed
          symbol
          why
        }
      }
    }
    lotMemberships {
      value
      printed
      symbol
      why
    }
    providers {
      value
      printed
      symbol
      why
    }
  }
`);

export type FrameworkSummary = ResultOf<typeof FrameworkSummaryFragment>;
export type FrameworkCount = FrameworkSummary['providers'];
export type FrameworkLot = FrameworkSummary['lots'][number];

/** Frameworks by reference: a consortium’s, or all that are published. */
export const FrameworksQuery = graphql(
  `
    query Frameworks($consortium: String, $service: String, $inForceOn: LocalDate) {
      frameworks(
        consortium: $consortium
        service: $service
        inForceOn: $inForceOn
        first: 200
      ) {
        totalCount
        edges {
          node {
            ...FrameworkSummary
          }
        }
      }
    }
  `,
  [FrameworkSummaryFragment],
);

/** A framework with everything its page shows but who is on it. */
export const FrameworkQuery = graphql(
  `
    query Framework($id: ID!) {
      framework(id: $id) {
        ...FrameworkSummary
        ocid
        holder
        buyers {
          id
          code
          name
        }
        extensions {
          nth
          months
          decideByMonths
          takenOn
        }
        noticeMonths
        decisionLeadMonths
        conditionJudgement
        condition
        printedHomes
        dates {
          kind
          on
          note
        }
        source
        sourceUrl
        published
        version
        viewerCanChange
      }
    }
  `,
  [FrameworkSummaryFragment],
);

export type Framework = NonNullable<ResultOf<typeof FrameworkQuery>['framework']>;

/** Who is on a framework, page by page, with own prices and call-offs. */
export const FrameworkMembersQuery = graphql(`
  query FrameworkMembers($id: ID!, $lot: String, $first: Int, $after: String) {
    framework(id: $id) {
      id
      awards(lot: $lot, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            version
            lotNumber
            tier
            startsOn
            endsOn
            synthetic
            source
            why
            tenderedWeeklyPrice
            priceWhy
            viewerCanPrice
            viewerCanCallOff
            prices {
              need
              weeklyPrice
              version
            }
            callOffs {
              id
              version
              viewerCanCorrect
              madeOn
              method
              placements
              weeklyPrice
              synthetic
              authority {
                id
                code
                name
              }
            }
            lot {
              id
              number
              title
              need
              maximumWeeklyPrice
            }
            provider {
              id
              key
              name
              synthetic
              group {
                id
                key
              }
            }
            offers {
              id
              urn
              name
              provisionType
              authority {
                id
                name
              }
            }
          }
        }
      }
    }
  }
`);

export type FrameworkMember = NonNullable<
  ResultOf<typeof FrameworkMembersQuery>['framework']
>['awards']['edges'][number]['node'];

/** Requests for higher prices on a framework. */
export const UpliftsQuery = graphql(`
  query Uplifts($framework: ID!) {
    uplifts(framework: $framework, first: 100) {
      totalCount
      edges {
        node {
          id
          version
          askedOn
          decidedOn
          percent
          grantedPercent
          reason
          status
          synthetic
          viewerCanHandle
          viewerCanWithdraw
          provider {
            id
            key
            name
          }
          link {
            id
            code
            name
          }
          answers {
            authority {
              id
              code
              name
            }
            grantedPercent
            fromOn
            note
            version
          }
        }
      }
    }
  }
`);

export type Uplift = ResultOf<typeof UpliftsQuery>['uplifts']['edges'][number]['node'];

/** Providers of the register whose names are like what was typed. */
export const ProviderChoiceQuery = graphql(`
  query ProviderChoice($search: String!, $synthetic: Boolean!) {
    providers(search: $search, synthetic: $synthetic, first: 12) {
      edges {
        node {
          id
          key
          name
          synthetic
        }
      }
    }
  }
`);

/** Services of a provider, those that left the register last. */
export const ProviderHomesQuery = graphql(`
  query ProviderHomes($key: String!) {
    provider(key: $key) {
      id
      services(first: 200) {
        totalCount
        edges {
          node {
            id
            urn
            name
            provisionType
            status
            places
            areaText
            authority {
              id
              code
              name
            }
          }
        }
      }
    }
  }
`);

type ProviderHomes = NonNullable<ResultOf<typeof ProviderHomesQuery>['provider']>;
export type ProviderHome = ProviderHomes['services']['edges'][number]['node'];

/** Whom a framework’s lead and buyers are chosen from. */
export const FrameworkChoicesQuery = graphql(`
  query FrameworkChoices($consortium: String!) {
    authorities {
      id
      code
      name
    }
    consortium(code: $consortium) {
      id
      members {
        id
        code
        name
      }
    }
  }
`);

export type FrameworkChoices = ResultOf<typeof FrameworkChoicesQuery>;
