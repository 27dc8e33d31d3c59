import type { AgainstOptions, AgainstResult } from './against.ts';
import { measureAgainst } from './against.ts';
import { vacancyAccount, vacancyCases, vacancyPage, vacancyRegion } from './vacancy-cases.ts';

const document = `query Bench($input: VacanciesInput!, $first: Int) { vacancies(input: $input, first: $first) {
  totalCount places fitting bases { basis homes } areas { authority { code name } homes places fitting }
  pageInfo { hasNextPage }
  edges { node { rank basis places blockPlaces tier price { weekly kind } miles stale why
    fits { criterion text } doesNotFit { criterion text } notKnown { criterion text }
    home { urn name provisionType version counts { registered occupied accepting closed } } } } } }`;

/** What searches for a home cost: by the server, and the same statements by hand, in turns. */
export const measureVacancies = (options: AgainstOptions): Promise<AgainstResult[]> =>
  measureAgainst(
    {
      name: 'vacancies',
      cases: vacancyCases,
      account: vacancyAccount,
      byHand: 'plain-vacancies.ts',
      bodyOf: ({ input }) => ({
        query: document,
        variables: { input: { consortium: vacancyRegion, ...input }, first: vacancyPage },
      }),
    },
    options,
  );
