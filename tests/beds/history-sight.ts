import { keepHomeDays } from '@sufficiency/server/modules/beds/home-day-keeper.service.ts';
import { openPool } from '@sufficiency/server/platform/database.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import type { TestApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { arrangeHomes, derby, homeId, neighbour, officer, otherProvider, runs } from './homes.ts';
import { arrangeBeds, at } from './vacancy-homes.ts';

const occupied = { state: 'OCCUPIED' };
const closed = { state: 'CLOSED', reason: 'SOLO' };

/** Homes since 10 June; today is 15 June. Nottingham's was full from 13 June on. */
export async function arrangeHistory(app: TestApp): Promise<void> {
  const confirmedAt = '2026-06-10T09:00:00Z';
  await arrangeHomes(app, [
    { urn: '9991001', area: 'derby', confirmedAt, places: [occupied, {}, closed] },
    { urn: '9991002', area: 'nottingham', confirmedAt, places: [occupied, {}] },
    { urn: '9991003', area: 'derby', confirmedAt, shortBreaks: true, places: [occupied, {}] },
  ]);
  const client = await app.db.connect();
  await client.query('begin');
  await client.query(`select set_config('app.now', '2026-06-13T09:00:00Z', true)`);
  await client.query(
    `update home_place set state = 'OCCUPIED' where home_id = (select id from home where urn = '9991002')`,
  );
  await client.query('commit');
  client.release();
  await keepDays(app);
}

/** Keeps how homes were on all days until yesterday. */
async function keepDays(app: TestApp): Promise<void> {
  const keeper = openPool({ url: app.chainUrl, size: 1 });
  await keepHomeDays({ pool: keeper, clock: clockAt(at) });
  await keeper.end();
}

/** What is asked of a past day. */
interface Day {
  readonly bedsDay: {
    readonly sentence: string;
    readonly total: { readonly occupied: number };
    readonly notShown: readonly { readonly name: string }[];
    readonly homes: {
      readonly totalCount: number;
      readonly edges: readonly {
        readonly node: { readonly home: { readonly urn: string } | null };
      }[];
    };
  };
}

export const DAY = `query ($day: LocalDate!) { bedsDay(consortium: "d2n2", day: $day) {
  sentence synthetic shortBreakHomes notShown { name }
  areas { authority { name } homes fresh counts { registered occupied } } total { occupied usable lost { places } }
  homes { totalCount edges { node { home { urn } shortBreaks counts { occupied } confirmedOn } } } } }`;

/** A past day as an account sees it; undefined where it is refused. */
export const dayOf = async (app: TestApp, account: string, day: string) =>
  (await app.as<Day>(account, DAY, { day })).data?.bedsDay;

/** Homes of a past day. */
const urnsOf = (of: Day['bedsDay'] | undefined) =>
  of?.homes.edges.map(({ node }) => node.home?.urn);

interface Trend {
  readonly bedsTrend: {
    readonly starts: readonly string[];
    readonly sentence: string;
    readonly series: readonly Readonly<Record<string, unknown>>[];
  };
}

export const TREND = `query ($input: BedsTrendInput!) { bedsTrend(input: $input) {
  from to step starts sentence shortBreakHomes notShown { name }
  series { key title homes registered occupied closedLost ofRegistered ofUsable fresh } } }`;

/** A trend as an account sees it; undefined where it is refused. */
export const trendOf = async (app: TestApp, account: string, input: object) =>
  (await app.as<Trend>(account, TREND, { input: { consortium: 'd2n2', ...input } })).data
    ?.bedsTrend;

