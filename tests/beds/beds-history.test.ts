import { beforeEach, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { refusalOf } from '../testkit/requests.ts';
import {
  arrangeHistory,
  DAY,
  dayOf,
  describeWhoSeesHistory,
  TREND,
  trendOf,
} from './history-sight.ts';
import { derby, homeId, neighbour, runs } from './homes.ts';
import { at } from './vacancy-homes.ts';

const app = await testApp({ clock: clockAt(at) });

beforeEach(() => arrangeHistory(app));

describe('a past day', () => {
  test('is told home by home and area by area, those for short breaks in no sum', async () => {
    expect(await dayOf(app, derby, '2026-06-12')).toEqual({
      sentence:
        '1 home on 12 June 2026. 1 more home gives short breaks: nights are counted there, not places. You see no home in Derbyshire, Nottingham, Nottinghamshire.',
      ...{ synthetic: true, shortBreakHomes: 1 },
      notShown: [{ name: 'Derbyshire' }, { name: 'Nottingham' }, { name: 'Nottinghamshire' }],
      areas: [
        {
          ...{ authority: { name: 'Derby' }, homes: 1, fresh: 0 },
          counts: { registered: 3, occupied: 1 },
        },
      ],
      total: { occupied: 1, usable: 3, lost: { places: 1 } },
      homes: {
        totalCount: 2,
        edges: [
          {
            node: {
              ...{ home: { urn: '9991001' }, shortBreaks: false, counts: { occupied: 1 } },
              confirmedOn: '2026-06-10',
            },
          },
          {
            node: {
              ...{ home: { urn: '9991003' }, shortBreaks: true, counts: { occupied: 1 } },
              confirmedOn: '2026-06-10',
            },
          },
        ],
      },
    });
  });

  test('stays as it was, whatever changes later', async () => {
    const before = await dayOf(app, neighbour, '2026-06-12');
    const after = await dayOf(app, neighbour, '2026-06-13');

    expect(before?.total.occupied).toBe(1);
    expect(after?.total.occupied).toBe(2);
    await app.db.query(`update home_place set state = 'ACCEPTING' where state = 'OCCUPIED'`);
    expect(await dayOf(app, neighbour, '2026-06-12')).toEqual(before);
    expect(await dayOf(app, neighbour, '2026-06-13')).toEqual(after);
  });

  test('must have ended', async () => {
    const refused = await app.as(derby, DAY, { day: '2026-06-15' });

    expect(refusalOf(refused)).toBe(
      'BAD_USER_INPUT: day must have ended: how homes are today, “homes” says.',
    );
  });

  test('is known of nothing before the home’s places were kept', async () => {
    expect((await dayOf(app, derby, '2026-06-09'))?.homes.totalCount).toBe(0);
  });
});

describe('who sees how homes were:', () => describeWhoSeesHistory(app));

describe('a trend', () => {
  const span = { from: '2026-06-10', to: '2026-06-14' };

  test('has the mean of each step, occupancy of each base, and nothing of short-break homes', async () => {
    expect(await trendOf(app, derby, { ...span, step: 'MONTH' })).toMatchObject({
      ...span,
      step: 'MONTH',
      starts: ['2026-06-01'],
      shortBreakHomes: 1,
      series: [
        {
          ...{ key: 'E06000015', title: 'Derby', homes: [1], registered: [3], occupied: [1] },
          ...{ closedLost: [1], ofRegistered: [33.3], ofUsable: [33.3], fresh: [20] },
        },
      ],
    });
    expect(await trendOf(app, runs, { ...span, step: 'WEEK', by: 'ALL' })).toMatchObject({
      starts: ['2026-06-08'],
      series: [{ key: 'ALL', homes: [2], occupied: [2.4], ofRegistered: [48] }],
    });
  });

  test('goes by area, kind or owner, of some homes alone if they are named', async () => {
    const by = async (grouping: string) =>
      (await trendOf(app, runs, { ...span, by: grouping, step: 'MONTH' }))?.series.map(
        ({ title }) => title,
      );

    expect(await by('AUTHORITY')).toEqual(['Derby', 'Nottingham']);
    expect(await by('TYPE')).toEqual(['Children’s home']);
    expect(await by('PROVIDER')).toEqual(['Vale Homes (fictitious)']);
    expect(
      await trendOf(app, runs, {
        ...span,
        step: 'DAY',
        by: 'ALL',
        homes: [await homeId(app, '9991002')],
      }),
    ).toMatchObject({ series: [{ occupied: [1, 1, 1, 2, 2] }] });
    expect(
      await trendOf(app, runs, { ...span, provisionTypes: ['SECURE_CHILDRENS_HOME'] }),
    ).toMatchObject({
      series: [],
    });
  });

  test('refuses days to come, too many days, and what does not exist', async () => {
    const refused = async (input: object) =>
      refusalOf(await app.as(derby, TREND, { input: { consortium: 'd2n2', ...input } }));

    expect(await refused({ to: '2026-06-15' })).toMatch(
      /^BAD_USER_INPUT: to must be a day that has/,
    );
    expect(await refused({ from: '2026-06-12', to: '2026-06-11' })).toBe(
      'BAD_USER_INPUT: from must not be after to.',
    );
    expect(await refused({ from: '2020-01-01', step: 'DAY' })).toBe(
      'BAD_USER_INPUT: Ask for 800 days at most by day.',
    );
    expect(await refused({ consortium: 'nowhere' })).toMatch(/^NOT_FOUND: /);
    expect(await refused({ authorities: ['E10000020'] })).toMatch(/^NOT_FOUND: /);
    expect(await refused({ providers: ['nobody'] })).toMatch(/^NOT_FOUND: /);
  });
});
