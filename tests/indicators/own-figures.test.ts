import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { arrangeAgreement, forgetAgreements } from '../sharing/agreements.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import {
  COMPARE,
  cell,
  comparison,
  directions,
  ranks,
  reasons,
  rowOf,
  texts,
} from '../testkit/comparing.ts';
import { send } from '../testkit/requests.ts';
import { codes, collected, forgetReturns, givenReturn, withoutFigures } from './own-figures.ts';

const app = await testApp({ clock: clockAt('2026-06-15T12:00:00Z') });
const [hub, derby, nottingham] = [
  'hub-analyst.d2n2',
  'commissioner.derby',
  'commissioner.nottingham',
];
const reviewer = 'reviewer.d2n2';

const inForce = randomUUID();
const children = { indicators: [collected.children] };
const share = { indicators: [collected.fosterShare], period: '2026-05' };

const by = 'D2N2/T/9, “A test”, until 31 December 2026.';
const notShared = (name: string, dataset = 'placements') =>
  `not shared: no agreement in force lets you see ${name}’s ${dataset}`;

/** For whoever is shown releases, where there is none of the period. */
const notReleased = (name: string) =>
  `not shared: ${name}’s placements reach you through releases, and none of this period is published`;

const shares = (numerator: number, denominator: number) => ({
  indicator: collected.fosterShare,
  value: (100 * numerator) / denominator,
  numerator,
  denominator,
});

beforeAll(async () => {
  await forgetAgreements(app.db);
  await forgetReturns(app.db);
  // The hub sees Derby’s and Nottingham’s placements exactly, three months back; they see releases of one another’s.
  await arrangeAgreement(app.db, {
    id: inForce,
    reference: 'D2N2/T/9',
    items: [
      { dataset: 'placements', recipient: 'HUB', level: 'EXACT', historyMonths: 3 },
      { dataset: 'placements', recipient: 'MEMBERS', level: 'RELEASED' },
      { dataset: 'placements', recipient: 'REVIEWERS', level: 'RELEASED' },
    ],
  });
  for (const period of ['2026-02', '2026-03', '2026-04']) {
    await givenReturn(app.db, {
      authority: 'derby',
      period,
      figures: [{ indicator: collected.children, value: 100 }, shares(70, 100)],
    });
  }
  await givenReturn(app.db, {
    authority: 'derby',
    period: '2026-05',
    figures: [{ indicator: collected.children, value: 120 }, shares(60, 80)],
  });
  await givenReturn(app.db, {
    authority: 'nottingham',
    period: '2026-05',
    figures: [{ indicator: collected.children, symbol: 'c' }, shares(30, 50)],
  });
  await givenReturn(app.db, {
    authority: 'derbyshire',
    period: '2026-05',
    figures: [{ indicator: collected.children, value: 7_777 }, shares(33, 44)],
  });
});

