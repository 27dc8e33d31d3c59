import { describe, expect, test } from 'vitest';
import { derby, sentText } from '../../reading/reading.fixture.ts';
import { readReturnContents } from '../../reading/return-reader.ts';

const header =
  'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name';

const inDerby = (time: string, ...cells: readonly string[]) =>
  [time, 'Local authority,E92000001,England,,,831,E06000015,Derby', ...cells].join(',');

const march = '2025,Reporting year';

const read = async (period: string, columns: string, ...lines: readonly string[]) => {
  const text = [`${header},${columns}`, ...lines, ''].join('\r\n');
  const { problems, contents } = await readReturnContents([sentText(text, 'ees.csv')], {
    ...derby(),
    period,
  });
  return {
    contents,
    problems: problems.filter(({ rule }) => !/missing|hidden/.test(rule)),
  };
};

describe('a return’s own table in the layout of Explore Education Statistics', () => {
  const months = ['2026,September', '2026,August'] as const;

  test('is read as it is, and what is about others and other months is left out and said so', async () => {
    const { contents, problems } = await read(
      '2026-09',
      'gender,children',
      '2026,September,National,E92000001,England,,,,,,Total,81770',
      inDerby(months[0], 'Total', '545'),
      inDerby(months[0], 'Male', '300'),
      inDerby(months[0], 'Female', 'low'),
      inDerby(months[1], 'Total', '540'),
      '2026,September,Local authority,E92000001,England,,,830,E10000007,Derbyshire,Total,1024',
    );

    expect(contents.get('children-by-gender')).toEqual([
      { row: 3, cells: ['E06000015', '2026-09', 'TOTAL', '545'] },
      { row: 4, cells: ['E06000015', '2026-09', '1', '300'] },
      { row: 5, cells: ['E06000015', '2026-09', '2', 'k'] },
    ]);
    expect(problems.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      'returns/symbol-read Children says “low”, which is read as k.',
      'returns/published-file This file of Explore Education Statistics: left out 2 rows about other areas than Derby.',
      'returns/published-file This file of Explore Education Statistics: left out 1 row about other months than 2026-09: “2026-08”.',
    ]);
  });

  test('has its problems told by the row, column and value of the file', async () => {
    const { problems } = await read(
      '2026-09',
      'gender,children',
      inDerby(months[0], 'Boys', '12.5'),
      inDerby(months[0], '', '3'),
      inDerby('20x6,September', 'Male', '3'),
      inDerby(months[0], 'Female', '3'),
      inDerby(months[0], 'Female', '4'),
    );

    expect(
      problems.map(({ rule, row, column, value }) => [rule, row, column?.letter, value]),
    ).toEqual([
      ['returns/code-list', 2, 'K', 'Boys'],
      ['returns/whole-number', 2, 'L', '12.5'],
      ['returns/blank-cell', 3, 'K', null],
      ['returns/month', 4, 'A', '20x6'],
      ['returns/duplicate-row', 6, undefined, null],
    ]);
  });

  test('of other authorities only says nothing of this one', async () => {
    const { problems } = await read(
      '2026-09',
      'gender,children',
      '2026,September,Local authority,E92000001,England,,,830,E10000007,Derbyshire,Total,1024',
    );

    expect(problems.at(-1)).toMatchObject({
      rule: 'returns/no-table',
      severity: 'ERROR',
      message:
        'This file of Explore Education Statistics has nothing that this return asks of Derby for 2026-09.',
    });
  });
});

describe('a line is about the authority that every column says', () => {
  const columns = (...areas: readonly string[]) =>
    ['time_period,time_identifier,geographic_level', ...areas, 'gender,children'].join(',');
  const readLine = async (areas: string, line: string) => {
    const text = `${columns(areas)}\r\n2026,September,Local authority,${line},Total,545\r\n`;
    const { contents, problems } = await readReturnContents([sentText(text, 'ees.csv')], derby());
    return {
      rows: contents.get('children-by-gender')?.map(({ cells }) => cells.join(' ')) ?? [],
      errors: problems.filter(({ severity }) => severity === 'ERROR').map(({ rule }) => rule),
    };
  };
  const mine = { rows: ['E06000015 2026-09 TOTAL 545'], errors: [] };
  const fromOthers = { rows: [], errors: ['returns/no-table'] };
  const refused = { rows: [], errors: ['returns/other-authority'] };

  test.each([
    ['new_la_code,la_name', 'E06000015,Derby', mine],
    ['new_la_code,old_la_code,la_name', 'e06000015,,derby ', mine],
    ['new_la_code,old_la_code', 'E06000015,x', mine],
    ['new_la_code,la_name', 'E06000015,Nottingham', fromOthers],
    ['new_la_code,old_la_code', 'E06000015,892', fromOthers],
    ['new_la_code,la_name', ',', fromOthers],
    ['old_la_code,la_name,authority', '831,Derby,E06000015', mine],
    ['old_la_code,la_name,authority', '831,Nottingham,E06000018', fromOthers],
    ['la_name,authority', 'Derby,E06000018', refused],
    ['new_la_code,authority', 'E06000015,E06000018', refused],
    ['authority,new_la_code', 'E06000018,E06000015', refused],
  ])('with %s: %s', async (areas, line, read) => {
    expect(await readLine(areas, line)).toEqual(read);
  });

  test('by the name that another publisher gives it', async () => {
    const bristol = { code: 'E06000023', dfeCode: '801', name: 'Bristol, City of' };
    const line = '2026,September,Local authority,E06000023,801,Bristol,Total,545';
    const text = `${columns('new_la_code,old_la_code,la_name')}\r\n${line}\r\n`;

    const { contents } = await readReturnContents([sentText(text, 'ees.csv')], {
      ...derby(),
      authority: bristol,
    });

    expect(contents.get('children-by-gender')).toHaveLength(1);
  });
});

