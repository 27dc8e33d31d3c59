import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';

const ServiceLineFragment = graphql(`
  fragment ServiceLine on Service @_unmask {
    id
    urn
    name
    provisionType
    synthetic
    inHouse
    places
    judgement
    judgedOn
    postcodeDistrict
    areaText
    status
    vintage
    authority {
      id
      code
      name
    }
    provider {
      id
      name
      group {
        id
        key
        name
      }
    }
  }
`);

export type ServiceLine = ResultOf<typeof ServiceLineFragment>;

/** The first services of a search, what they come to, and how many there are of which kind. */
export const ServicesQuery = graphql(
  `
    query Services($input: ServicesInput!, $first: Int!) {
      services(input: $input, first: $first) {
        totalCount
        places
        placesUnknown
        facets {
          name
          others
          values {
            value
            title
            services
            places
          }
        }
        edges {
          distanceMiles
          node {
            ...ServiceLine
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [ServiceLineFragment],
);

export type FoundServices = ResultOf<typeof ServicesQuery>['services'];
export type ServiceFacets = FoundServices['facets'];
export type ServiceFacetValue = ServiceFacets[number]['values'][number];
export type PlacedService = FoundServices['edges'][number];

/** Further services of a search. */
export const ServicesMoreQuery = graphql(
  `
    query ServicesMore($input: ServicesInput!, $first: Int!, $after: String!) {
      services(input: $input, first: $first, after: $after) {
        edges {
          distanceMiles
          node {
            ...ServiceLine
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [ServiceLineFragment],
);

/** What a search is made of: authorities to measure from, and frameworks with their lots. */
export const ServiceChoicesQuery = graphql(`
  query ServiceChoices($consortium: String!) {
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
    frameworks(consortium: $consortium, first: 100) {
      edges {
        node {
          id
          reference
          title
          lots {
            id
            number
            title
          }
        }
      }
    }
  }
`);

export type ServiceChoices = ResultOf<typeof ServiceChoicesQuery>;

/** A service with everything its page shows. */
export const ServiceQuery = graphql(
  `
    query Service($urn: String!) {
      service(urn: $urn) {
        ...ServiceLine
        sector
        registeredOn
        ageFrom
        ageTo
        needs
        shortBreaksOnly
        multiBuilding
        premises
        leftOn
        source
        provider {
          id
          key
          names
          companyNumber
          inHouseOf {
            id
            name
          }
        }
        judgements {
          inspectedOn
          kind
          overall
          protection
          leadership
          publishedOn
          source
        }
        history {
          kind
          sentence
          vintage
          source
        }
        awards {
          id
          lotNumber
          startsOn
          endsOn
          synthetic
          source
          lot {
            id
            title
          }
          tier
          framework {
            id
            reference
            title
          }
        }
      }
    }
  `,
  [ServiceLineFragment],
);

export type Service = NonNullable<ResultOf<typeof ServiceQuery>['service']>;
export type ServiceJudgement = Service['judgements'][number];

/** A provider group: its owners, and the frameworks that they are on. */
export const ProviderGroupQuery = graphql(`
  query ProviderGroup($key: String!) {
    providerGroup(key: $key) {
      id
      key
      name
      synthetic
      services
      places
      placesUnknown
      inHouseOf {
        id
        name
      }
      providers {
        id
        key
        name
        names
        companyNumber
        awards {
          id
          lotNumber
          startsOn
          endsOn
          synthetic
          source
          lot {
            id
            title
          }
          tier
          framework {
            id
            reference
            title
          }
        }
      }
    }
  }
`);

export type ProviderGroup = NonNullable<ResultOf<typeof ProviderGroupQuery>['providerGroup']>;
export type Award = Service['awards'][number];

/** What newer registers changed, the newest first. */
export const RegisterChangesQuery = graphql(
  `
    query RegisterChanges(
      $consortium: String
      $kinds: [ServiceChangeKind!]
      $synthetic: Boolean
      $first: Int!
      $after: String
    ) {
      registerChanges(
        consortium: $consortium
        kinds: $kinds
        synthetic: $synthetic
        first: $first
        after: $after
      ) {
        totalCount
        edges {
          cursor
          node {
            kind
            sentence
            vintage
            source
            service {
              ...ServiceLine
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [ServiceLineFragment],
);

export type RegisterChange = ResultOf<
  typeof RegisterChangesQuery
>['registerChanges']['edges'][number]['node'];

/** How many changes there are of each kind. */
export const RegisterChangeCountsQuery = graphql(`
  query RegisterChangeCounts($consortium: String, $synthetic: Boolean) {
    registerChanges(consortium: $consortium, synthetic: $synthetic, first: 1) {
      totalCount
      counts {
        kind
        changes
      }
    }
  }
`);
