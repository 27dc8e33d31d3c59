import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { formatOf, returnFormats } from '../formats.ts';
import { csv, derby, genderLines, genderRows, sent, sentText } from '../reading/reading.fixture.ts';
import { readReturnContents } from '../reading/return-reader.ts';
import { csvText } from './csv-text.ts';
import { markedCsv } from './marked-csv.ts';
import { markedWorkbook } from './marked-workbook.ts';
import { returnWorkbook } from './return-files.ts';
import { templateCsv, templateWorkbook } from './template-files.ts';

const wrong = genderLines.map((cells, row) =>
  cells.map((cell, i) => (row === 2 && i === 3 ? 'many' : cell)),
);

const bytesOf = (rows: readonly (readonly string[])[]) =>
  writeXlsx({
    sheets: [
      { name: 'Gender', rows: rows.map((cells) => [...cells]) },
      { name: 'Mine', rows: [['kept']] },
    ],
  });

const problemsOf = async (bytes: Uint8Array) =>
  (await readReturnContents([sent('a.xlsx', bytes)], derby())).problems;

describe('a workbook given back', () => {
  test('has the cell marked and commented, all problems on a sheet, and everything else as it was', async () => {
    const bytes = await bytesOf(wrong);
    const problems = await problemsOf(bytes);

    const { sheets } = await readXlsx(await markedWorkbook(bytes, problems), { readStyles: true });

    const [gender, mine, listed] = sheets;
    expect(gender?.rows).toEqual(wrong);
    expect(gender?.cells?.get('2,3')).toMatchObject({
      comment: {
        author: 'Sufficiency Exchange',
        text: expect.stringContaining('must be a whole number'),
      },
      style: { fill: { fgColor: { rgb: expect.stringContaining('F4CDC6') } } },
    });
    expect(mine?.rows).toEqual([['kept']]);
    expect(listed?.name).toBe('Problems');
    expect(listed?.rows[1]?.slice(0, 5)).toEqual([
      'ERROR',
      'Gender',
      'children-by-gender',
      3,
      'D children',
    ]);
    expect(listed?.rows).toHaveLength(problems.length + 1);
  });

  test('is read as it was before, and marked anew without its former marks', async () => {
    const once = await markedWorkbook(await bytesOf(wrong), await problemsOf(await bytesOf(wrong)));

    const { contents } = await readReturnContents([sent('a.xlsx', once)], derby());
    const { sheets } = await readXlsx(await markedWorkbook(once, []), { readStyles: true });

    expect(contents.get('children-by-gender')).toEqual(genderRows().filter(({ row }) => row !== 3));
    expect(sheets.map(({ name }) => name)).toEqual(['Gender', 'Mine', 'Problems']);
    expect(sheets[0]?.cells?.get('2,3')?.comment).toBeUndefined();
  });
});