describe('a figure that returns say is seen', () => {
  test('by the hub where an agreement shows it exactly, which is named', async () => {
    const asked = { ...children, period: '2026-05' };

    expect(await texts(app, hub, asked)).toEqual({
      'Derby 2026-05': '120',
      'Derbyshire 2026-05': 'x',
      'Nottingham 2026-05': 'c',
      'Nottinghamshire 2026-05': 'x',
    });
    expect(await reasons(app, hub, asked)).toEqual({
      'Derby 2026-05': by,
      'Derbyshire 2026-05': notShared('Derbyshire'),
      'Nottingham 2026-05': by,
      'Nottinghamshire 2026-05': notShared('Nottinghamshire'),
    });
  });

  test('by its own authority in full, while another’s is not shared with it', async () => {
    const asked = { ...share, authorities: [codes.derby, codes.nottingham] };

    const { cells } = await rowOf(app, derby, asked);

    expect(cells[0]?.figure).toMatchObject({
      text: '75.0%',
      numerator: 60,
      denominator: 80,
      why: 'own',
      synthetic: true,
    });
    expect(cells[1]?.figure).toMatchObject({
      text: 'x',
      numerator: null,
      denominator: null,
      why: notReleased('Nottingham'),
      synthetic: false,
    });
  });

  test('with what it was worked out from where it is shown exactly', async () => {
    expect((await cell(app, hub, share, 'Derby')).figure).toMatchObject({
      text: '75.0%',
      numerator: 60,
      denominator: 80,
      synthetic: true,
    });
  });

  test.each([
    ['a reviewer', reviewer, notReleased],
    ['the hub of another consortium', 'hub-analyst.west-midlands', notShared],
    ['a provider', 'provider.brook-lane-care', notShared],
    ['a tenant outside the consortium', 'commissioner.norfolk', notShared],
    ['a member that has signed nothing', 'commissioner.nottinghamshire', notShared],
  ])('not by %s', async (_who, account, why) => {
    const { cells, columns } = await rowOf(app, account, {
      ...share,
      authorities: [codes.derby, codes.nottingham],
    });

    expect(cells.map(({ figure }) => [figure.text, figure.why])).toEqual([
      ['x', why('Derby')],
      ['x', why('Nottingham')],
    ]);
    expect(columns).toMatchObject({ values: [null, null], symbols: ['x', 'x'] });
  });

  test('no further back than the agreement says; before that it reads as not shared', async () => {
    const asked = { ...children, authorities: [codes.derby], period: '2026-04', periods: 3 };

    expect(await reasons(app, hub, asked)).toEqual({
      'Derby 2026-02': notShared('Derby'),
      'Derby 2026-03': by,
      'Derby 2026-04': by,
    });
    expect(await texts(app, derby, asked)).toEqual({
      'Derby 2026-02': '100',
      'Derby 2026-03': '100',
      'Derby 2026-04': '100',
    });
  });

  test('as columns too', async () => {
    const { columns } = await rowOf(app, hub, { ...children, period: '2026-05' });

    expect(columns).toMatchObject({
      values: [120, null, null, null],
      symbols: [null, 'x', 'c', 'x'],
      synthetic: true,
    });
  });

  test('as columns that are marked synthetic only where a synthetic figure is seen', async () => {
    const seen = async (account: string) =>
      (await rowOf(app, account, { ...children, period: '2026-05' })).columns.synthetic;

    expect(await seen(derby)).toBe(true);
    expect(await seen(reviewer)).toBe(false);
  });

  test('in an exported file, marked as synthetic, with why and whose return', async () => {
    const path = `/exports/comparison.csv?consortium=d2n2&indicators=${collected.fosterShare}&period=2026-05`;

    const csv = await (await send(app, path, { headers: app.credentialsOf(hub) })).text();

    expect(csv).toContain(
      `Derby,E06000015,,2026-05,75,,75.0%,percent,60,80,1,BETTER,FINAL,synthetic,"D2N2/T/9, “A test”, until 31 December 2026.","Return of Derby for placements, 2026-05 (synthetic)",2026-05-31`,
    );
    expect(csv).toContain(
      `Derbyshire,E10000007,,2026-05,,x,x,percent,,,,,FINAL,,${notShared('Derbyshire')},`,
    );
  });

  test('with ranks and directions among what is seen only', async () => {
    expect(await ranks(app, hub, share)).toEqual({
      'Derby 2026-05': 1,
      'Derbyshire 2026-05': null,
      'Nottingham 2026-05': 2,
      'Nottinghamshire 2026-05': null,
    });
    expect(
      await directions(app, hub, { ...share, period: '2026-03', authorities: [codes.derby] }),
    ).toEqual({
      'Derby 2026-03': 'NONE',
    });
  });
});

describe('where there is no figure', () => {
  test('who may see it is told that none was returned', async () => {
    const asked = { ...children, period: '2026-04', authorities: [codes.nottingham] };

    const why = 'not available: Nottingham has returned no figure for this period';
    expect(await reasons(app, hub, asked)).toEqual({ 'Nottingham 2026-04': why });
    expect(await reasons(app, nottingham, asked)).toEqual({ 'Nottingham 2026-04': why });
    expect(await reasons(app, derby, asked)).toEqual({
      'Nottingham 2026-04': notReleased('Nottingham'),
    });
  });

  test('nobody publishes one either', async () => {
    const { cells } = await rowOf(app, hub, {
      ...children,
      authorities: [codes.derby],
      comparators: ['england', 'region', 'statistical-neighbours'],
    });

    expect(cells.slice(1).map(({ subject, figure }) => [subject, figure.text, figure.why])).toEqual(
      [
        ['england', 'x', 'not available: no public figure of this indicator'],
        ['region', 'x', 'not available: no public figure of this indicator'],
        ['statistical-neighbours', 'x', 'not available: no public figure of this indicator'],
      ],
    );
  });
});

