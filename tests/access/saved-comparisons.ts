import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TestApp } from '../testkit/app.ts';
import { globalId, post, refusalOf } from '../testkit/requests.ts';

const SAVE = `mutation Save($input: SaveComparisonInput!) {
  saveComparison(input: $input) { id name version visibility owner viewerCanEdit }
}`;
const LIST = `query List($first: Int, $after: String) {
  savedComparisons(first: $first, after: $after) {
    totalCount edges { cursor node { id name } } pageInfo { hasNextPage endCursor }
  }
}`;
const NODE = 'query Node($id: ID!) { node(id: $id) { id ... on SavedComparison { name } } }';
const NODES =
  'query Nodes($id: ID!) { nodes(ids: [$id]) { id ... on SavedComparison { name owner } } }';
const UPDATE = `mutation Update($id: ID!) {
  updateSavedComparison(input: { id: $id, version: 1, name: "Taken over" }) { id name }
}`;
const DELETE = `mutation Delete($id: ID!) {
  deleteSavedComparison(input: { id: $id, version: 1 })
}`;

export interface Saved {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

/** Saves a comparison as an account; its name says whose it is. */
export async function givenSaved(
  app: TestApp,
  account: string,
  visibility: 'PRIVATE' | 'ORGANISATION',
  name = `${visibility.toLowerCase()} of ${account}`,
): Promise<Saved> {
  const query = { consortium: 'd2n2', indicators: ['cla-rate'] };
  const answer = await app.as<{ saveComparison: Saved }>(account, SAVE, {
    input: { name, visibility, query },
  });
  if (!answer.data) throw new Error(refusalOf(answer));
  return answer.data.saveComparison;
}

interface Page {
  readonly savedComparisons: {
    readonly totalCount: number;
    readonly edges: readonly { readonly cursor: string; readonly node: Saved }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** A page of an account’s list. */
export async function pageOf(
  app: TestApp,
  account: string,
  page: { readonly first?: number; readonly after?: string } = {},
): Promise<Page['savedComparisons']> {
  const answer = await app.as<Page>(account, LIST, page);
  if (!answer.data) throw new Error(refusalOf(answer));
  return answer.data.savedComparisons;
}

/** Names on an account’s list, in alphabetical order, and how many the list says there are. */
export async function listOf(app: TestApp, account: string) {
  const { totalCount, edges } = await pageOf(app, account);
  return { totalCount, names: edges.map(({ node }) => node.name).sort() };
}

/** What the server answers about an id, whole, with the id itself taken out. */
async function answerAbout(
  app: TestApp,
  account: string,
  document: string,
  id: string,
): Promise<string> {
  const request = { query: document, variables: { id } };
  const response = await post(app, request, app.credentialsOf(account));
  const uuid = Buffer.from(id, 'base64').toString().split(':')[1] ?? '';
  const body = (await response.text()).replaceAll(id, 'ID').replaceAll(uuid, 'UUID');
  return JSON.stringify([response.status, [...response.headers], body]);
}

const everyPath = [
  ['node', NODE],
  ['nodes', NODES],
  ['update', UPDATE],
  ['delete', DELETE],
] as const;

const everyKind = [
  'approver.derby',
  'ig-lead.derby',
  'commissioner.nottingham',
  'commissioner.northamptonshire-childrens-trust',
  'hub-analyst.d2n2',
  'hub-manager.west-midlands',
  'reviewer.d2n2',
  'provider.brook-lane-care',
] as const;

/**
 * Who sees which saved comparison, by every path, as every kind of account. What must hold with both locks must hold
 * with either alone.
 */
export function describeWhoSeesWhat(app: TestApp): void {
  const saved: Record<'private' | 'shared', Saved> = {
    private: { id: '', name: '', version: 0 },
    shared: { id: '', name: '', version: 0 },
  };

  beforeAll(async () => {
    saved.private = await givenSaved(app, 'commissioner.derby', 'PRIVATE');
    saved.shared = await givenSaved(app, 'commissioner.derby', 'ORGANISATION');
    await givenSaved(app, 'approver.derby', 'PRIVATE');
    await givenSaved(app, 'commissioner.nottingham', 'ORGANISATION');
    await givenSaved(app, 'hub-analyst.d2n2', 'ORGANISATION');
    await givenSaved(app, 'reviewer.d2n2', 'PRIVATE');
    await givenSaved(app, 'provider.brook-lane-care', 'ORGANISATION');
  });

  describe('a list, and its count, holds one’s own and what is shared within one’s organisation', () => {
    test.each([
      [
        'commissioner.derby',
        ['organisation of commissioner.derby', 'private of commissioner.derby'],
      ],
      ['approver.derby', ['organisation of commissioner.derby', 'private of approver.derby']],
      ['placement-officer.derby', ['organisation of commissioner.derby']],
      ['commissioner.nottingham', ['organisation of commissioner.nottingham']],
      ['ig-lead.nottingham', ['organisation of commissioner.nottingham']],
      ['commissioner.nottinghamshire', []],
      ['hub-manager.d2n2', ['organisation of hub-analyst.d2n2']],
      ['reviewer.d2n2', ['organisation of hub-analyst.d2n2', 'private of reviewer.d2n2']],
      ['hub-analyst.west-midlands', []],
      ['provider.brook-lane-care', ['organisation of provider.brook-lane-care']],
      ['provider.alder-and-ash-homes', []],
    ])('as %s', async (account, names) => {
      expect(await listOf(app, account)).toEqual({ totalCount: names.length, names });
    });
  });

  describe('a private one is hidden exactly as if it did not exist', () => {
    describe.each(everyKind)('from %s', (account) => {
      test.each(everyPath)('by %s', async (_path, document) => {
        const missing = globalId('SavedComparison', randomUUID());

        const hidden = await answerAbout(app, account, document, saved.private.id);

        expect(hidden).toBe(await answerAbout(app, account, document, missing));
      });

      test('as the cursor of a page', async () => {
        const { edges } = await pageOf(app, 'commissioner.derby');
        const hidden = edges.find(({ node }) => node.id === saved.private.id);

        const page = await pageOf(app, account, { after: hidden?.cursor ?? '' });

        expect(page.edges).toEqual([]);
      });
    });
  });

  describe('one shared within its organisation is hidden from all others exactly as if it did not exist', () => {
    describe.each(everyKind.slice(2))('from %s', (account) => {
      test.each(everyPath)('by %s', async (_path, document) => {
        const missing = globalId('SavedComparison', randomUUID());

        const hidden = await answerAbout(app, account, document, saved.shared.id);

        expect(hidden).toBe(await answerAbout(app, account, document, missing));
      });
    });
  });

  test('a colleague sees what is shared, and may not change it', async () => {
    const { id, name } = saved.shared;

    const seen = await app.as('approver.derby', NODES, { id });

    expect(seen).toEqual({ data: { nodes: [{ id, name, owner: 'commissioner.derby' }] } });
    expect(refusalOf(await app.as('approver.derby', UPDATE, { id }))).toMatch(
      /^(NOT_FOUND|CONFLICT): /,
    );
    expect(refusalOf(await app.as('approver.derby', DELETE, { id }))).toMatch(
      /^(NOT_FOUND|CONFLICT): /,
    );
  });

  test('its owner sees it, by every path', async () => {
    const { id, name } = saved.private;

    expect(await app.as('commissioner.derby', NODE, { id })).toEqual({
      data: { node: { id, name } },
    });
    expect(await app.as('commissioner.derby', NODES, { id })).toEqual({
      data: { nodes: [{ id, name, owner: 'commissioner.derby' }] },
    });
  });

  describe('nobody who is not signed in sees anything', () => {
    test.each([['list', LIST] as const, ...everyPath])('by %s', async (_path, document) => {
      const variables = { id: saved.shared.id };

      const response = await post(app, { query: document, variables });

      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({
        errors: [{ message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } }],
      });
    });
  });

  test('all of this left everything as it was', async () => {
    const { rows } = await app.db.query<{ name: string; version: number }>(
      'select name, version from saved_comparison order by name',
    );

    expect(rows).toEqual([
      { name: 'organisation of commissioner.derby', version: 1 },
      { name: 'organisation of commissioner.nottingham', version: 1 },
      { name: 'organisation of hub-analyst.d2n2', version: 1 },
      { name: 'organisation of provider.brook-lane-care', version: 1 },
      { name: 'private of approver.derby', version: 1 },
      { name: 'private of commissioner.derby', version: 1 },
      { name: 'private of reviewer.d2n2', version: 1 },
    ]);
  });
}