/** Who sees how homes were, by the day and by the trend. */
export function describeWhoSeesHistory(app: TestApp): void {
  test('their holder and their provider do; other members, hubs and reviewers do not', async () => {
    expect(urnsOf(await dayOf(app, derby, '2026-06-12'))).toEqual(['9991001', '9991003']);
    expect(urnsOf(await dayOf(app, neighbour, '2026-06-12'))).toEqual(['9991002']);
    expect(urnsOf(await dayOf(app, runs, '2026-06-12'))).toEqual(['9991001', '9991003', '9991002']);
    expect(urnsOf(await dayOf(app, otherProvider, '2026-06-12'))).toEqual([]);
    expect(await dayOf(app, 'hub-analyst.d2n2', '2026-06-12')).toBeUndefined();
    expect(await trendOf(app, 'reviewer.d2n2', {})).toBeUndefined();
    expect((await trendOf(app, otherProvider, { by: 'ALL' }))?.series).toEqual([]);
  });

  test('a placement officer sees others’ as an agreement says, since the day it says, and its log tells', async () => {
    // As the days of June were those of May, up to the 15th, from which on a month is shown.
    await app.db.query(
      `insert into home_day (tenant_id, home_id, day, authority_code, provider_id, registered, operational, usable, occupied,
         reserved, accepting, accepting_open, closed, closed_lost, confirmed_on)
       select tenant_id, home_id, day - 30, authority_code, provider_id, registered, operational, usable, occupied, reserved,
         accepting, accepting_open, closed, closed_lost, confirmed_on - 30 from home_day`,
    );
    await arrangeBeds(app.db, {
      items: [
        { dataset: 'beds', recipient: 'PLACEMENT_OFFICERS', level: 'RECORDS', historyMonths: 1 },
      ],
    });

    expect(urnsOf(await dayOf(app, officer, '2026-05-14'))).toEqual(['9991001', '9991003']);
    expect(urnsOf(await dayOf(app, officer, '2026-05-15'))).toEqual([
      '9991001',
      '9991003',
      '9991002',
    ]);
    expect(
      await trendOf(app, officer, { step: 'DAY', from: '2026-05-13', to: '2026-05-15' }),
    ).toMatchObject({
      series: [
        { title: 'Derby', homes: [1, 1, 1] },
        { title: 'Nottingham', homes: [null, null, 1] },
      ],
    });
    const { rows } = await app.db.query<{ slug: string; reads: number }>(
      `select o.slug, count(*)::int as reads from audit_event e join organisation o on o.id = e.tenant_id
       where e.type = 'figures.read' and e.account = $1 group by 1`,
      [officer],
    );
    expect(rows).toEqual([{ slug: 'nottingham', reads: 2 }]);
    expect(urnsOf(await dayOf(app, derby, '2026-06-12'))).toEqual(['9991001', '9991003']);
  });

  describe('a place that was kept for somebody else’s block', () => {
    beforeEach(async () => {
      await arrangeHomes(app, [
        {
          ...{ urn: '9991004', area: 'nottingham', confirmedAt: '2026-06-13T09:00:00Z' },
          places: [{}, { block: 'derby' }, { block: 'nottinghamshire' }, occupied],
        },
      ]);
      await keepDays(app);
      await arrangeBeds(app.db);
    });

    test('was closed to all but those who keep the home: by day, in sums, by trend and event', async () => {
      expect(await openBy(app, officer)).toEqual(
        everyWay({ accepting: 2, closed: 1, unknown: null }),
      );
      for (const account of [neighbour, runs]) {
        expect(await openBy(app, account)).toEqual(
          everyWay({ accepting: 3, closed: 0, unknown: null }),
        );
      }
    });

    test('is not known, and never nothing, where that was not kept then', async () => {
      await app.db.query(
        'update home_day set accepting_open = null; update home_event set accepting_open = null',
      );
      const unknown = expect.stringMatching(/^not available: it was not kept then/);

      expect(await openBy(app, officer)).toEqual(
        everyWay({ accepting: null, closed: null, unknown }),
      );
      expect(await openBy(app, neighbour)).toEqual(
        everyWay({ accepting: 3, closed: 0, unknown: null }),
      );
      expect((await dayOf(app, officer, '2026-06-14'))?.sentence).toMatch(
        /is not available there\.$/,
      );
      expect((await trendOf(app, officer, {}))?.sentence).toMatch(/is not available there\.$/);
    });
  });
}

const OPEN = `query ($id: ID!) {
  bedsDay(consortium: "d2n2", day: "2026-06-14") {
    total { accepting closed unknown } areas { counts { accepting closed unknown } }
    homes { edges { node { counts { accepting closed unknown } } } } }
  home(id: $id) { events(first: 1) { edges { node { counts { accepting closed unknown } closedByReason { reason places } } } } }
  month: bedsTrend(input: { consortium: "d2n2", step: MONTH }) { series { accepting closed } }
  week: bedsTrend(input: { consortium: "d2n2", step: WEEK, by: PROVIDER, from: "2026-06-08" }) { series { accepting closed } }
  days: bedsTrend(input: { consortium: "d2n2", step: DAY, by: TYPE, from: "2026-06-14" }) { series { accepting closed } } }`;

/** What of the one home could be offered to an account, by every way to how it was. */
const openBy = async (app: TestApp, account: string) =>
  (await app.as<object>(account, OPEN, { id: await homeId(app, '9991004') })).data;

interface Open {
  readonly accepting: number | null;
  readonly closed: number | null;
  readonly unknown: unknown;
}

function everyWay(counts: Open) {
  const { accepting, closed } = counts;
  const blocked = closed === 1 ? [{ reason: 'BLOCK', places: 1 }] : [];
  const trend = { series: [{ accepting: [accepting], closed: [closed] }] };
  return {
    bedsDay: { total: counts, areas: [{ counts }], homes: { edges: [{ node: { counts } }] } },
    home: {
      events: { edges: [{ node: { counts, closedByReason: closed === null ? null : blocked } }] },
    },
    ...{ month: trend, week: trend, days: trend },
  };
}