describe('what is not shared reads the same whether or not there is a figure', () => {
  const all = [collected.children, collected.fosterShare, 'cla-number'];
  const everything = { comparators: ['consortium', 'england'], periods: 4 };

  const asked = (input: object) => ({
    consortium: 'd2n2',
    indicators: all,
    ...everything,
    ...input,
  });

  /** The whole answer, as it was sent. */
  const answer = async (account: string, input: object) =>
    JSON.stringify(await app.as(account, COMPARE, { input: asked(input) }));

  const file = async (account: string) => {
    const path = `/exports/comparison.csv?consortium=d2n2&indicators=${all.join()}&periods=4&comparators=consortium`;
    return (await send(app, path, { headers: app.credentialsOf(account) })).text();
  };

  const told = async (account: string) => [
    await answer(account, {}),
    await answer(account, { period: '2026-05' }),
    await answer(account, { authorities: [codes.nottingham, codes.derbyshire] }),
    await answer(account, { period: '2026-07' }),
    await answer(account, { asAt: '2026-06-10T00:00:00Z' }),
    await file(account),
  ];

  test.each([derby, reviewer, 'commissioner.norfolk', 'provider.brook-lane-care'])(
    'to %s, byte for byte',
    async (account) => {
      const withFigures = await told(account);
      const client = await app.db.connect();
      const kept = await client.query(
        'select to_jsonb(o) as o from observation o where authority_code = any ($1)',
        [[codes.nottingham, codes.derbyshire]],
      );
      client.release();
      await withoutFigures(app.db, 'nottingham');
      await withoutFigures(app.db, 'derbyshire');

      const withNone = await told(account);
      await app.db.query(
        'insert into observation select (jsonb_populate_record(null::observation, o)).* from jsonb_array_elements($1::jsonb) o',
        [JSON.stringify(kept.rows.map(({ o }) => o))],
      );

      expect(withNone).toEqual(withFigures);
    },
  );
});

describe('the first lock alone, in code,', () => {
  test.each([hub, derby, reviewer, 'commissioner.norfolk'])(
    'shows %s what both locks show',
    async (account) => {
      const input = { consortium: 'd2n2', ...share, comparators: ['consortium'], periods: 4 };
      const ask = async () => JSON.stringify(await app.as(account, COMPARE, { input }));
      const withBoth = await ask();
      await app.db.query('alter table observation disable row level security');
      await app.db.query('alter table "return" disable row level security');

      const withOne = await ask();
      await app.db.query('alter table observation enable row level security');
      await app.db.query('alter table "return" enable row level security');

      expect(withOne).toEqual(withBoth);
    },
  );
});

describe('once an agreement is not in force', () => {
  test.each([
    ['suspended', `status = 'SUSPENDED', suspended_by = drafted_by`],
    ['ended', `status = 'ENDED'`],
    ['past its last day', `ends_on = '2026-06-14', review_due_on = '2026-06-14'`],
    ['overdue for its access review', 'access_review_months = 1'],
  ])('because it is %s, the next request sees nothing by it', async (_how, change) => {
    const asked = { ...children, authorities: [codes.derby], period: '2026-05' };
    const before = await reasons(app, hub, asked);
    await app.db.query(`create table kept as select * from sharing_agreement`);
    await app.db.query(`update sharing_agreement set ${change}`);

    const after = await reasons(app, hub, asked);
    await app.db.query(
      `update sharing_agreement a set status = k.status, suspended_by = k.suspended_by, ends_on = k.ends_on,
         review_due_on = k.review_due_on, access_review_months = k.access_review_months from kept k where k.id = a.id`,
    );
    await app.db.query('drop table kept');

    expect(before).toEqual({ 'Derby 2026-05': by });
    expect(after).toEqual({ 'Derby 2026-05': notShared('Derby') });
  });
});

describe('public figures beside them', () => {
  test('stay as they are', async () => {
    const { rows, periods } = await comparison(app, hub, {
      indicators: ['cla-rate', collected.children],
      authorities: [codes.derby],
    });

    expect(periods).toEqual(['2025', '2026-05']);
    expect(rows.map(({ columns }) => columns.values)).toEqual([[88], [120]]);
  });
});
