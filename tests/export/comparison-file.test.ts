import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { post, refusalIn, send } from '../testkit/requests.ts';

const app = await testApp();
const analyst = 'hub-analyst.d2n2';

const file = (kind: 'csv' | 'xlsx', query: string, account = analyst) =>
  send(app, `/exports/comparison.${kind}?${query}`, { headers: app.credentialsOf(account) });

/** Lines of an exported CSV. */
const linesOf = async (response: Response): Promise<string[]> =>
  (await response.text()).trim().split('\n');

/** The text of an exported workbook: its sheets and the strings they share. */
async function workbook(response: Response): Promise<string> {
  const parts = unzipSync(new Uint8Array(await response.arrayBuffer()));
  return Object.values(parts)
    .map((part) => strFromU8(part))
    .join('\n');
}

const rates = 'consortium=d2n2&indicators=cla-rate&comparators=england,consortium';

// Authorities whose names a spreadsheet would run.
beforeAll(async () => {
  await app.db.query(`
    update authority set name = '=HYPERLINK("http://evil.example")' where code = 'E06000016';
    update authority set name = '@SUM(1)' where code = 'E06000017'`);
});

describe('a comparison as CSV', () => {
  test('has one figure a row, with unit, symbol, source, vintage and the title of the query', async () => {
    const response = await file('csv', rates);

    const lines = await linesOf(response);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(lines[0]).toBe(
      'indicator,title,subject,gss_code,of,period,value,symbol,text,unit,numerator,denominator,rank,direction,status,synthetic,why,source,vintage,formula,comparison',
    );
    expect(lines[1]).toMatch(
      /^cla-rate,"Children looked after per 10,000 children",Derby,E06000015,,2025,88,,88,"per 10,000 children",545,62113,,,FINAL,,public,"?Department for Education: [^"]+"?,20\d\d-\d\d-\d\d,,"Children looked after per 10,000 children: D2N2, 2025"$/,
    );
    expect(lines[6]).toContain('consortium,,,2025,68,');
    expect(lines).toHaveLength(7);
  });

  test('is called by its title, and is kept by nobody on the way', async () => {
    const { headers } = await file(
      'csv',
      'consortium=d2n2&indicators=cla-rate,cla-number&periods=3',
    );

    expect(headers.get('content-disposition')).toBe(
      'attachment; filename="children-looked-after-per-10-000-children-and-1-more-d2n2-2023-to-2025.csv"',
    );
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('says why there is no figure', async () => {
    const response = await file('csv', 'consortium=west-midlands&indicators=fostering-enquiries');

    const lines = await linesOf(response);
    expect(lines[1]).toMatch(
      /,Birmingham,E08000025,,2018-19,,x,x,enquiries,,,,,FINAL,,"?public: Ofsted/,
    );
  });

  test('holds what the page of the same address shows', async () => {
    const lines = await linesOf(
      await file(
        'csv',
        'consortium=d2n2&indicators=cla-number&authorities=E06000015&period=2023&periods=2',
      ),
    );

    expect(lines.slice(1).map((line) => line.split(',').slice(2, 7).join())).toEqual([
      'Derby,E06000015,,2022,627',
      'Derby,E06000015,,2023,620',
    ]);
  });

  test('runs no formula in a spreadsheet', async () => {
    const lines = await linesOf(
      await file('csv', 'consortium=d2n2&indicators=cla-rate&authorities=E06000016,E06000017'),
    );

    expect(lines[1]).toContain(`,"'=HYPERLINK(""http://evil.example"")",E06000016,`);
    expect(lines[2]).toContain(`,'@SUM(1),E06000017,`);
  });
});

describe('a comparison as XLSX', () => {
  test('has figures as numbers under the title, with units, symbols and sources', async () => {
    const response = await file('xlsx', rates);

    const text = await workbook(response);
    expect(response.headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
    expect(response.headers.get('content-disposition')).toMatch(/2025\.xlsx"$/);
    expect(text).toContain('Children looked after per 10,000 children: D2N2, 2025');
    expect(text).toContain('per 10,000 children');
    expect(text).toContain('Department for Education: ');
    expect(text).toMatch(/<v>88<\/v>/);
  });

  test('has notes: symbols in words, licences and cautions', async () => {
    const text = await workbook(
      await file('xlsx', 'consortium=d2n2&indicators=fostering-enquiries'),
    );

    expect(text).toContain('c: confidential: suppressed so that nobody can be identified.');
    expect(text).toContain('Licence: Open Government Licence v3.0.');
    expect(text).toContain(
      'No conversion may be worked out between enquiries, applications and approvals',
    );
  });

  test('keeps what is confidential confidential, and what is not shared unshown', async () => {
    const share =
      'consortium=d2n2&indicators=cla-outside-authority-share&authorities=E06000015&period=2025';

    const confidential = await workbook(await file('xlsx', share));
    const unshared = await workbook(await file('xlsx', rates, 'reviewer.d2n2'));

    expect(confidential).toContain('its publisher suppressed it');
    expect(unshared).toContain('not shared: reviewers read figures from releases');
    expect(unshared).not.toMatch(/<v>(88|66|93|53|67|68)<\/v>/);
  });

  test('holds names as text, never as formulas', async () => {
    const text = await workbook(
      await file('xlsx', 'consortium=west-midlands&indicators=cla-rate&authorities=E06000016'),
    );

    expect(text).not.toContain('<f>');
  });
});

describe('an export is refused', () => {
  test('to nobody signed in', async () => {
    expect(await refusalIn(await send(app, `/exports/comparison.csv?${rates}`))).toBe(
      '401 UNAUTHENTICATED: Sign in first.',
    );
    expect(await refusalIn(await send(app, `/exports/comparison.xlsx?${rates}`))).toBe(
      '401 UNAUTHENTICATED: Sign in first.',
    );
  });

  test.each([
    [
      'an unknown consortium',
      'consortium=london&indicators=cla-rate',
      '404 NOT_FOUND: There is no consortium “london”.',
    ],
    [
      'an unknown indicator',
      'consortium=d2n2&indicators=nothing',
      '404 NOT_FOUND: There is no indicator “nothing”.',
    ],
    ['no consortium', 'indicators=cla-rate', '400 BAD_USER_INPUT: consortium must not be empty.'],
    [
      'no indicator',
      'consortium=d2n2',
      '400 BAD_USER_INPUT: indicators must name at least one indicator.',
    ],
    [
      'half a period',
      `${rates}&periods=1.5`,
      '400 BAD_USER_INPUT: periods must be a whole number from 1 to 120.',
    ],
    [
      'periods in words',
      `${rates}&periods=three`,
      '400 BAD_USER_INPUT: periods must be a whole number from 1 to 120.',
    ],
    [
      'periods as 1e1',
      `${rates}&periods=1e1`,
      '400 BAD_USER_INPUT: periods must be a whole number from 1 to 120.',
    ],
    [
      '−1 periods',
      `${rates}&periods=-1`,
      '400 BAD_USER_INPUT: periods must be a whole number from 1 to 120.',
    ],
    [
      'an unknown period',
      `${rates}&period=1066`,
      '400 BAD_USER_INPUT: No requested indicator has a period “1066”. Periods are labelled as in 2025, 2024-25 or 2026-09.',
    ],
    [
      'a malformed code',
      `${rates}&authorities=Derby`,
      '400 BAD_USER_INPUT: authorities must be GSS codes, for example E06000015.',
    ],
    [
      'a day in words',
      `${rates}&asAt=yesterday`,
      '400 BAD_USER_INPUT: asAt must be a moment, for example 2026-03-31T09:00:00Z.',
    ],
    [
      'a day to come',
      `${rates}&asAt=2999-01-01T00:00:00Z`,
      '400 BAD_USER_INPUT: asAt must not lie in the future.',
    ],
    [
      'NUL',
      'consortium=d2n2%00&indicators=cla-rate',
      '400 BAD_USER_INPUT: consortium must not contain control characters.',
    ],
    [
      'broken encoding',
      'consortium=%zz&indicators=cla-rate',
      '404 NOT_FOUND: There is no consortium “%zz”.',
    ],
    [
      'a parameter that does not exist',
      `${rates}&comparator=england`,
      '400 BAD_USER_INPUT: There is no parameter “comparator”. The parameters are consortium, indicators, authorities, period, periods, comparators, asAt.',
    ],
    [
      'a parameter given twice',
      `${rates}&period=2024&period=2025`,
      '400 BAD_USER_INPUT: Give “period” once.',
    ],
  ])('with %s', async (_what, query, sentence) => {
    expect(await refusalIn(await file('csv', query))).toBe(sentence);
    expect(await refusalIn(await file('xlsx', query))).toBe(sentence);
  });

  test('as anything but GET', async () => {
    const response = await send(app, `/exports/comparison.csv?${rates}`, {
      method: 'POST',
      headers: app.credentialsOf(analyst),
    });

    expect(response.status).toBe(404);
  });
});

test('a page’s link works with the session of the browser', async () => {
  const query = 'mutation { signIn(input: { account: "commissioner.derby" }) { account } }';
  const signedIn = await post(app, { query });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';

  const response = await send(app, `/exports/comparison.csv?${rates}`, { headers: { cookie } });

  expect(response.status).toBe(200);
});