describe('a CSV file given back', () => {
  const back = async (text: string, isFirst = false) => {
    const { problems } = await readReturnContents([sentText(text)], derby());
    const pieces: string[] = [];
    for await (const piece of markedCsv(sentText(text), problems, { ...derby(), isFirst }))
      pieces.push(piece);
    return pieces.join('');
  };

  test('says in a last column what is wrong with each row', async () => {
    const lines = (await back(csv(wrong, ';'))).split('\r\n');

    expect(lines[0]).toBe('\uFEFFauthority_code,period,gender,children,problems');
    expect(lines[1]).toBe('E06000015,2026-09,1,300,');
    expect(lines[2]).toMatch(/^E06000015,2026-09,2,many,"ERROR: Children must be a whole number/);
  });

  test('says below the header what is wrong with it and, if it is the first, with the return', async () => {
    const other = genderLines.map((cells, row) => [...cells, row === 0 ? 'colour' : 'red']);

    const [header, first, second] = (await back(csv(other), true)).split('\r\n');

    expect(header).toBe('\uFEFFauthority_code,period,gender,children,colour,problems');
    expect(first).toContain('Row 1: NOTE: ');
    expect(first).toContain('Whole return: QUERY: Tables that are missing: ');
    expect(second).toMatch(/,$/);
  });

  test('of a header alone says that there are no rows, in a row of its own', async () => {
    const once = await back(csv(genderLines.slice(0, 1)));

    expect(once.split('\r\n')[1]).toMatch(/^,,,,"Whole file: QUERY: .* has no rows\./);
    expect(await back(once)).toBe(once);
  });

  test('is read as it was before, and its column of problems written anew', async () => {
    const once = await back(csv(wrong));

    expect(await back(once)).toBe(once);
  });
});

describe('cells of a CSV file', () => {
  const running = [
    '=cmd|calc!A1',
    '+cmd',
    '-cmd',
    '@SUM(A1)',
    '\tcmd',
    '=1+1',
    '\n=cmd',
    ' =cmd',
    '\u00a0=cmd',
    '\u200b=cmd',
    '\ufeff=cmd',
    '\u00ad \u2060+cmd',
    '＝cmd',
    '＋cmd',
    '＠SUM(A1)',
    '\u200b－cmd',
  ];

  test.each(running)('that would run are defused: %j', (cell) => {
    expect(csvText([[cell, 'x']])).toBe(`"'${cell}",x\r\n`);
  });

  test.each(running)('that were defused are read as they were: %j', async (cell) => {
    const head = 'authority_code,period,framework,lot,tier,provider,urn,starts_on,ends_on\r\n';
    const rest = ['CCS072', '1', '', cell, '', '2026-04-01', ''];
    const text = head + csvText([['E06000015', '2026-09', ...rest]]);

    const { contents } = await readReturnContents([sentText(text)], derby('providers'));

    const plain = cell.replaceAll(/[\u200b\u2060\ufeff]/g, '').trim();
    expect(contents.get('framework-memberships')?.[0]?.cells[5]).toBe(plain);
  });

  test.each(['-5', '+3', '-1,204.50', '12%', '-', 'Derby', 'a=b', '–5', '_=b', '“=”'])(
    'that are figures or plain text stay: %s',
    (cell) => {
      expect(csvText([[cell, 'x']])).toMatch(new RegExp(`^"?${cell.replace('+', '\\+')}"?,x`));
    },
  );
});

test('a return written as a workbook has its figures as numbers, its codes and symbols as text', async () => {
  const rows = [
    { row: 2, cells: ['E06000015', '2026-09', '1', '300'] },
    { row: 3, cells: ['E06000015', '2026-09', '2', 'c'] },
  ];

  const bytes = await returnWorkbook(
    formatOf('placements'),
    new Map([['children-by-gender', rows]]),
  );

  const { sheets } = await readXlsx(bytes);
  expect(sheets[0]?.rows.slice(1)).toEqual([
    ['E06000015', '2026-09', '1', 300],
    ['E06000015', '2026-09', '2', 'c'],
  ]);
});

describe('templates', () => {
  test.each(returnFormats)('of $title hold no problem but that they are empty', async (format) => {
    const bytes = await templateWorkbook(format);

    const { problems, tables } = await readReturnContents(
      [sent('a.xlsx', bytes)],
      derby(format.dataset),
    );

    expect(tables.map(({ table }) => table.name)).toEqual(format.tables.map(({ name }) => name));
    expect(new Set(problems.map(({ rule }) => rule))).toEqual(
      new Set(['returns/example-row', 'returns/no-rows']),
    );
  });

  test('have drop-downs of codes with their labels, notes on columns and an example', async () => {
    const { sheets } = await readXlsx(await templateWorkbook(formatOf('placements')));

    const sheet = sheets.find(({ name }) => name === 'children-by-gender');
    const codes = sheets.find(({ name }) => name === 'Codes');
    const position = codes?.rows[0]?.indexOf('Gender, or TOTAL') ?? -1;
    expect(sheet?.rows[1]).toEqual(['EXAMPLE', '2026-09', '1', '12']);
    expect(sheet?.cells?.get('0,2')?.comment?.text).toContain('SSDA903 item SEX');
    expect(sheet?.dataValidations).toMatchObject([{ type: 'list', range: 'C2:C2001' }]);
    expect(codes?.rows.slice(1, 5).map((row) => row[position])).toEqual([
      '1: Male',
      '2: Female',
      '9: Not known or not recorded',
      'TOTAL',
    ]);
  });

  test('as CSV are a header and an example', () => {
    const [table] = formatOf('placements').tables.filter(
      ({ name }) => name === 'children-by-gender',
    );

    expect(table && templateCsv(table)).toBe(
      '\uFEFFauthority_code,period,gender,children\r\nEXAMPLE,2026-09,1,12\r\n',
    );
  });
});
