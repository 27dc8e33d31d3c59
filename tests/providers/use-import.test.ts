import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { refusalOf } from '../testkit/requests.ts';
import { at } from './buying.ts';
import { sendFiles } from './importing.ts';
import { codes, fell, forgetUse, givenProvider, givenUse, moss } from './use.ts';

const app = await testApp({ clock: clockAt(at) });

const derby = 'commissioner.derby';
const month = '2026-05';

beforeAll(async () => {
  await givenProvider(app.db, moss);
  await givenProvider(app.db, fell);
  // Names are looked for among those that the register spells.
  await app.db.query(
    `insert into provider_name (provider_id, name) select id, name from provider where "key" = $1`,
    [moss.key],
  );
});

beforeEach(() => forgetUse(app.db));

interface Imported {
  readonly applied: boolean;
  readonly problems: readonly {
    readonly row: number | null;
    readonly column: string | null;
    readonly message: string;
  }[];
  readonly items: readonly {
    readonly row: number | null;
    readonly title: string;
    readonly outcome: string;
    readonly sentence: string;
  }[];
}

interface Said {
  readonly apply?: boolean;
  readonly account?: string;
  readonly authority?: string;
  readonly month?: string;
}

const header =
  'authority_code,month,provider,urn,host_authority,service,sourcing,placements,weekly_cost';

/** A file of placements of Derby’s in May, or as the lines say that begin with an authority. */
const rows = (...lines: readonly string[]) =>
  [
    header,
    ...lines.map((line) => (/^E\d{8},/.test(line) ? line : `${codes.derby},${month},${line}`)),
  ].join('\n');

function sent(texts: readonly string[], said: Said = {}) {
  const { apply = true, account = derby, authority = codes.derby } = said;
  return sendFiles<{ importContracts: Imported }>(app, account, {
    query: `mutation ($input: ImportContractsInput!) { importContracts(input: $input) {
      applied problems { row column message } items { row title outcome sentence } } }`,
    variables: {
      input: { authority, month: said.month ?? month, files: texts.map(() => null), apply },
    },
    files: Object.fromEntries(
      texts.map((text, nth) => [`variables.input.files.${nth}`, { name: `${nth}.csv`, text }]),
    ),
  });
}

async function imported(text: string, said: Said = {}): Promise<Imported> {
  const answer = await sent([text], said);
  if (!answer.data) throw new Error(refusalOf(answer));
  return answer.data.importContracts;
}

const outcomes = ({ items }: Imported) => items.map(({ row, outcome }) => `${row} ${outcome}`);

async function known(): Promise<readonly string[]> {
  const { rows: found } = await app.db.query<{ use: string }>(
    `select concat_ws(' ', u.authority_code, u.month, u.month_end, p."key", coalesce(u.urn, '-'),
       coalesce(u.host_authority_code, '-'), u.service, u.sourcing, u.placements, coalesce(c.weekly_cost::text, '-')) as use
     from provider_use u join provider p on p.id = u.provider_id
     left join provider_use_price c on c.tenant_id = u.tenant_id and c.use_id = u.id order by 1`,
  );
  return found.map(({ use }) => use);
}

async function recorded(): Promise<readonly object[]> {
  const { rows: events } = await app.db.query<{ details: object }>(
    `select details from audit_event where type = 'use.recorded' order by occurred_at`,
  );
  return events.map(({ details }) => details);
}

const gate = `${moss.name},9990001,${codes.derby},RESIDENTIAL,REGIONAL,3,15000.50`;
const gateKept = `${codes.derby} 2026-05 2026-05-31 ${moss.key} 9990001 ${codes.derby} RESIDENTIAL REGIONAL 3 15000.50`;

