import { beforeEach, describe, expect, test } from 'vitest';
import { forgetReturns, givenReturn } from '../indicators/own-figures.ts';
import { forgetAgreements } from '../sharing/agreements.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { refusalOf } from '../testkit/requests.ts';
import { forgetBuying, givenFramework, givenOwners } from './buying.ts';
import { arrangeRecords, codes, forgetUse, givenUse, moss } from './use.ts';

const app = await testApp({ clock: clockAt('2026-06-15T12:00:00Z') });

const hub = 'hub-analyst.d2n2';
const derby = 'commissioner.derby';

/** A month of an authority: fostering on framework and by spot, and one reason. */
const month = (
  authority: 'derby' | 'derbyshire' | 'nottingham',
  period: string,
  [onFramework, bought, spot]: readonly [number, number, number],
) =>
  givenReturn(app.db, {
    authority,
    period,
    figures: [
      { indicator: 'placements-made-month', value: bought },
      {
        indicator: 'on-framework-share-month-fostering',
        value: Math.round((onFramework / bought) * 1000) / 10,
        numerator: onFramework,
        denominator: bought,
      },
      { indicator: 'spot-placements-month-fostering', value: spot },
      { indicator: 'spot-placements-month-no-offer', value: spot },
    ],
  });

beforeEach(async () => {
  await forgetReturns(app.db);
  await forgetAgreements(app.db);
  await month('derby', '2026-04', [6, 10, 4]);
  await month('derby', '2026-05', [9, 12, 3]);
  await month('nottingham', '2026-05', [5, 20, 15]);
  await month('derbyshire', '2026-05', [21, 83, 62]);
});

const FIGURE = 'value symbol why numerator synthetic provenance { source }';
const COVERAGE = `query Coverage($period: String, $periods: Int) {
  coverage(consortium: "d2n2", period: $period, periods: $periods) {
    period periods
    rows { service title authority { name } figures { period direction share { ${FIGURE} } spot { ${FIGURE} } } }
    spotReasons { reason title authority { name } figures { period figure { ${FIGURE} } } }
  }
}`;

interface Said {
  readonly value: number | null;
  readonly why: string;
  readonly numerator: number | null;
}

interface Asked {
  readonly coverage: {
    readonly period: string;
    readonly periods: readonly string[];
    readonly rows: readonly {
      readonly service: string;
      readonly authority: { readonly name: string } | null;
      readonly figures: readonly {
        readonly direction: string;
        readonly share: Said;
        readonly spot: Said;
      }[];
    }[];
    readonly spotReasons: readonly {
      readonly reason: string;
      readonly title: string;
      readonly authority: { readonly name: string } | null;
      readonly figures: readonly { readonly figure: Said }[];
    }[];
  };
}

async function coverage(
  account: string,
  asked: Readonly<Record<string, unknown>> = { periods: 2 },
) {
  const answer = await app.as<Asked>(account, COVERAGE, asked);
  if (!answer.data) throw new Error(refusalOf(answer));
  return answer.data.coverage;
}

/** The last month of a service, by authority. */
async function fostering(account: string) {
  const { rows } = await coverage(account);
  return Object.fromEntries(
    rows
      .filter(({ service }) => service === 'FOSTERING')
      .map(({ authority, figures }) => {
        const last = figures.at(-1);
        return [
          authority?.name ?? 'together',
          [last?.share.value ?? last?.share.why, last?.spot.value ?? last?.spot.why],
        ];
      }),
  );
}

const hidden = (name: string) =>
  `not shared: no agreement in force lets you see ${name}’s providers`;
const noTotal =
  'not shared: a consortium’s figure needs a release, or sight of every member exactly';

describe('the coverage board', () => {
  test('has every service and reason of each member and of all together, in months of one order', async () => {
    const { period, periods, rows, spotReasons } = await coverage(derby, { periods: 12 });

    expect([period, periods.length, periods[0], periods[11]]).toEqual([
      '2026-05',
      12,
      '2025-06',
      '2026-05',
    ]);
    expect(rows.map(({ service }) => service)).toEqual(
      ['ALL', 'FOSTERING', 'RESIDENTIAL', 'SUPPORTED'].flatMap((service) =>
        Array.from({ length: 5 }, () => service),
      ),
    );
    expect(rows.every(({ figures }) => figures.length === 12)).toBe(true);
    expect(
      spotReasons.filter(({ authority }) => authority === null).map(({ title }) => title),
    ).toEqual([
      'No framework provider made an offer',
      'No framework offer matched the child’s needs',
      'No framework offer came in time',
      'The child stayed with a carer who is not on the framework',
      'Not known or not recorded',
    ]);
  });

  test('shows an authority its own, and of others nothing that is not shared', async () => {
    expect(await fostering(derby)).toEqual({
      Derby: [75, 3],
      Derbyshire: [hidden('Derbyshire'), hidden('Derbyshire')],
      Nottingham: [hidden('Nottingham'), hidden('Nottingham')],
      Nottinghamshire: [hidden('Nottinghamshire'), hidden('Nottinghamshire')],
      together: [noTotal, noTotal],
    });
  });

  test('shows the hub those who share, with the agreement, the parts and the trend', async () => {
    await arrangeRecords(app.db);

    const { rows, spotReasons } = await coverage(hub);
    const of = (name: string) =>
      rows.find(({ service, authority }) => service === 'FOSTERING' && authority?.name === name);

    expect(of('Derby')?.figures).toMatchObject([
      { direction: 'NONE', share: { value: 60, numerator: 6 } },
      { direction: 'BETTER', share: { value: 75, why: expect.stringContaining('T/7') } },
    ]);
    expect(of('Derbyshire')?.figures[1]?.share.why).toBe(hidden('Derbyshire'));
    expect(
      spotReasons.find(
        ({ reason, authority }) => reason === 'NO-OFFER' && authority?.name === 'Nottingham',
      )?.figures[1]?.figure,
    ).toMatchObject({ value: 15 });
  });

  test('is open to reviewers, who see what is released alone', async () => {
    await arrangeRecords(app.db);

    expect(
      Object.values(await fostering('reviewer.d2n2'))
        .flat()
        .filter(Number),
    ).toEqual([]);
  });

  test('reads the same whatever is filed by who shares nothing', async () => {
    await arrangeRecords(app.db);
    const everything = async () =>
      JSON.stringify([
        await coverage(hub, {}),
        await coverage(derby, {}),
        await coverage('commissioner.coventry', {}),
      ]);
    const before = await everything();
    await app.db.query(`delete from observation where authority_code = 'E10000007'`);

    expect(await everything()).toBe(before);
  });

  test('refuses a month there is none of', async () => {
    const answer = await app.as(derby, COVERAGE, { period: '2019-01', periods: 1 });

    expect(refusalOf(answer)).toMatch(/^BAD_USER_INPUT: No requested indicator has a period/);
  });
});

