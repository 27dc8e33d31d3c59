import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';
import { HomeFragment } from './homes-queries.ts';

/** Takes a registered service on the list. */
export const AddHomeMutation = graphql(
  `
    mutation AddHome($input: AddHomeInput!) {
      addHome(input: $input) {
        ...WholeHome
      }
    }
  `,
  [HomeFragment],
);

/** Says what a home is, how many places it has, and whose block they are. */
export const ChangeHomeMutation = graphql(
  `
    mutation ChangeHome($input: ChangeHomeInput!) {
      changeHome(input: $input) {
        ...WholeHome
      }
    }
  `,
  [HomeFragment],
);

/** Authorities whose block a place can be. */
export const BlockAuthoritiesQuery = graphql(`
  query BlockAuthorities($consortium: String!) {
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

/** Nights of a short-break home. */
export const HomeNightsQuery = graphql(`
  query HomeNights($id: ID!, $from: LocalDate!, $to: LocalDate!) {
    home(id: $id) {
      id
      nights(from: $from, to: $to) {
        night
        capacity
        used
      }
    }
  }
`);

/** Records nights of a short-break home, or puts them right. */
export const RecordNightsMutation = graphql(
  `
    mutation RecordHomeNights($input: RecordHomeNightsInput!) {
      recordHomeNights(input: $input) {
        ...WholeHome
      }
    }
  `,
  [HomeFragment],
);

type NightsHome = NonNullable<ResultOf<typeof HomeNightsQuery>['home']>;
export type HomeNight = NightsHome['nights'][number];