describe('placements by provider, from a file', () => {
  test('are shown first, and nothing is done', async () => {
    const { applied, problems, items } = await imported(rows(gate), { apply: false });

    expect({ applied, problems }).toEqual({ applied: false, problems: [] });
    expect(items).toEqual([
      {
        row: 2,
        title: `${moss.name}, 9990001, Children’s home, Regional framework or contract, ${codes.derby}`,
        outcome: 'NEW',
        sentence: 'Is added: 3 placements at £15,000.50 a week.',
      },
    ]);
    expect(await known()).toEqual([]);
    expect(await recorded()).toEqual([]);
  });

  test('are kept as they are said: what is not known stays unknown, and nothing paid is nothing', async () => {
    const before = (await recorded()).length;

    const { applied } = await imported(
      rows(
        gate,
        `${fell.name},,,FOSTERING,SPOT,2,`,
        `${fell.name},,Derbyshire,SUPPORTED,SPOT,1,x`,
        `${fell.name},9990003,830,RESIDENTIAL,IN-HOUSE,1,0`,
      ),
    );

    expect(applied).toBe(true);
    expect(await known()).toEqual(
      [
        gateKept,
        `${codes.derby} 2026-05 2026-05-31 ${fell.key} - - FOSTERING SPOT 2 -`,
        `${codes.derby} 2026-05 2026-05-31 ${fell.key} - ${codes.derbyshire} SUPPORTED SPOT 1 -`,
        `${codes.derby} 2026-05 2026-05-31 ${fell.key} 9990003 ${codes.derbyshire} RESIDENTIAL IN-HOUSE 1 0.00`,
      ].toSorted(),
    );
    // Which month, and no word of what it costs.
    expect((await recorded()).slice(before)).toEqual([
      { authorities: [codes.derby], periods: ['2026-05'] },
    ]);
  });

  test('are what exposure counts, with a spending of which it says how much is not known', async () => {
    await imported(rows(gate, `${moss.name},9990002,,RESIDENTIAL,SPOT,2,`));

    const { data } = await app.as<{
      exposure: {
        groups: {
          authorities: { authority: { code: string }; placements: unknown; spend: unknown }[];
        }[];
      };
    }>(
      derby,
      `{ exposure(consortium: "d2n2", group: "${moss.key}") { groups { authorities {
        authority { code } placements { value why } spend { value why } } } } }`,
    );

    const own = data?.exposure.groups[0]?.authorities.find(
      ({ authority }) => authority.code === codes.derby,
    );
    expect(own).toMatchObject({
      placements: { value: 5, why: 'own' },
      spend: {
        value: null,
        why: 'not available: the weekly cost of 2 of 5 placements is not recorded',
      },
    });
  });

  test('are known again: nothing is done, and nothing told to the log', async () => {
    await imported(rows(gate));
    const before = await recorded();

    const again = await imported(rows(gate));

    expect(outcomes(again)).toEqual(['2 UNCHANGED']);
    expect(await known()).toEqual([gateKept]);
    expect(await recorded()).toEqual(before);
  });

  test('replace their month, and no other month and nobody else’s', async () => {
    await givenUse(app.db, [
      { placing: 'derby', urn: '9990001', placements: 9, cost: 100 },
      { placing: 'derby', urn: '9990003', placements: 4, cost: 200 },
      { placing: 'derby', urn: '9990001', placements: 7, cost: 300, month: '2026-04' },
      { placing: 'nottingham', urn: '9990001', placements: 5, cost: 400 },
    ]);
    const before = await known();
    const file = rows(
      `${moss.name},9990001,${codes.derby},RESIDENTIAL,REGIONAL,8,`,
      `${moss.name},9990002,${codes.nottingham},RESIDENTIAL,REGIONAL,1,`,
    );

    const looked = await imported(file, { apply: false });
    expect(looked.items.map(({ sentence }) => sentence)).toEqual([
      'Changes from 9 placements at £100.00 a week to 8 placements at a cost that is not known.',
      'Is added: 1 placement at a cost that is not known.',
      'Is not among the rows, which replace the month, and goes: 4 placements at £200.00 a week.',
    ]);
    expect(await known()).toEqual(before);

    const done = await imported(file);
    expect(outcomes(done)).toEqual(['2 CHANGED', '3 NEW', 'null REMOVED']);
    const isOther = (use: string) => use.includes('2026-04') || use.startsWith(codes.nottingham);
    expect(await known()).toEqual(
      [
        ...before.filter(isOther),
        `${codes.derby} 2026-05 2026-05-31 ${moss.key} 9990001 ${codes.derby} RESIDENTIAL REGIONAL 8 -`,
        `${codes.derby} 2026-05 2026-05-31 ${moss.key} 9990002 ${codes.nottingham} RESIDENTIAL REGIONAL 1 -`,
      ].toSorted(),
    );
  });

  test('sent twice at once are one file or the other, never both', async () => {
    const files = [rows(gate), rows(`${fell.name},,,FOSTERING,SPOT,2,`)];

    const answers = await Promise.all(files.map((text) => imported(text)));

    expect(answers.map(({ applied }) => applied)).toEqual([true, true]);
    expect(await known()).toHaveLength(1);
  });

  test('go with contracts, all or nothing', async () => {
    const contracts = [
      'authority_code,period,contract,provider,urn,starts_on,ends_on,beds,occupied,void_days,weekly_price',
      `${codes.derby},${month},LATE-01,${moss.name},,2020-01-01,2020-12-31,2,1,9,9000`,
    ].join('\n');

    const answer = await sent([rows(gate), contracts]);

    expect(refusalOf(answer)).toMatch(/Row 2 of block-contracts/);
    expect(await known()).toEqual([]);
  });
});