describe('providers that left for spot', () => {
  const LEFT = `{ coverage(consortium: "d2n2", periods: 1) {
    leftForSpot { authority { name } provider { key } framework { reference } lastOn spotPlacements why }
  } }`;
  const left = async (account: string) => {
    const answer = await app.as<{ coverage: { leftForSpot: object[] } }>(account, LEFT);
    if (!answer.data) throw new Error(refusalOf(answer));
    return answer.data.coverage.leftForSpot;
  };

  beforeEach(async () => {
    await forgetUse(app.db);
    await forgetBuying(app.db);
    await givenOwners(app.db);
    await givenFramework(app);
    await app.db.query(
      `update framework_award set ends_on = '2026-03-31', version = version + 1
       where provider_id = (select id from provider where "key" = $1)`,
      [moss.key],
    );
    await givenUse(app.db, [
      { placing: 'derby', urn: '9990001', placements: 2, sourcing: 'SPOT' },
      { placing: 'derby', urn: '9990002', placements: 9 },
      { placing: 'derby', urn: '9990003', placements: 4, sourcing: 'SPOT' },
      { placing: 'derbyshire', urn: '9990001', placements: 31, sourcing: 'SPOT' },
    ]);
  });

  const row = (name: string, spotPlacements: number) => ({
    authority: { name },
    provider: { key: moss.key },
    framework: { reference: 'T-1' },
    lastOn: '2026-03-31',
    spotPlacements,
    why: 'own',
  });

  test('are told to who buys there of its own placements; not those that are on it still', async () => {
    expect(await left(derby)).toEqual([row('Derby', 2)]);
    expect(await left('commissioner.derbyshire')).toEqual([row('Derbyshire', 31)]);
  });

  test('are not those that are on another framework by which the authority buys', async () => {
    await givenFramework(app, { reference: 'T-2', buyers: [codes.derby] });

    expect(await left(derby)).toEqual([]);
  });

  test('are told to nobody who does not see who was on the framework, nor to reviewers', async () => {
    await givenUse(app.db, [
      { placing: 'nottinghamshire', urn: '9990001', placements: 5, sourcing: 'SPOT' },
    ]);

    expect(await left('commissioner.nottinghamshire')).toEqual([]);
    expect(await left(hub)).toEqual([]);
    expect(await left('reviewer.d2n2')).toEqual([]);
  });
});

describe('the coverage of a framework', () => {
  const asked = `query Framework($id: ID!, $months: Int) { node(id: $id) { ... on Framework { coverage(months: $months) {
    consortium { code } period periods
    rows { service title authority { name } figures { period direction share { ${FIGURE} } spot { ${FIGURE} } } } } } } }`;

  const coverageOf = async (account: string, id: string) => {
    const { data, errors } = await app.as<{
      node: { coverage: { period: string; rows: { service: string }[] } | null };
    }>(account, asked, { id, months: 2 });
    expect(errors).toBeUndefined();
    return data?.node.coverage;
  };

  beforeEach(async () => {
    await forgetBuying(app.db);
    await givenOwners(app.db);
  });

  test('is that of the consortium of its buyers, of the services it buys, as each viewer sees it', async () => {
    const { id } = await givenFramework(app, { services: ['FOSTERING'] });

    for (const account of [derby, hub]) {
      const { data } = await app.as<{ coverage: { rows: { service: string }[] } }>(
        account,
        COVERAGE,
        { periods: 2 },
      );
      const rows = data?.coverage.rows.filter(({ service }) => service === 'FOSTERING');
      expect(rows).toHaveLength(5);
      expect(await coverageOf(account, id)).toMatchObject({
        consortium: { code: 'd2n2' },
        periods: ['2026-04', '2026-05'],
        rows,
      });
    }
  });

  test('is none where no consortium buys', async () => {
    const { id } = await givenFramework(app, { buyers: [], lead: null });

    expect(await coverageOf('commissioner.derbyshire', id)).toBeNull();
  });
});
