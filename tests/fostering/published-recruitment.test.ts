import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { refusalOf } from '../testkit/requests.ts';

const app = await testApp();

const hub = 'hub-analyst.d2n2';

const OFSTED = `year why source attribution vintage rows { authority { name }
    enquiries { value symbol why } applications { value } approvals { value } deregistrations { value } }`;

const PUBLISHED = `query ($consortium: String!) { publishedRecruitment(consortium: $consortium) {
  series { authority { name } publisher licence years {
    year stopsAfter
    enquiries { printed recomputed agrees likeForLike { months value before wholeYearBefore } }
    starters { printed recomputed agrees likeForLike { months value before wholeYearBefore } }
    months { month enquiries starters symbol }
  } }
  ofsted { ${OFSTED} }
  national { key value source }
} }`;

interface Total {
  readonly printed: number;
  readonly recomputed: number;
  readonly agrees: boolean;
  readonly likeForLike: object | null;
}

interface OfstedYear {
  readonly year: string;
  readonly why: string | null;
  readonly source: string | null;
  readonly attribution: string | null;
  readonly vintage: string | null;
  readonly rows: readonly {
    readonly authority: { readonly name: string };
    readonly enquiries: {
      readonly value: number | null;
      readonly symbol: string | null;
      readonly why: string;
    };
    readonly approvals: { readonly value: number | null };
  }[];
}

interface Asked {
  readonly publishedRecruitment: {
    readonly series: readonly {
      readonly authority: { readonly name: string };
      readonly publisher: string;
      readonly licence: string;
      readonly years: readonly {
        readonly year: string;
        readonly stopsAfter: string | null;
        readonly enquiries: Total;
        readonly starters: Total;
        readonly months: readonly object[];
      }[];
    }[];
    readonly ofsted: OfstedYear;
    readonly national: readonly { readonly key: string; readonly value: number }[];
  };
}

async function published(account = hub, consortium = 'd2n2') {
  const answer = await app.as<Asked>(account, PUBLISHED, { consortium });
  if (!answer.data) throw new Error(refusalOf(answer));
  return answer.data.publishedRecruitment;
}

async function staffordshire() {
  const { series } = await published();
  const [paper] = series;
  if (!paper) throw new Error('There is no paper.');
  return paper;
}

describe('Staffordshire’s six years', () => {
  test('add up to their printed totals, month by month', async () => {
    const { years, authority, publisher } = await staffordshire();

    expect(authority.name).toBe('Staffordshire');
    expect(publisher).toBe('Staffordshire County Council');
    expect(years.map(({ year }) => year)).toEqual([
      '2017-18',
      '2018-19',
      '2019-20',
      '2020-21',
      '2021-22',
      '2022-23',
    ]);
    expect(years.map(({ enquiries }) => enquiries.recomputed)).toEqual([
      584, 621, 559, 448, 361, 249,
    ]);
    expect(years.map(({ starters }) => starters.recomputed)).toEqual([23, 35, 42, 33, 31, 11]);
    expect(years.every(({ enquiries, starters }) => enquiries.agrees && starters.agrees)).toBe(
      true,
    );
  });

  test('say that the last stops in October, and what it can be held against', async () => {
    const { years } = await staffordshire();
    const last = years.at(-1);

    expect(years.map(({ stopsAfter }) => stopsAfter)).toEqual([
      null,
      null,
      null,
      null,
      null,
      '2022-10',
    ]);
    expect(last?.starters.likeForLike).toMatchObject({
      value: 11,
      before: 24,
      wholeYearBefore: 31,
    });
    expect(last?.enquiries.likeForLike).toMatchObject({
      value: 249,
      before: 204,
      wholeYearBefore: 361,
    });
    expect(years[4]?.starters.likeForLike).toBeNull();
    expect(last?.months.slice(5, 8)).toEqual([
      { month: '2022-09', enquiries: 46, starters: 0, symbol: null },
      { month: '2022-10', enquiries: 32, starters: 2, symbol: null },
      { month: '2022-11', enquiries: null, starters: null, symbol: 'x' },
    ]);
    expect(last?.months.at(-1)).toMatchObject({ month: '2023-03' });
  });

  test('show a total that is printed wrong beside what its months make', async () => {
    await app.db.query(
      `update published_recruitment_total set starters = 24 where year = '2017-18'`,
    );

    const [first] = (await staffordshire()).years;

    await app.db.query(
      `update published_recruitment_total set starters = 23 where year = '2017-18'`,
    );
    expect(first?.starters).toMatchObject({ printed: 24, recomputed: 23, agrees: false });
  });

  test('are byte for byte the table whose arithmetic is checked', async () => {
    const root = new URL('../../', import.meta.url);
    const name = 'staffordshire-sufficiency-2023/fostering-enquiries-and-starters.csv';
    const loaded = await readFile(new URL(`prisma/seed/reference/${name}.gz`, root));
    const checked = await readFile(new URL(`shared/src/returns/reconcile/examples/${name}`, root));

    expect(await promisify(gunzip)(loaded)).toEqual(checked);
  });
});

