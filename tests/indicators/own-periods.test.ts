import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { arrangeAgreement, forgetAgreements } from '../sharing/agreements.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import {
  comparison,
  reasons,
  refusalOfComparison,
  rowOf,
  texts,
  values,
} from '../testkit/comparing.ts';
import { codes, collected, forgetReturns, givenReturn } from './own-figures.ts';

const clock = clockAt('2026-06-15T12:00:00Z');
const app = await testApp({ clock });
const [hub, derby] = ['hub-analyst.d2n2', 'commissioner.derby'];

const approvals = { indicators: [collected.approvals] };
const month = (authority: 'derby' | 'nottingham' | 'derbyshire', period: string, value: number) =>
  givenReturn(app.db, { authority, period, figures: [{ indicator: collected.approvals, value }] });

beforeAll(async () => {
  await forgetAgreements(app.db);
  await forgetReturns(app.db);
  await arrangeAgreement(app.db, { id: randomUUID() });
  await month('derby', '2026-02', 90);
  await month('derby', '2026-03', 100);
  // No value, so not the latest.
  await givenReturn(app.db, {
    authority: 'derby',
    period: '2026-04',
    figures: [{ indicator: collected.approvals, symbol: 'c' }],
  });
  await month('nottingham', '2026-04', 50);
  await month('derbyshire', '2026-05', 70);
  // Filed before the month was over.
  await month('derby', '2026-06', 999);
});

const periodsSeen = async (account: string, authorities?: readonly string[]) =>
  (await rowOf(app, account, { ...approvals, ...(authorities && { authorities }) })).columns
    .periods;

describe('without a label', () => {
  test('the latest period is the last that has a value which this viewer sees', async () => {
    expect(await periodsSeen(hub)).toEqual(['2026-04']);
    expect(await periodsSeen(derby)).toEqual(['2026-03']);
    expect(await periodsSeen('commissioner.nottingham')).toEqual(['2026-04']);
    expect(await periodsSeen('commissioner.derbyshire')).toEqual(['2026-05']);
    expect(await periodsSeen(hub, [codes.derby])).toEqual(['2026-03']);
  });

  test('who sees none is shown the last month that has ended, whoever has filed', async () => {
    expect(await periodsSeen('reviewer.d2n2')).toEqual(['2026-05']);
    expect(await periodsSeen('commissioner.norfolk')).toEqual(['2026-05']);
    expect(await periodsSeen(derby, [codes.nottingham])).toEqual(['2026-05']);
    expect(await periodsSeen(hub, [codes.derbyshire])).toEqual(['2026-05']);
  });

  test('periods are counted back over months nobody has filed', async () => {
    const asked = { ...approvals, authorities: [codes.derby], periods: 4 };

    expect(await texts(app, derby, asked)).toEqual({
      'Derby 2025-12': 'x',
      'Derby 2026-01': 'x',
      'Derby 2026-02': '90',
      'Derby 2026-03': '100',
    });
  });

  test('each indicator has its own', async () => {
    const { periods } = await comparison(app, derby, {
      indicators: ['cla-rate', ...approvals.indicators],
    });

    expect(periods).toEqual(['2025', '2026-03']);
  });
});

describe('a month that has not ended', () => {
  test('is none, to anybody', async () => {
    expect(await refusalOfComparison(app, derby, { ...approvals, period: '2026-06' })).toBe(
      'BAD_USER_INPUT: No requested indicator has a period “2026-06”. Periods are labelled as in 2025, 2024-25 or 2026-09.',
    );
  });

  test('is not among the periods that an indicator has', async () => {
    const { data } = await app.as<{ indicators: { key: string; periods: { label: string }[] }[] }>(
      derby,
      '{ indicators(dataset: "fostering") { key periods { label } } }',
    );

    const found = data?.indicators.find(({ key }) => key === collected.approvals);
    expect(found?.periods.at(-1)?.label).toBe('2026-05');
  });

  test('is not among those that are named to whoever asks for another', async () => {
    const asked = {
      indicators: ['cla-rate', collected.approvals],
      authorities: [codes.derby],
      period: '2025',
    };

    const { rows } = await comparison(app, hub, asked);

    expect(rows[1]?.cells.map(({ figure }) => figure.why)).toEqual([
      'not available: this indicator has no period “2025”; it has 2024-04 to 2026-05',
    ]);
  });

  test('is one from the first moment of the next in England', async () => {
    clock.pass({ minutes: 22_259, seconds: 59 });
    const lastSecond = await periodsSeen(derby);
    clock.pass({ seconds: 1 });
    const nextDay = await periodsSeen(derby);
    clock.pass({ minutes: -22_260 });

    expect([lastSecond, nextDay]).toEqual([['2026-03'], ['2026-06']]);
  });
});

describe('figures as at an earlier day', () => {
  const asked = { ...approvals, authorities: [codes.derby], period: '2026-02' };
  const at = (asAt: string) => ({ ...asked, asAt });

  beforeAll(async () => {
    await app.db.query(`delete from observation where period_end = '2026-02-28'`);
    await app.db.query(`delete from "return" where period = '2026-02'`);
    const filed = { authority: 'derby', period: '2026-02' } as const;
    await givenReturn(app.db, {
      ...filed,
      acceptedAt: '2026-03-05T00:00:00Z',
      figures: [
        { indicator: collected.approvals, value: 80, supersededAt: '2026-04-05T00:00:00Z' },
      ],
    });
    await givenReturn(app.db, {
      ...filed,
      version: 2,
      acceptedAt: '2026-04-05T00:00:00Z',
      figures: [{ indicator: collected.approvals, value: 90 }],
    });
  });

  test('are those of the version that was in force then', async () => {
    expect(await values(app, derby, at('2026-03-10T00:00:00Z'))).toEqual({ 'Derby 2026-02': 80 });
    expect(await values(app, derby, at('2026-04-05T00:00:00Z'))).toEqual({ 'Derby 2026-02': 90 });
    expect(await values(app, derby, asked)).toEqual({ 'Derby 2026-02': 90 });
    expect(await values(app, hub, at('2026-03-10T00:00:00Z'))).toEqual({ 'Derby 2026-02': 80 });
  });

  test('are none before the first', async () => {
    expect(await reasons(app, derby, at('2026-03-01T00:00:00Z'))).toEqual({
      'Derby 2026-02': 'not available: Derby has returned no figure for this period',
    });
  });

  test('decide what the latest was', async () => {
    const { columns } = await rowOf(app, derby, { ...approvals, asAt: '2026-03-10T00:00:00Z' });

    expect(columns.periods).toEqual(['2026-02']);
  });

  test('are seen by the agreements of now', async () => {
    expect(await reasons(app, 'commissioner.nottingham', at('2026-03-10T00:00:00Z'))).toEqual({
      'Derby 2026-02':
        'not shared: Derby’s fostering reach you through releases, and none of this period is published',
    });
  });
});