describe('the Department’s files about children looked after at 31 March', () => {
  const breakdowns = 'cla_group,characteristic,number,percentage';

  test('answer the tables whose codes they tell, for March', async () => {
    const { contents, problems } = await read(
      '2025-03',
      breakdowns,
      inDerby(march, 'Placement', 'Foster placements', '369', '68'),
      inDerby(march, 'Placement', 'Total', '545', '100'),
      inDerby(march, 'Place providers', 'Other public provision (e.g. by a PCT etc)', 'c', 'c'),
      inDerby(march, 'Place providers', 'Private provision', '268', '49'),
      inDerby(march, 'Gender', 'Male', '301', '55'),
      inDerby('202425,Financial year', 'Gender', 'Female', '244', '45'),
    );

    expect(
      [...contents].map(([name, rows]) => [name, ...rows.map(({ cells }) => cells.slice(2))]),
    ).toEqual([
      ['children-by-placement-type', ['TOTAL', '545']],
      ['children-by-provider-sector', ['PR3', 'c'], ['PR4', '268']],
      ['children-by-gender', ['1', '301'], ['2', '244']],
    ]);
    expect(problems).toMatchObject([
      {
        severity: 'NOTE',
        message:
          'This file of Explore Education Statistics: left out what no table of the return asks for, or asks in finer codes: “Placement: Foster placements”.',
      },
    ]);
  });

  test('tell distance and area in three breakdowns, which are one table with its total once', async () => {
    const where = 'Distance between home and placement';
    const { contents, problems } = await read(
      '2025-03',
      breakdowns,
      inDerby(march, where, 'Placed 20 miles or less from home', '360', '66'),
      inDerby(march, where, 'Placed more than 20 miles from home', '185', '34'),
      inDerby(march, where, 'Total', '545', '100'),
      inDerby(
        march,
        'Locality of placement',
        'Placed inside the local authority boundary',
        'c',
        'c',
      ),
      inDerby(march, 'Locality of placement', 'Total', '545', '100'),
      inDerby(
        march,
        `${where} and locality of placement`,
        '"4. Placed outside the LA boundary, more than 20 miles from home"',
        '185',
        '34',
      ),
    );

    expect(contents.get('children-by-distance')?.map(({ cells }) => cells.slice(2))).toEqual([
      ['TOTAL', 'UPTO20', '360'],
      ['TOTAL', 'OVER20', '185'],
      ['TOTAL', 'TOTAL', '545'],
      ['IN', 'TOTAL', 'c'],
      ['OUT', 'OVER20', '185'],
    ]);
    expect(problems).toEqual([]);
  });

  test('tell a total twice where they differ, which is told', async () => {
    const { problems } = await read(
      '2025-03',
      breakdowns,
      inDerby(march, 'Locality of placement', 'Total', '545', '100'),
      inDerby(march, 'Distance between home and placement', 'Total', '544', '100'),
    );

    expect(problems).toMatchObject([{ rule: 'returns/duplicate-row', row: 3 }]);
  });

  test('tell stability line by line, and what they leave out is not available', async () => {
    const { contents } = await read(
      '2025-03',
      'cla_group,placement_stability,children_count,children_percent',
      inDerby(march, 'CLA on 31 March', 'Total children', '545', '100'),
      inDerby(march, 'CLA on 31 March', 'With 3 or more placements during the year', '43', '8'),
    );

    expect(contents.get('stability')).toEqual([
      { row: 2, cells: ['E06000015', '2025-03', '545', '43', 'x', 'x'] },
    ]);
  });

  test('about a whole year say nothing of a month', async () => {
    const { contents, problems } = await read(
      '2025-03',
      'category_of_need,starters',
      inDerby(march, 'Total', '156'),
    );

    expect([...contents.keys()]).toEqual([]);
    expect(problems.map(({ message }) => message)).toEqual([
      'This file of Explore Education Statistics: left out what is about a whole year, which says nothing of one month: “Children who started to be looked after, by category of need”.',
      'This file of Explore Education Statistics has nothing that this return asks of Derby for 2025-03.',
    ]);
  });
});