describe('what Ofsted published of members', () => {
  test('stands beside each other as counts of different households', async () => {
    const { rows } = (await published()).ofsted;

    expect(rows.find(({ authority }) => authority.name === 'Derby')).toMatchObject({
      enquiries: { value: 170 },
      approvals: { value: 15 },
    });
  });
});

describe('what Ofsted published, beside the funnel', () => {
  const months = { from: '2026-04', to: '2026-09' };

  async function besideFunnel(account: string, said: object) {
    const answer = await app.as<{ fosteringFunnel: { published: OfstedYear } }>(
      account,
      `query ($input: FosteringInput!) { fosteringFunnel(input: $input) { published { ${OFSTED} } } }`,
      { input: { consortium: 'd2n2', ...months, ...said } },
    );
    if (!answer.data) throw new Error(refusalOf(answer));
    return answer.data.fosteringFunnel.published;
  }

  test('is of the same authorities, with its source and vintage', async () => {
    const { rows, ...of } = await besideFunnel(hub, {});

    expect(of).toEqual({
      year: '2018-19',
      why: null,
      source: 'Ofsted, Fostering in England 2018 to 2019, local authority level',
      attribution: expect.stringContaining('Open Government Licence'),
      vintage: '2019-03-31',
    });
    expect(rows.find(({ authority }) => authority.name === 'Derby')).toMatchObject({
      enquiries: { value: 170 },
      approvals: { value: 15 },
    });
    const [derby, ...others] = (await besideFunnel(hub, { authorities: ['E06000015'] })).rows;
    expect([derby?.authority.name, others]).toEqual(['Derby', []]);
  });

  test('says why Birmingham and Sandwell have none', async () => {
    const { rows } = await besideFunnel(hub, { consortium: 'west-midlands' });
    const without = rows.filter(({ enquiries }) => enquiries.value === null);

    expect(without.map(({ authority, enquiries }) => [authority.name, enquiries.symbol])).toEqual([
      ['Birmingham', 'x'],
      ['Sandwell', 'x'],
    ]);
    expect(without.every(({ enquiries }) => enquiries.why.length > 20)).toBe(true);
  });

  test('is a sentence to a reviewer, whose funnel comes all the same', async () => {
    expect(await besideFunnel('reviewer.d2n2', {})).toEqual({
      ...{ year: '2018-19', rows: [], source: null, attribution: null, vintage: null },
      why: expect.stringContaining('Your role reads what was released'),
    });
  });
});

describe('who reads it', () => {
  test('an authority and a provider do, with what is known of England', async () => {
    expect((await published('provider.brook-lane-care')).series).toHaveLength(1);
    expect((await published('commissioner.derby')).national).toContainEqual(
      expect.objectContaining({ key: 'enquiries-2022-23', value: 125_195 }),
    );
  });

  test('a reviewer does not, by the field or by the rows', async () => {
    const answer = await app.as('reviewer.d2n2', PUBLISHED, { consortium: 'd2n2' });

    expect(refusalOf(answer)).toContain('FORBIDDEN');
  });

  test('nobody does of a consortium that does not exist', async () => {
    const answer = await app.as(hub, PUBLISHED, { consortium: 'mercia' });

    expect(refusalOf(answer)).toContain('NOT_FOUND');
  });
});
