import type { CellValue } from 'hucre/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { ReturnRow } from '../table.ts';
import {
  csv,
  derby,
  encoded,
  genderLines,
  genderRows,
  sent,
  sentText,
  utf16,
} from './reading.fixture.ts';
import { readReturnContents } from './return-reader.ts';
import type { SentFile } from './sent-file.ts';
import { createTextDecoding } from './text-decoding.ts';

/** Rows of the table by gender, and the rules broken beside tables that were not sent. */
async function read(...files: SentFile[]) {
  const { contents, problems, refusal } = await readReturnContents(files, derby());
  const rules = problems.map(({ rule }) => rule).filter((rule) => rule !== 'returns/table-missing');
  return { refusal, rules, rows: contents.get('children-by-gender') };
}

const good = (rows: readonly ReturnRow[] = genderRows()) => ({ refusal: null, rules: [], rows });

const workbook = async (name: string, rows: CellValue[][]) =>
  sent('return.xlsx', await writeXlsx({ sheets: [{ name, rows }] }));

describe('reading CSV as spreadsheets and systems write it', () => {
  const text = csv(genderLines);

  test.each([
    ['commas', text],
    ['semicolons', csv(genderLines, ';')],
    ['tabs', csv(genderLines, '\t')],
    ['bars', csv(genderLines, '|')],
    ['line feeds', text.replaceAll('\r', '')],
    ['carriage returns alone', text.replaceAll('\n', '')],
    ['quotation marks', text.replaceAll(/[^,\r\n]+/g, '"$&"')],
    ['a byte order mark', `\uFEFF${text}`],
    ['no last line break', text.trimEnd()],
    ['spaces and no-break spaces', text.replaceAll(',', ' \u00A0, ')],
    [
      'blank trailing rows and columns',
      csv([...genderLines.map((line) => [...line, '', '']), ['', '', '', '', '', '']]),
    ],
  ])('with %s', async (_, written) => {
    expect(await read(sentText(written))).toEqual(good());
  });

  test('in pieces that cut letters and rows in two', async () => {
    const lines = [
      ['authority_code', 'period', 'requests', 'notice'],
      ...Array.from({ length: 2_500 }, () => []),
      ['E06000015', '2026-09', '3', '4–13 days’ “notice” – naïve'],
    ];
    const bytes = new TextEncoder().encode(csv(lines));

    const { problems } = await readReturnContents([sent('a.csv', bytes, 1)], derby('demand'));

    expect(problems.map(({ value }) => value)).toContain('4–13 days’ “notice” – naïve');
  });

  test.each([
    ['UTF-16, small end first', utf16(`\uFEFF${text}`, false)],
    ['UTF-16, big end first', utf16(`\uFEFF${text}`, true)],
    ['UTF-16 without a mark', utf16(text, false)],
  ])('in %s', async (_, bytes) => {
    expect(await read(sent('a.csv', bytes))).toEqual(good());
  });

  test.each(['windows-1252', 'macintosh'] as const)('in %s', async (encoding) => {
    const beds = 'authority_code,period,requests,notice\nE06000015,2026-09,3,4–13 days';
    const bytes = encoded(`${beds} “so”’s £\n`, encoding);

    const { problems } = await readReturnContents([sent('a.csv', bytes)], derby('demand'));

    expect(problems.map(({ value }) => value)).toContain('4–13 days “so”’s £');
  });

  test.each(['windows-1252', 'macintosh'] as const)('in %s, in words', async (encoding) => {
    const notices = ['SÉCURED', 'Zoë’s café', 'Children’s'];
    const rows = notices.map((notice) => `E06000015,2026-09,3,${notice}\n`);
    const bytes = encoded(`authority_code,period,requests,notice\n${rows.join('')}`, encoding);

    const { problems } = await readReturnContents([sent('a.csv', bytes)], derby('demand'));

    const values = problems.map(({ value }) => value);
    expect(values).toEqual(expect.arrayContaining(notices));
  });
});

describe('decoding text in which no ASCII stands', () => {
  const size = 131_072;
  const letters = '€é’😀'.repeat(150_000);
  const decoded = (bytes: Uint8Array, pieceSize: number) => {
    const decoding = createTextDecoding();
    const pieces: string[] = [];
    for (let start = 0; start < bytes.length; start += pieceSize) {
      pieces.push(decoding.push(bytes.subarray(start, start + pieceSize)));
    }
    const left = decoding.end();
    return { text: pieces.join('') + left, left: left.length };
  };

  test.each([size, size - 1, size - 2, size - 3, 4_097])(
    'goes on with every piece of %i bytes, and cuts no letter of UTF-8 in two',
    (pieceSize) => {
      const { text, left } = decoded(new TextEncoder().encode(`a,b\n${letters}`), pieceSize);

      expect(text).toBe(`a,b\n${letters}`);
      expect(left).toBeLessThanOrEqual(4_096);
    },
  );

  test('takes other letters for Windows’', () => {
    const { text, left } = decoded(new Uint8Array(1_000_000).fill(0xe9), size);

    expect(text).toBe('é'.repeat(1_000_000));
    expect(left).toBeLessThanOrEqual(4_096);
  });
});

