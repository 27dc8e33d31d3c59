import type { Answer, TestApp } from '../testkit/app.ts';
import { refusalOf } from '../testkit/requests.ts';

type Input = Readonly<Record<string, unknown>>;

interface Fit {
  readonly criterion: string;
  readonly text: string;
}

export interface FoundVacancy {
  readonly home: { readonly id: string; readonly urn: string };
  readonly rank: number;
  readonly basis: string;
  readonly places: number;
  readonly blockPlaces: number;
  readonly framework: { readonly reference: string } | null;
  readonly lot: { readonly number: string } | null;
  readonly tier: number | null;
  readonly price: { readonly weekly: number; readonly kind: string } | null;
  readonly miles: number | null;
  readonly milesToHome: boolean;
  readonly stale: boolean;
  readonly fits: readonly Fit[];
  readonly doesNotFit: readonly Fit[];
  readonly notKnown: readonly Fit[];
  readonly why: readonly string[];
}

export interface FoundVacancies {
  readonly totalCount: number;
  readonly places: number;
  readonly fitting: number;
  readonly bases: readonly { readonly basis: string; readonly homes: number }[];
  readonly areas: readonly {
    readonly authority: { readonly name: string };
    readonly homes: number;
  }[];
  readonly notShown: readonly { readonly name: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: FoundVacancy }[];
}

const document = `query ($input: VacanciesInput!, $first: Int, $after: String) {
  vacancies(input: $input, first: $first, after: $after) {
    totalCount places fitting bases { basis homes places fitting } areas { authority { name } homes places fitting }
    notShown { name } pageInfo { hasNextPage endCursor }
    edges { node { home { id urn } rank basis places blockPlaces framework { reference } lot { number } tier
      price { weekly kind } miles milesToHome stale fits { criterion text } doesNotFit { criterion text }
      notKnown { criterion text } why } }
  }
}`;

/** A placement officer of Derby. */
export const officer = 'placement-officer.derby';

const ask = (
  app: TestApp,
  account: string,
  input: Input,
  page: Input = {},
): Promise<Answer<{ vacancies: FoundVacancies }>> =>
  app.as(account, document, { input: { consortium: 'd2n2', ...input }, ...page });

/** What somebody finds; the officer of Derby unless it is said. */
export async function findVacancies(
  app: TestApp,
  input: Input = {},
  {
    account = officer,
    ...page
  }: { readonly account?: string; readonly first?: number; readonly after?: string | null } = {},
): Promise<FoundVacancies> {
  const answer = await ask(app, account, input, page);
  if (!answer.data) throw new Error(refusalOf(answer));
  return answer.data.vacancies;
}

/** Answers in order, each as its URN and basis. */
export const answersOf = ({ edges }: FoundVacancies): string[] =>
  edges.map(({ node }) => `${node.home.urn} ${node.basis}`);

/** The answer of one home. */
export function answerOf({ edges }: FoundVacancies, urn: string): FoundVacancy {
  const edge = edges.find(({ node }) => node.home.urn === urn);
  if (!edge) throw new Error(`There is no answer ${urn}.`);
  return edge.node;
}

/** The refusal of a search. */
export const refusedSearch = async (
  app: TestApp,
  input: Input,
  account = officer,
): Promise<string> => refusalOf(await ask(app, account, input));
