import { beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../testkit/app.ts';
import { testApp } from '../testkit/app.ts';
import { globalId, refusalOf } from '../testkit/requests.ts';
import { givenSaved, listOf, pageOf } from './saved-comparisons.ts';

const app = await testApp();
const owner = 'commissioner.derby';

const SAVE = `mutation Save($input: SaveComparisonInput!) {
  saveComparison(input: $input) {
    id name version visibility owner viewerCanEdit
    query { consortium indicators authorities period periods comparators asAt }
  }
}`;
const UPDATE = `mutation Update($input: UpdateSavedComparisonInput!) {
  updateSavedComparison(input: $input) { id name version visibility query { indicators } }
}`;
const DELETE = `mutation Delete($input: DeleteSavedComparisonInput!) {
  deleteSavedComparison(input: $input)
}`;

const query = { consortium: 'd2n2', indicators: ['cla-rate'] };
const save = (input: object) =>
  app.as(owner, SAVE, { input: { name: 'Rates', visibility: 'PRIVATE', query, ...input } });
const update = (account: string, input: object) => app.as(account, UPDATE, { input });
const remove = (account: string, input: object) => app.as(account, DELETE, { input });

beforeEach(async () => {
  await app.db.query('delete from saved_comparison');
});

describe('saving a comparison', () => {
  test('keeps what it compares, for its owner to change', async () => {
    const whole = {
      consortium: 'west-midlands',
      indicators: ['cla-rate', 'homes-in-area'],
      authorities: ['E06000015'],
      period: '2025',
      periods: 3,
      comparators: ['england'],
      asAt: '2026-01-01T00:00:00.000Z',
    };

    const answer = await save({ name: '  Homes & rates ', query: whole });

    expect(answer).toEqual({
      data: {
        saveComparison: {
          id: expect.any(String),
          name: 'Homes & rates',
          version: 1,
          visibility: 'PRIVATE',
          owner,
          viewerCanEdit: true,
          query: whole,
        },
      },
    });
  });

  test.each([
    ['no name', { name: '   ' }, 'Give the comparison a name of 1 to 120 characters.'],
    [
      'a name nobody sees',
      { name: '\u200b' },
      'Give the comparison a name of 1 to 120 characters.',
    ],
    [
      'too long a name',
      { name: 'x'.repeat(121) },
      'Give the comparison a name of 1 to 120 characters.',
    ],
    ['NUL in its name', { name: 'a\u0000b' }, 'A name must not contain control characters.'],
    [
      'half a character in its name',
      { name: 'a\ud800' },
      'A name must not contain control characters.',
    ],
    [
      'text turned around in its name',
      { name: '\u202eabc' },
      'A name must not contain control characters.',
    ],
    [
      'nothing to compare',
      { query: { consortium: 'd2n2', indicators: [] } },
      'indicators must name at least one indicator.',
    ],
  ])('is refused with %s', async (_fault, input, sentence) => {
    expect(refusalOf(await save(input))).toBe(`BAD_USER_INPUT: ${sentence}`);
    expect(await listOf(app, owner)).toEqual({ totalCount: 0, names: [] });
  });

  test('is refused where nothing can be compared: an unknown consortium or indicator', async () => {
    expect(refusalOf(await save({ query: { ...query, consortium: 'london' } }))).toBe(
      'NOT_FOUND: There is no consortium “london”.',
    );
    expect(refusalOf(await save({ query: { ...query, indicators: ['nothing-such'] } }))).toBe(
      'NOT_FOUND: There is no indicator “nothing-such”.',
    );
  });

  test('keeps a name that is code somewhere else as the text it is', async () => {
    await save({ name: `'); drop table saved_comparison; --` });
    await save({ name: '<script>alert(1)</script>' });

    expect(await listOf(app, owner)).toEqual({
      totalCount: 2,
      names: [`'); drop table saved_comparison; --`, '<script>alert(1)</script>'],
    });
  });
});

describe('changing a saved comparison', () => {
  test('changes what is given, and makes a new version', async () => {
    const { id } = await givenSaved(app, owner, 'PRIVATE');

    const answer = await update(owner, {
      id,
      version: 1,
      name: 'Renamed',
      visibility: 'ORGANISATION',
    });

    expect(answer.data).toEqual({
      updateSavedComparison: {
        id,
        name: 'Renamed',
        version: 2,
        visibility: 'ORGANISATION',
        query: { indicators: ['cla-rate'] },
      },
    });
    expect(await listOf(app, 'approver.derby')).toEqual({ totalCount: 1, names: ['Renamed'] });
  });

  test('of another version is a conflict, and changes nothing', async () => {
    const { id } = await givenSaved(app, owner, 'PRIVATE');
    await update(owner, { id, version: 1, name: 'First' });

    const late = await update(owner, { id, version: 1, name: 'Second' });

    expect(refusalOf(late)).toBe(
      'CONFLICT: This saved comparison was changed meanwhile. Look at it again, then repeat your change.',
    );
    expect(late.data).toBeNull();
    expect(await listOf(app, owner)).toEqual({ totalCount: 1, names: ['First'] });
  });

  test('by two at once lets one through', async () => {
    const { id } = await givenSaved(app, owner, 'PRIVATE');

    const answers = await Promise.all([
      update(owner, { id, version: 1, name: 'One' }),
      update(owner, { id, version: 1, name: 'Other' }),
    ]);

    expect(answers.map((answer) => refusalOf(answer).split(':')[0]).sort()).toEqual([
      '',
      'CONFLICT',
    ]);
  });

  test('of a colleague is refused as if it did not exist', async () => {
    const { id } = await givenSaved(app, owner, 'ORGANISATION');

    expect(refusalOf(await update('approver.derby', { id, version: 1, name: 'Mine' }))).toMatch(
      /^NOT_FOUND: /,
    );
    expect(refusalOf(await remove('approver.derby', { id, version: 1 }))).toMatch(/^NOT_FOUND: /);
    expect(await listOf(app, owner)).toMatchObject({ totalCount: 1 });
  });
});

describe('deleting a saved comparison', () => {
  test('answers the id of what is gone', async () => {
    const { id } = await givenSaved(app, owner, 'PRIVATE');

    expect(await remove(owner, { id, version: 1 })).toEqual({
      data: { deleteSavedComparison: id },
    });
    expect(await listOf(app, owner)).toEqual({ totalCount: 0, names: [] });
  });

  test('twice finds nothing the second time', async () => {
    const { id } = await givenSaved(app, owner, 'PRIVATE');
    await remove(owner, { id, version: 1 });

    expect(refusalOf(await remove(owner, { id, version: 1 }))).toMatch(
      /^NOT_FOUND: There is no saved comparison of yours/,
    );
  });

  test('of another version is a conflict', async () => {
    const { id } = await givenSaved(app, owner, 'PRIVATE');

    expect(refusalOf(await remove(owner, { id, version: 2 }))).toMatch(/^CONFLICT: /);
  });

  test.each([
    ['an id of something else', globalId('Authority', 'E06000015'), 'BAD_USER_INPUT'],
    ['an id that is none', 'garbage', 'BAD_USER_INPUT'],
    ['an id that no row can have', globalId('SavedComparison', 'x'), 'NOT_FOUND'],
  ])('with %s is refused', async (_what, id, code) => {
    expect(refusalOf(await remove(owner, { id, version: 1 }))).toMatch(new RegExp(`^${code}: `));
  });
});

describe('an operation that fails anywhere', () => {
  const twoSteps = (second: string) => `mutation {
    first: saveComparison(input: {
      name: "Kept?", visibility: PRIVATE, query: { consortium: "d2n2", indicators: ["cla-rate"] }
    }) { id }
    ${second}
  }`;

  test('keeps nothing and answers no data', async () => {
    const failing = `second: deleteSavedComparison(input: { id: "${globalId('SavedComparison', 'x')}", version: 1 })`;

    const answer: Answer = await app.as(owner, twoSteps(failing));

    expect(answer.data).toBeNull();
    expect(refusalOf(answer)).toMatch(/^NOT_FOUND: /);
    expect(await listOf(app, owner)).toEqual({ totalCount: 0, names: [] });
  });

  test('otherwise keeps all of it', async () => {
    const answer = await app.as(owner, twoSteps('second: signOut'));

    expect(refusalOf(answer)).toBe('');
    expect(await listOf(app, owner)).toEqual({ totalCount: 1, names: ['Kept?'] });
  });

  test('within a query leaves the rest of the answer', async () => {
    const answer = await app.as(owner, `{ viewer { account } node(id: "garbage") { id } }`);

    expect(answer.data).toEqual({ viewer: { account: owner }, node: null });
    expect(refusalOf(answer)).toMatch(/^BAD_USER_INPUT: /);
  });
});

describe('a list of saved comparisons', () => {
  test('is paged from the last changed to the first, none twice and none left out', async () => {
    await givenSaved(app, owner, 'PRIVATE', 'Oldest');
    await givenSaved(app, owner, 'PRIVATE', 'Middle');
    await givenSaved(app, 'approver.derby', 'ORGANISATION', 'Newest');

    const first = await pageOf(app, owner, { first: 2 });
    const second = await pageOf(app, owner, { first: 2, after: first.pageInfo.endCursor ?? '' });

    expect(first).toMatchObject({
      totalCount: 3,
      pageInfo: { hasNextPage: true },
      edges: [{ node: { name: 'Newest' } }, { node: { name: 'Middle' } }],
    });
    expect(second).toMatchObject({
      totalCount: 3,
      pageInfo: { hasNextPage: false },
      edges: [{ node: { name: 'Oldest' } }],
    });
  });

  test('tells nothing of rows in between that are hidden', async () => {
    await givenSaved(app, owner, 'ORGANISATION', 'Older');
    await givenSaved(app, 'approver.derby', 'PRIVATE', 'Hidden');
    await givenSaved(app, owner, 'ORGANISATION', 'Newer');

    const page = await pageOf(app, owner, { first: 2 });

    expect(page).toMatchObject({
      totalCount: 2,
      pageInfo: { hasNextPage: false },
      edges: [{ node: { name: 'Newer' } }, { node: { name: 'Older' } }],
    });
  });
});
