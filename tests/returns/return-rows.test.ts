import { beforeAll, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { refusalOf } from '../testkit/requests.ts';
import { demandFiles, forgetReturns, submitted } from './returns.ts';

const app = await testApp({ clock: clockAt('2026-06-15T12:00:00Z') });
let id = '';

// A table of 1,000 rows: 2 to 1,001, but that line 500 of the file was blank.
beforeAll(async () => {
  await forgetReturns(app);
  ({ id } = await submitted(app, demandFiles(12)));
  await app.db.query(
    `insert into return_row select tenant_id, id, 'requests-by-notice', nth, array['a', nth::text]
     from "return", generate_series(4, 1001) nth where nth <> 500`,
  );
});

interface Rows {
  readonly edges: readonly { readonly node: { readonly row: number } }[];
  readonly pageInfo: {
    readonly hasPreviousPage: boolean;
    readonly hasNextPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const asked = (page: object) =>
  app.as<{ return: { rows: Rows } }>(
    'commissioner.derby',
    `query ($id: ID!, $fromRow: Int, $first: Int, $last: Int, $after: String, $before: String) { return(id: $id) {
      rows(table: "requests-by-notice", fromRow: $fromRow, first: $first, last: $last, after: $after, before: $before) {
        edges { node { row } } pageInfo { hasPreviousPage hasNextPage startCursor endCursor } } } }`,
    { id, ...page },
  );

/** The numbers of the rows of a page, and where there are others. */
async function rows(page: object) {
  const answer = await asked(page);
  if (!answer.data) throw new Error(refusalOf(answer));
  const { edges, pageInfo } = answer.data.return.rows;
  return {
    rows: edges.map(({ node }) => node.row),
    before: pageInfo.hasPreviousPage,
    after: pageInfo.hasNextPage,
    start: pageInfo.startCursor,
    end: pageInfo.endCursor,
  };
}

describe('rows of a table', () => {
  test('begin at the first', async () => {
    expect(await rows({ first: 3 })).toMatchObject({
      rows: [2, 3, 4],
      before: false,
      after: true,
    });
  });

  test('begin at a row that is asked for, or at the next there is', async () => {
    expect(await rows({ fromRow: 998, first: 200 })).toMatchObject({
      rows: [998, 999, 1_000, 1_001],
      before: true,
      after: false,
    });
    expect((await rows({ fromRow: 500, first: 2 })).rows).toEqual([501, 502]);
    expect(await rows({ fromRow: -7, first: 1 })).toMatchObject({ rows: [2], before: false });
    expect(await rows({ fromRow: 1_002 })).toMatchObject({ rows: [], start: null, end: null });
  });

  test('go on from there, and back', async () => {
    const there = await rows({ fromRow: 600, first: 2 });

    expect((await rows({ after: there.end, first: 2 })).rows).toEqual([602, 603]);
    expect(await rows({ before: there.start, last: 2 })).toMatchObject({
      rows: [598, 599],
      before: true,
      after: true,
    });
  });

  test('come a page at a time, by cursors of theirs', async () => {
    expect(refusalOf(await asked({ fromRow: 2, first: 201 }))).toMatch(
      /^BAD_USER_INPUT: A page has/,
    );
    expect(refusalOf(await asked({ after: 'x' }))).toBe(
      'BAD_USER_INPUT: This cursor cannot be read. Use one that the server gave you.',
    );
  });
});
