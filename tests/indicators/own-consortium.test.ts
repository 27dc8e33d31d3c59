import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { arrangeAgreement, forgetAgreements } from '../sharing/agreements.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { cell, directions, rowOf } from '../testkit/comparing.ts';
import { codes, collected, forgetReturns, givenReturn } from './own-figures.ts';

const app = await testApp({ clock: clockAt('2026-06-15T12:00:00Z') });
const [hub, derby] = ['hub-analyst.d2n2', 'commissioner.derby'];

const organisations = ['d2n2', 'derby', 'derbyshire', 'nottingham', 'nottinghamshire'];
const parties = organisations.map((organisation) => ({ organisation, signed: true }));

/** Children with foster carers, of children in all, of every member in a month. */
async function givenMonth(
  period: string,
  of: Readonly<Partial<Record<keyof typeof codes, readonly [number, number]>>>,
): Promise<void> {
  for (const authority of ['derby', 'derbyshire', 'nottingham', 'nottinghamshire'] as const) {
    const [numerator, denominator] = of[authority] ?? [];
    await givenReturn(app.db, {
      authority,
      period,
      figures: [
        {
          indicator: collected.children,
          ...(denominator ? { value: denominator } : { symbol: 'x' }),
        },
        {
          indicator: collected.fosterShare,
          ...(numerator !== undefined && denominator
            ? { value: (100 * numerator) / denominator, numerator, denominator }
            : { symbol: 'x' }),
        },
      ],
    });
  }
}

beforeAll(async () => {
  await forgetAgreements(app.db);
  await forgetReturns(app.db);
  // The hub sees every member’s placements exactly, three months back, and providers of all but Nottinghamshire.
  await arrangeAgreement(app.db, {
    id: randomUUID(),
    parties,
    items: [{ dataset: 'placements', recipient: 'HUB', level: 'EXACT', historyMonths: 3 }],
  });
  await arrangeAgreement(app.db, {
    id: randomUUID(),
    parties: parties.slice(0, 4),
    items: [{ dataset: 'providers', recipient: 'HUB', level: 'EXACT' }],
  });
  await givenMonth('2026-02', {
    derby: [1, 2],
    derbyshire: [1, 2],
    nottingham: [1, 2],
    nottinghamshire: [1, 2],
  });
  await givenMonth('2026-03', {
    derby: [60, 100],
    derbyshire: [300, 400],
    nottingham: [90, 120],
    nottinghamshire: [110, 180],
  });
  await givenMonth('2026-04', {
    derby: [61, 100],
    derbyshire: [330, 410],
    nottingham: [95, 118],
    nottinghamshire: [123, 187],
  });
  await givenMonth('2026-05', { derby: [61, 100], derbyshire: [330, 410], nottingham: [95, 118] });
});

const asked = { comparators: ['consortium'], period: '2026-04' };
const total = async (account: string, input: object, indicator: string = collected.fosterShare) =>
  (await cell(app, account, { ...asked, indicators: [indicator], ...input }, 'consortium')).figure;

describe('a consortium’s figure, for who sees every member exactly', () => {
  test('is pooled: numerators over denominators', async () => {
    // (61 + 330 + 95 + 123) ÷ (100 + 410 + 118 + 187) = 609 ÷ 815 = 74.72 %
    expect(await total(hub, {})).toMatchObject({
      text: '74.7%',
      numerator: 609,
      denominator: 815,
      synthetic: true,
      why: 'you see every member exactly',
      provenance: {
        source: 'Returns of the members of D2N2 for placements, 2026-04 (synthetic)',
        vintage: '2026-04-30',
        formula: 'pooled over 4 authorities: 609 ÷ 815 × 100',
      },
    });
  });

  test('is a sum of counts', async () => {
    expect(await total(hub, {}, collected.children)).toMatchObject({
      value: 815,
      provenance: { formula: 'sum of 4 authorities' },
    });
  });

  test('is there whichever authorities are compared', async () => {
    expect(await total(hub, { authorities: [codes.norfolk] })).toMatchObject({ text: '74.7%' });
    expect(await total(hub, { authorities: [codes.derby] })).toMatchObject({ text: '74.7%' });
  });

  test('is there as a column', async () => {
    const { columns } = await rowOf(app, hub, { ...asked, indicators: [collected.children] });

    expect(columns.values).toEqual([100, 410, 118, 187, 815]);
  });

  test('has a direction of its own', async () => {
    const compared = {
      ...asked,
      indicators: [collected.fosterShare],
      authorities: [codes.norfolk],
    };

    // 560 ÷ 800 = 70 % the month before.
    expect(await directions(app, hub, compared)).toEqual({
      'Norfolk 2026-04': 'NONE',
      'consortium 2026-04': 'BETTER',
    });
  });

  test('is not available where a member has no figure', async () => {
    expect(await total(hub, { period: '2026-05' })).toMatchObject({
      text: 'x',
      numerator: null,
      denominator: null,
      why: 'not available: not every member has a figure that can be combined: Nottinghamshire',
    });
    await app.db.query(
      `delete from observation where period_end = '2026-05-31' and authority_code = $1`,
      [codes.nottinghamshire],
    );
    expect(await total(hub, { period: '2026-05' })).toMatchObject({
      text: 'x',
      why: 'not available: a member has no figure: Nottinghamshire',
    });
  });
});

describe('a consortium’s figure is not shared', () => {
  const why = 'not shared: a consortium’s figure needs a release, or sight of every member exactly';

  test('with a member, who sees its own only', async () => {
    expect(await total(derby, {})).toMatchObject({ text: 'x', numerator: null, why });
  });

  test('of a month further back than an agreement says', async () => {
    expect(await total(hub, { period: '2026-02' })).toMatchObject({ text: 'x', why });
  });

  test('where one member has not signed for the dataset', async () => {
    expect(await total(hub, {}, collected.placementsMade)).toMatchObject({ text: 'x', why });
  });
});
