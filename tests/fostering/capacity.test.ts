import { beforeEach, describe, expect, test } from 'vitest';
import { arrangeAgreement } from '../sharing/agreements.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { arrangeFosteringRecords, codes } from './arranged.ts';
import { at, derby, forgetCapacity, givenHouseholds, hub, nottingham } from './households.ts';

const app = await testApp({ clock: clockAt(at) });

beforeEach(() => forgetCapacity(app.db));

interface Said {
  readonly value: number | null;
  readonly symbol: string | null;
  readonly why: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

type Figures =
  | 'households'
  | 'approved'
  | 'deregistered'
  | 'net'
  | 'placesApproved'
  | 'filled'
  | 'vacant'
  | 'unavailable'
  | 'ofApproved'
  | 'ofAvailable';

type Month = Readonly<Record<Figures, Said>> & {
  readonly month: string;
  readonly basis: string;
  readonly utilisation: string | null;
  readonly caution: string | null;
};

interface Group {
  readonly code: string;
  readonly households: number;
  readonly places: number;
}

interface OfAuthority {
  readonly why: string;
  readonly months: readonly Month[];
  readonly details: null | {
    readonly types: readonly Group[];
    readonly unavailable: readonly Group[];
    readonly mayRetire: Readonly<Record<string, unknown>>;
    readonly deregistered: readonly object[];
    readonly besideChildren: readonly {
      readonly by: string;
      readonly note: string;
      readonly households: readonly Group[];
      readonly published: readonly { readonly code: string; readonly children: Said }[];
      readonly children: readonly { readonly code: string; readonly children: Said }[];
    }[];
  };
}

const figures: readonly Figures[] = [
  ...(['households', 'approved', 'deregistered', 'net', 'placesApproved'] as const),
  ...(['filled', 'vacant', 'unavailable', 'ofApproved', 'ofAvailable'] as const),
];

const said = '{ value symbol why numerator denominator }';

async function capacity(
  account: string,
  { from = '2026-04', to = '2026-05', of = String(codes.derby), types = '' } = {},
): Promise<OfAuthority> {
  const { data, errors } = await app.as<{
    fosteringCapacity: { authorities: readonly OfAuthority[] };
  }>(
    account,
    `{ fosteringCapacity(input: { consortium: "d2n2", from: "${from}", to: "${to}", authorities: ["${of}"] ${types} }) {
       authorities { why
         months { month basis utilisation caution ${figures.map((name) => `${name} ${said}`).join(' ')} }
         details { types { code households places } unavailable { code households places }
           mayRetire { households places nextHouseholds nextPlaces of notKnown sentence }
           deregistered { reason householdType households }
           besideChildren { by note households { code households places }
             children { code children ${said} } published { code children ${said} } } } } } }`,
  );
  const [first] = data?.fosteringCapacity.authorities ?? [];
  if (!first) throw new Error(JSON.stringify(errors));
  return first;
}

const last = ({ months }: OfAuthority) => months.at(-1) as Month;

const valuesOf = (month: Month, names: readonly Figures[] = figures) =>
  Object.fromEntries(names.map((name) => [name, month[name].value]));

/** Twelve households of three places: 24 filled, 2 vacant, 10 that cannot be used. */
const twelve = Array.from({ length: 12 }, (_, nth) => {
  const full = ['2024-06-01', 3, 0, 0] as const;
  const closed = ['2024-06-01', 0, 0, 3, 'CARER-BREAK'] as const;
  const part = ['2024-06-01', 0, 2, 1, 'SHARED-ROOM'] as const;
  const state = nth < 8 ? full : closed;
  return { ref: `D-${nth}`, of: 'derby' as const, places: 3, states: [nth === 11 ? part : state] };
});

describe('how full places are', () => {
  test('67 % of approved places is 92 % of available ones', async () => {
    await givenHouseholds(app.db, twelve);

    const month = last(await capacity(derby));

    expect(month).toMatchObject({
      month: '2026-05',
      basis: 'HOUSEHOLDS',
      caution: null,
      ofApproved: { value: 66.7, numerator: 24, denominator: 36, why: 'own' },
      ofAvailable: { value: 92.3, numerator: 24, denominator: 26 },
      utilisation:
        '24 of 36 approved places are filled. 67 % of approved places is 92 % of available ones: 10 places cannot be used.',
    });
    expect(valuesOf(month)).toMatchObject({
      households: 12,
      placesApproved: 36,
      filled: 24,
      vacant: 2,
      unavailable: 10,
    });
  });

  test('is as it was in each month, with why places could not be used at the end', async () => {
    await givenHouseholds(app.db, [
      {
        ref: 'D-1',
        of: 'derby',
        states: [
          ['2026-01-01', 0, 2, 0],
          ['2026-04-30', 2, 0, 0],
          ['2026-05-10', 1, 0, 1, 'HOUSING'],
        ],
      },
    ]);

    const { months, details } = await capacity(derby, { from: '2026-03' });

    expect(months.map(({ filled, unavailable }) => [filled.value, unavailable.value])).toEqual([
      [0, 0],
      [2, 0],
      [1, 1],
    ]);
    expect(details?.unavailable).toEqual([{ code: 'HOUSING', households: 1, places: 1 }]);
  });

  test('says of how many households it is not known', async () => {
    await givenHouseholds(app.db, [...twelve, { ref: 'D-99', of: 'derby' }]);

    expect(last(await capacity(derby))).toMatchObject({
      households: { value: 13 },
      placesApproved: { value: 36 },
      caution: 'How places are used is not recorded of 1 of 13 households: theirs are not in it.',
    });
  });
});

describe('net change and who may retire', () => {
  beforeEach(() =>
    givenHouseholds(app.db, [
      { ref: 'D-1', of: 'derby', approved: '2026-04-05', band: '35-44' },
      { ref: 'D-2', of: 'derby', approved: '2026-04-30', band: 'NK' },
      {
        ref: 'D-3',
        of: 'derby',
        deregistered: '2026-04-10',
        reason: 'SGO',
        type: 'FAMILY-FRIENDS',
      },
      { ref: 'D-4', of: 'derby', deregistered: '2026-05-31', reason: 'VOLUNTARY' },
      { ref: 'D-5', of: 'derby', deregistered: '2026-05-02', reason: 'VOLUNTARY' },
      { ref: 'D-6', of: 'derby', band: '70-PLUS', places: 3 },
      { ref: 'D-7', of: 'derby', band: '65-69', places: 1 },
      { ref: 'D-8', of: 'derby', band: '60-64', type: 'SHORT-BREAKS' },
    ]),
  );

  test('approved minus deregistered, month by month', async () => {
    const { months } = await capacity(derby);
    const names = ['households', 'approved', 'deregistered', 'net'] as const;

    expect(months.map((month) => valuesOf(month, names))).toEqual([
      { households: 7, approved: 2, deregistered: 1, net: 1 },
      { households: 5, approved: 0, deregistered: 2, net: -2 },
    ]);
  });

  test('by reason and type', async () => {
    const { details } = await capacity(derby);

    expect(details?.deregistered).toEqual([
      { reason: 'SGO', householdType: 'FAMILY-FRIENDS', households: 1 },
      { reason: 'VOLUNTARY', householdType: 'MAINSTREAM', households: 2 },
    ]);
    expect(details?.types).toEqual([
      { code: 'MAINSTREAM', households: 4, places: 8 },
      { code: 'SHORT-BREAKS', households: 1, places: 2 },
    ]);
  });

  test('by the age of the youngest carer', async () => {
    const { details } = await capacity(derby);

    expect(details?.mayRetire).toEqual({
      ...{ households: 2, places: 4, nextHouseholds: 1, nextPlaces: 2, of: 5, notKnown: 1 },
      sentence:
        'In 2 of 5 households, with 4 places, every carer is 65 or over; in 1 more, with 2 places, the youngest is 60 to 64. Of 1 the age is not known.',
    });
  });

  test('of the types that are asked for alone', async () => {
    const month = last(await capacity(derby, { types: 'householdTypes: ["SHORT-BREAKS"]' }));

    expect(valuesOf(month, ['households', 'deregistered'])).toEqual({
      households: 1,
      deregistered: 0,
    });
  });
});

describe('where households are not recorded one by one', () => {
  test('an authority’s own returns say it', async () => {
    const month = last(await capacity(derby));
    const { rows } = await app.db.query<Record<string, number>>(
      `select sum(w.cells[4]::int)::int as households, sum(w.cells[5]::int)::int as "placesApproved",
         sum(w.cells[6]::int)::int as filled, sum(w.cells[7]::int)::int as vacant, sum(w.cells[8]::int)::int as unavailable
       from "return" r join return_row w on w.tenant_id = r.tenant_id and w.return_id = r.id
       where r.authority_code = $1 and r.dataset = 'fostering' and r.period = '2026-05' and r.status = 'ACCEPTED'
         and w.table_name = 'households-and-places' and w.cells[3] <> 'TOTAL'`,
      [codes.derby],
    );

    expect(month.basis).toBe('COUNTS');
    expect(
      valuesOf(month, ['households', 'placesApproved', 'filled', 'vacant', 'unavailable']),
    ).toEqual(rows[0]);
    expect(month.utilisation).toContain('of available ones');
    const { approved, deregistered, net } = valuesOf(month);
    expect(net).toBe((approved ?? 0) - (deregistered ?? 0));
  });

  test('peers see what agreements show exactly, and no places', async () => {
    await arrangeAgreement(app.db, {
      id: 'd2000000-0000-4000-8000-00000000001a',
      items: [{ dataset: 'fostering', recipient: 'MEMBERS', level: 'EXACT' }],
    });
    const own = last(await capacity(derby));
    const shown = await capacity(nottingham);
    const names = ['households', 'approved', 'deregistered', 'net', 'vacant'] as const;

    expect(valuesOf(last(shown), names)).toEqual(valuesOf(own, names));
    expect(last(shown)).toMatchObject({
      basis: 'COUNTS',
      placesApproved: { value: null, symbol: 'x' },
      ofApproved: { value: null, symbol: 'x', why: expect.stringContaining('not shown') },
      utilisation: null,
    });
    expect(shown.details).toBeNull();
  });

  test('nothing is worked out from figures of releases', async () => {
    await arrangeAgreement(app.db, {
      id: 'd2000000-0000-4000-8000-00000000001b',
      items: [{ dataset: 'fostering', recipient: 'MEMBERS', level: 'RELEASED' }],
    });

    const { months } = await capacity(nottingham, { from: '2025-06' });

    expect(months.map(({ net }) => net.value)).toEqual(months.map(() => null));
  });

  test('others see nothing, recorded or not', async () => {
    const before = await capacity(nottingham);
    await givenHouseholds(app.db, twelve);

    expect(await capacity(nottingham)).toEqual(before);
    expect(last(before)).toMatchObject({ basis: 'NONE', households: { value: null, symbol: 'x' } });
    expect(before.why).toContain('not shared');
  });
});

describe('a hub', () => {
  test('sees records that an agreement shows, from the day it says on', async () => {
    await givenHouseholds(app.db, twelve);
    await arrangeFosteringRecords(app.db, {
      items: [{ dataset: 'fostering', recipient: 'HUB', level: 'RECORDS', historyMonths: 3 }],
    });

    const { months, why } = await capacity(hub, { from: '2026-02' });

    expect(why).toContain('T/15');
    expect(months.map(({ basis }) => basis === 'HOUSEHOLDS')).toEqual([
      ...[false, false, true, true],
    ]);
    expect(months.at(-1)?.filled.value).toBe(24);
  });

  test('does not see carers beside children, which is each authority’s own', async () => {
    await givenHouseholds(app.db, twelve);
    await arrangeFosteringRecords(app.db);

    expect((await capacity(hub)).details?.besideChildren).toEqual([]);
  });
});

describe('carers beside children', () => {
  test('are counts of each, from the own return of the month', async () => {
    await givenHouseholds(app.db, [
      { ref: 'D-1', of: 'derby', ethnicity: 'ASIAN', area: 'OUTSIDE' },
      { ref: 'D-2', of: 'derby', ethnicity: 'WHITE', places: 3 },
    ]);
    const beside = (await capacity(derby)).details?.besideChildren ?? [];
    const { rows } = await app.db.query<{ table: string; code: string; children: number }>(
      `select w.table_name as "table", w.cells[3] as code, sum(w.cells[array_length(w.cells, 1)]::int)::int as children
       from "return" r join return_row w on w.tenant_id = r.tenant_id and w.return_id = r.id
       where r.authority_code = $1 and r.dataset = 'placements' and r.period = '2026-05' and r.status = 'ACCEPTED'
         and w.table_name in ('children-by-age', 'children-by-ethnicity', 'children-by-distance')
         and not w.cells @> '{TOTAL}'
       group by 1, 2`,
      [codes.derby],
    );
    const byHand = (table: string) =>
      Object.fromEntries(
        rows.filter((row) => row.table === table).map(({ code, children }) => [code, children]),
      );
    const shown = (by: string) =>
      Object.fromEntries(
        beside
          .find((of) => of.by === by)
          ?.children.map(({ code, children }) => [code, children.value]) ?? [],
      );

    expect(rows.length).toBeGreaterThan(10);
    expect(shown('AGE')).toEqual(byHand('children-by-age'));
    expect(shown('ETHNICITY')).toEqual(byHand('children-by-ethnicity'));
    expect(shown('AREA')).toEqual(byHand('children-by-distance'));
    expect(beside.find(({ by }) => by === 'ETHNICITY')?.households).toEqual([
      { code: 'WHITE', households: 1, places: 3 },
      { code: 'ASIAN', households: 1, places: 2 },
    ]);
  });

  test('have beside them what is public of where children live, and of nothing else, and say so', async () => {
    await givenHouseholds(app.db, [
      { ref: 'D-1', of: 'derby' },
      { ref: 'N-1', of: 'nottingham' },
    ]);
    const area = async (account: string, of: string) =>
      (await capacity(account, { of })).details?.besideChildren.find(({ by }) => by === 'AREA');
    const [age] = (await capacity(derby)).details?.besideChildren ?? [];
    const ofNottingham = await area('commissioner.nottingham', codes.nottingham);

    expect(ofNottingham?.note).toContain('of 31 March 2025');
    expect(ofNottingham?.published).toMatchObject([
      { code: 'OUTSIDE', children: { value: 393, symbol: null, why: 'public' } },
      { code: 'TOTAL', children: { value: 639 } },
    ]);
    // Of Derby the Department keeps back the newest year: the one before stands there, and says which.
    expect((await area(derby, codes.derby))?.note).toContain('of 31 March 2024');
    expect(age?.published).toEqual([]);
    expect(age?.note).toContain('No public file that is read here');
  });

  test('are x with the reason where no return says it', async () => {
    await givenHouseholds(app.db, [{ ref: 'D-1', of: 'derby', approved: '2020-01-01' }]);

    const beside = (await capacity(derby, { from: '2024-02', to: '2024-03' })).details;

    expect(beside?.besideChildren.map(({ children }) => children[0]?.children)).toMatchObject([
      ...Array.from({ length: 3 }, () => ({
        symbol: 'x',
        why: expect.stringContaining('no accepted return of placements'),
      })),
    ]);
  });
});