describe('finding a table', () => {
  test('below titles, with other headings, in another order, beside unknown columns', async () => {
    const lines = [
      ['Derby City Council'],
      [],
      ['Children looked after, 30 September 2026'],
      ['No. of\nchildren', 'SEX', 'Comment', 'Reporting Month', ' la  CODE '],
      ...genderLines
        .slice(1)
        .map(([code, month, gender, children]) => [children, gender, 'ok', month, code]),
    ];
    const written = await workbook(
      'Sheet1',
      lines.map((cells) => cells.map((cell) => cell ?? null)),
    );

    expect(await read(written)).toEqual({
      refusal: null,
      rules: ['returns/unknown-column'],
      rows: genderRows(5),
    });
  });

  test('under a header of two lines with merged cells', async () => {
    const [, ...body] = genderLines;
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Sheet1',
          rows: [
            ['Authority', 'Month', 'Looked after', null],
            [null, null, 'Gender', 'Children'],
            ...body.map((cells) => [...cells]),
          ],
          merges: [
            { startRow: 0, startCol: 0, endRow: 1, endCol: 0 },
            { startRow: 0, startCol: 1, endRow: 1, endCol: 1 },
            { startRow: 0, startCol: 2, endRow: 0, endCol: 3 },
          ],
        },
      ],
    });

    expect(await read(sent('a.xlsx', bytes))).toEqual(good(genderRows(3)));
  });

  test('by the name of its sheet, where two tables have the same columns', async () => {
    const lines = 'authority_code,period,reason,number\nE06000015,2026-09,OTHER,3\n';

    const { tables } = await readReturnContents([sentText(lines, 'moves-by-reason.csv')], derby());

    expect(tables.map(({ table }) => table.name)).toEqual(['moves-by-reason']);
  });

  test('not in a file of other headings', async () => {
    expect(await read(sentText('a,b\n1,2\n'))).toEqual({
      refusal: expect.objectContaining({ rule: 'returns/no-table' }),
      rules: ['returns/no-table'],
      rows: undefined,
    });
  });

  test('not in a workbook of other headings', async () => {
    const { refusal, rules } = await read(
      await workbook('a', [
        ['a', 'b'],
        [1, 2],
      ]),
    );

    expect(refusal).toMatchObject({ rule: 'returns/no-table' });
    expect(rules).toEqual(['returns/sheet-not-read', 'returns/no-table']);
  });

  test('not twice', async () => {
    const { rules } = await read(
      sentText(csv(genderLines)),
      sentText(csv(genderLines), 'again.csv'),
    );

    expect(rules).toEqual(['returns/table-twice']);
  });

  test('with a heading twice', async () => {
    const { rules } = await read(
      sentText(csv(genderLines.map((cells) => [...cells, cells[3] ?? '']))),
    );

    expect(rules).toEqual(['returns/double-header']);
  });

  test('with a column missing, which is said once', async () => {
    const { rules, rows } = await read(
      sentText(csv(genderLines.map((cells) => cells.slice(0, 3)))),
    );

    expect(rules).toEqual(['returns/missing-column']);
    expect(rows).toEqual([]);
  });

  test('and tells of a sheet that is none', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Gender', rows: genderLines.map((cells) => [...cells]) },
        { name: 'My notes', rows: [['Remember', 'to ask']] },
        { name: 'Read me', rows: [['How to fill it']] },
      ],
    });

    expect(await read(sent('a.xlsx', bytes))).toEqual({
      refusal: null,
      rules: ['returns/sheet-not-read'],
      rows: genderRows(),
    });
  });
});

describe('reading cells of a workbook', () => {
  test('numbers, months and days as Excel keeps them', async () => {
    const [, ...body] = genderLines;
    const month = new Date(Date.UTC(2026, 8, 30));
    const rows = body.map(([code = '', , gender = '', children]) => [
      code,
      month,
      Number(gender),
      Number(children),
    ]);

    expect(await read(await workbook('a', [[...(genderLines[0] ?? [])], ...rows]))).toEqual(good());
  });

  test('amounts without the noise of binary fractions', async () => {
    const header = ['authority_code', 'period', 'placement_group', 'provider_sector', 'spend'];
    const row = ['E06000015', '2026-09', 'TOTAL', 'TOTAL', 0.1 + 0.2];
    const bytes = await writeXlsx({ sheets: [{ name: 'spend', rows: [header, row] }] });

    const { contents } = await readReturnContents([sent('a.xlsx', bytes)], derby('costs'));

    expect(contents.get('spend')?.map(({ cells }) => cells.at(-1))).toEqual(['0.3']);
  });

  test('results of formulas, of which it tells', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'a',
          rows: genderLines.map((cells) => [...cells]),
          cells: new Map([
            ['1,3', { value: 300, type: 'formula', formula: '100+200', formulaResult: 300 }],
          ]),
        },
      ],
    });

    expect(await read(sent('a.xlsx', bytes))).toEqual({
      ...good(),
      rules: ['returns/formula-read'],
    });
  });

  test.each([
    [
      'was never calculated',
      { value: null, type: 'formula', formula: '1+1' },
      'returns/formula-without-result',
    ],
    ['failed', { value: '#REF!', type: 'error' }, 'returns/formula-error'],
  ] as const)('not of a formula that %s', async (_, cell, rule) => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'a',
          rows: genderLines.map((cells) => [...cells]),
          cells: new Map([['1,3', cell]]),
        },
      ],
    });

    const { problems } = await readReturnContents([sent('a.xlsx', bytes)], derby());

    expect(problems[0]).toMatchObject({
      rule,
      severity: 'ERROR',
      sheet: 'a',
      row: 2,
      column: { letter: 'D', name: 'children' },
    });
  });
});
