import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import type { Input } from './searching.ts';

const app = await testApp();

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  readonly edges: readonly { readonly node: { readonly key: string; readonly name: string } }[];
}

const document = (field: string) => `
  query List($search: String, $consortium: String, $first: Int, $after: String) {
    list: ${field}(search: $search, consortium: $consortium, first: $first, after: $after) {
      totalCount pageInfo { endCursor hasNextPage } edges { node { key name } }
    }
  }`;

async function list(field: 'providers' | 'providerGroups', asked: Input): Promise<Page> {
  const { data, errors } = await app.as<{ list: Page }>(
    'commissioner.derby',
    document(field),
    asked,
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data.list;
}

const namesOf = ({ edges }: Page) => edges.map(({ node }) => node.name);

async function everyKey(field: 'providers' | 'providerGroups', asked: Input): Promise<string[]> {
  const keys: string[] = [];
  let page = await list(field, { ...asked, first: 37 });
  for (;;) {
    keys.push(...page.edges.map(({ node }) => node.key));
    if (!page.pageInfo.hasNextPage) return keys;
    page = await list(field, { ...asked, first: 37, after: page.pageInfo.endCursor });
  }
}

describe.each(['providers', 'providerGroups'] as const)('%s', (field) => {
  test('are listed by name, page by page, each once', async () => {
    const { totalCount } = await list(field, { consortium: 'd2n2' });

    const keys = await everyKey(field, { consortium: 'd2n2' });

    expect(totalCount).toBeGreaterThan(80);
    expect(new Set(keys).size).toBe(totalCount);
    expect(keys).toHaveLength(totalCount);
  });

  test('are found by a misspelt name, most like first', async () => {
    const found = await list(field, { search: 'Hexgon Care Servces', first: 1 });

    expect(namesOf(found)[0]).toContain('Hexagon Care Services');
  });

  test('leave fictitious ones out, and owners that have no service left', async () => {
    const found = await list(field, { first: 200, search: 'fictitious' });

    expect(found.totalCount).toBe(0);
  });

  test('of a consortium that does not exist are refused', async () => {
    const { errors } = await app.as('commissioner.derby', document(field), { consortium: 'none' });

    expect(errors?.[0]).toMatchObject({
      message: 'There is no consortium “none”.',
      extensions: { code: 'NOT_FOUND' },
    });
  });

  test('of a cursor of something else are refused', async () => {
    const { errors } = await app.as('commissioner.derby', document(field), { after: 'WzFd' });

    expect(errors?.[0]).toMatchObject({
      message: 'This cursor cannot be read. Use one that the server gave you.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
});
