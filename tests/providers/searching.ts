import type { Answer, TestApp } from '../testkit/app.ts';

/** A search as the API takes it. */
export type Input = Readonly<Record<string, unknown>>;

export interface FoundFacet {
  readonly name: string;
  readonly values: readonly {
    readonly value: string;
    readonly title: string;
    readonly services: number;
    readonly places: number | null;
  }[];
  readonly others: number;
}

export interface Found {
  readonly totalCount: number;
  readonly places: number;
  readonly placesUnknown: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly endCursor: string | null;
    readonly startCursor: string | null;
  };
  readonly edges: readonly {
    readonly distanceMiles: number | null;
    readonly node: {
      readonly urn: string;
      readonly name: string | null;
      readonly provisionType: string;
      readonly places: number | null;
      readonly judgement: string | null;
      readonly inHouse: boolean;
      readonly postcodeDistrict: string | null;
      readonly authority: { readonly code: string; readonly name: string } | null;
      readonly provider: { readonly name: string; readonly group: { readonly key: string } } | null;
    };
  }[];
  readonly facets: readonly FoundFacet[];
}

const document = `query Services($input: ServicesInput!, $first: Int, $after: String, $last: Int, $before: String) {
  services(input: $input, first: $first, after: $after, last: $last, before: $before) {
    totalCount places placesUnknown
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { distanceMiles node {
      urn name provisionType places judgement inHouse postcodeDistrict
      authority { code name } provider { name group { key } }
    } }
    facets { name others values { value title services places } }
  }
}`;

/** Who searches, where it does not matter. */
const commissioner = 'commissioner.derby';

export const ask = (
  app: TestApp,
  input: Input,
  page: Input = {},
  account = commissioner,
): Promise<Answer<{ services: Found }>> => app.as(account, document, { input, ...page });

/** What a search finds. */
export async function search(app: TestApp, input: Input, page: Input = {}): Promise<Found> {
  const { data, errors } = await ask(app, input, page);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.services;
}

/** The URNs of a page, in order. */
export const urnsOf = ({ edges }: Found): string[] => edges.map(({ node }) => node.urn);

/** Every URN of a search, page by page, forwards or backwards. */
export async function everyPage(
  app: TestApp,
  input: Input,
  way: 'forwards' | 'backwards',
): Promise<string[]> {
  const urns: string[] = [];
  let page: Input = way === 'forwards' ? { first: 23 } : { last: 23 };
  for (;;) {
    const found = await search(app, { ...input, facets: ['IN_HOUSE'] }, page);
    const { startCursor, endCursor, hasNextPage, hasPreviousPage } = found.pageInfo;
    if (way === 'forwards') urns.push(...urnsOf(found));
    else urns.unshift(...urnsOf(found));
    if (!(way === 'forwards' ? hasNextPage : hasPreviousPage)) return urns;
    page = way === 'forwards' ? { first: 23, after: endCursor } : { last: 23, before: startCursor };
  }
}

/** The message and code of a refusal. */
export async function refusal(
  app: TestApp,
  input: Input,
  page: Input = {},
  account = commissioner,
) {
  const { errors } = await ask(app, input, page, account);
  return { message: errors?.[0]?.message, code: errors?.[0]?.extensions.code };
}