describe('rows that cannot be used', () => {
  const home = `${moss.name},9990001,${codes.derby}`;

  test.each([
    [
      'an unknown provider',
      'Moss Gate Hmes,,,RESIDENTIAL,SPOT,1,',
      'provider',
      /is it “Moss Gate Homes/,
    ],
    [
      'a real provider',
      'Keys Child Care Limited,,,RESIDENTIAL,SPOT,1,',
      'provider',
      /is a real one/,
    ],
    [
      'a URN that is not in the register',
      `${moss.name},9990009,,RESIDENTIAL,SPOT,1,`,
      'urn',
      /is no URN of the register: is it 9990001 or 9990002$/,
    ],
    [
      'a home of another provider',
      `${moss.name},9990003,,RESIDENTIAL,SPOT,1,`,
      'urn',
      /is not of Moss Gate.*: is it 9990001 or 9990002$/,
    ],
    [
      'an unknown host',
      `${moss.name},,Derbyshir,RESIDENTIAL,SPOT,1,`,
      'host_authority',
      /is it Derby \(E06000015\) or Derbyshire \(E10000007\)/,
    ],
    ['an unknown service', `${home},ALL,SPOT,1,`, 'service', /must be one of/],
    ['a total', `${home},RESIDENTIAL,TOTAL,1,`, 'sourcing', /must be one of/],
    ['nobody', `${home},RESIDENTIAL,SPOT,0,`, 'placements', /leave out rows of nobody/],
    ['nobody knows how many', `${home},RESIDENTIAL,SPOT,x,`, 'placements', /from 1 to 999/],
    ['too many', `${home},RESIDENTIAL,SPOT,1000,`, 'placements', /from 1 to 999/],
    ['less than nothing paid', `${home},RESIDENTIAL,SPOT,1,-5`, 'weekly_cost', /pounds and pence/],
    ['more than can be', `${home},RESIDENTIAL,SPOT,1,100000000`, 'weekly_cost', /must be less/],
    ['the same again', gate, null, /repeats row 2/],
    [
      'the same, otherwise spelt',
      `MOSS GATE HOMES (fictitious),9990001,Derby,RESIDENTIAL,REGIONAL,1,`,
      'provider',
      /is the same as in row 2/,
    ],
    [
      'another’s authority',
      `${codes.nottingham},${month},${home},RESIDENTIAL,SPOT,1,`,
      'authority_code',
      /is E06000018/,
    ],
    ['another month', `${codes.derby},2026-04,${home},RESIDENTIAL,SPOT,1,`, 'month', /is 2026-04/],
    ['a future month', `${codes.derby},2026-07,${home},RESIDENTIAL,SPOT,1,`, 'month', /not begun/],
  ])('are told with row and column, and nothing is done: %s', async (_what, line, column, says) => {
    const { applied, problems } = await imported(rows(gate, line));

    expect(applied).toBe(false);
    expect(problems).toEqual([{ row: 3, column, message: expect.stringMatching(says) }]);
    expect(await known()).toEqual([]);
  });

  test('leave the month as it was', async () => {
    await imported(rows(gate));

    await imported(rows(`${moss.name},9990009,,RESIDENTIAL,SPOT,1,`));
    await imported(rows());

    expect(await known()).toEqual([gateKept]);
  });
});

describe('nobody else', () => {
  test.each([
    ['whoever changes no contracts', { account: 'placement-officer.derby' }, /^FORBIDDEN/],
    ['a hub', { account: 'hub-analyst.d2n2' }, /^FORBIDDEN/],
    ['a provider', { account: 'provider.brook-lane-care' }, /^FORBIDDEN/],
    ['another tenant', { account: 'commissioner.nottingham' }, /one that you answer for/],
    ['an authority of another', { authority: codes.nottingham }, /one that you answer for/],
    ['a month that has not ended', { month: '2026-06' }, /must be one that has ended/],
    ['a month that is none', { month: '2026-13' }, /must be one that has ended/],
  ])('may send them, or of nothing else: %s', async (_who, said, refusal) => {
    expect(refusalOf(await sent([rows(gate)], said))).toMatch(refusal);
    expect(await known()).toEqual([]);
  });
});
