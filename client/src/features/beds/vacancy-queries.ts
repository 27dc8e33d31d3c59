import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';
import { HomeLineFragment } from './homes-queries.ts';

/** Homes with a place, best first, and how many there are. */
export const VacanciesQuery = graphql(
  `
    query Vacancies($input: VacanciesInput!, $first: Int!, $after: String) {
      vacancies(input: $input, first: $first, after: $after) {
        totalCount
        places
        fitting
        areas {
          authority {
            id
            code
            name
          }
          homes
          places
          fitting
        }
        notShown {
          id
          name
        }
        edges {
          node {
            rank
            basis
            places
            blockPlaces
            tier
            miles
            milesToHome
            stale
            why
            framework {
              id
              reference
            }
            lot {
              id
              number
              title
            }
            price {
              weekly
              kind
            }
            fits {
              criterion
              text
            }
            doesNotFit {
              criterion
              text
            }
            notKnown {
              criterion
              text
            }
            home {
              ...HomeLine
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
  [HomeLineFragment],
);

/** Searches that the viewer keeps. */
export const VacancySearchesQuery = graphql(`
  query VacancySearches {
    vacancySearches {
      id
      label
      criteria {
        placementTypes
        ageBand
        gender
        notice
        needs
        siblings
        children
        solo
        emergency
        education
        near {
          id
          code
        }
      }
    }
  }
`);

/** Keeps a search, in bands. */
export const SaveSearchMutation = graphql(`
  mutation SaveVacancySearch($input: SaveVacancySearchInput!) {
    saveVacancySearch(input: $input) {
      id
      label
    }
  }
`);

/** Forgets a saved search. */
export const DeleteSearchMutation = graphql(`
  mutation DeleteVacancySearch($input: DeleteVacancySearchInput!) {
    deleteVacancySearch(input: $input)
  }
`);

/** Notes that somebody looked for a home. */
export const RecordReferralMutation = graphql(`
  mutation RecordReferral($input: RecordReferralInput!) {
    recordReferral(input: $input) {
      id
    }
  }
`);

export type FoundVacancies = ResultOf<typeof VacanciesQuery>['vacancies'];
export type Vacancy = FoundVacancies['edges'][number]['node'];
export type SavedSearch = ResultOf<typeof VacancySearchesQuery>['vacancySearches'][number];
