import { strToU8, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { csv, derby, genderLines, sent, sentText } from './reading.fixture.ts';
import { readReturnContents } from './return-reader.ts';

const sheet = { name: 'children-by-gender', rows: genderLines.map((cells) => [...cells]) };
const workbook = () => writeXlsx({ sheets: [sheet] });

/** Why a file is refused. */
const refusalOf = async (bytes: Uint8Array, name = 'return.xlsx') =>
  (await readReturnContents([sent(name, bytes)], derby())).refusal;

const archive = (parts: Record<string, Uint8Array>) => zipSync(parts);
const text = (words: string) => strToU8(words);

describe('refusing what is neither CSV nor XLSX, whatever its name', () => {
  test.each([
    ['a PDF', text('%PDF-1.7\n%âãÏÓ\n'), 'is a PDF document'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'is a picture'],
    ['a web page', text('<html><table><tr><td>1</td></tr></table>'), 'is a web page'],
    [
      'unknown bytes',
      Uint8Array.from({ length: 500 }, (_, i) => i % 8),
      'a kind that is not known',
    ],
    ['an OpenDocument file', archive({ 'content.xml': text('<x/>') }), 'is an OpenDocument file'],
    ['a Word document', archive({ 'word/document.xml': text('<x/>') }), 'is a Word document'],
    ['a binary workbook', archive({ 'xl/workbook.bin': text('x') }), 'is a binary workbook'],
    ['an archive', archive({ 'a.csv': text('a,b') }), 'is a zip archive of other files'],
  ])('%s', async (_, bytes, says) => {
    expect(await refusalOf(bytes)).toMatchObject({
      rule: 'returns/not-a-table-file',
      severity: 'ERROR',
      message: expect.stringContaining(says),
      mend: expect.stringContaining('save it as'),
    });
  });

  test('an old Excel workbook', async () => {
    const container = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    const bytes = Uint8Array.from([...container, ...text('W\0o\0r\0k\0b\0o\0o\0k\0')]);

    expect(await refusalOf(bytes)).toMatchObject({
      message: 'The file is an old Excel workbook (.xls), not an XLSX workbook.',
    });
  });
});

describe('refusing workbooks that may not be opened', () => {
  test('protected by a password', async () => {
    const bytes = await writeXlsx({
      sheets: [sheet],
      encryption: { password: 'secret', spinCount: 1_000 },
    });

    expect(await refusalOf(bytes)).toMatchObject({ rule: 'returns/password' });
  });

  test('with macros', async () => {
    const bytes = await writeXlsx({ sheets: [sheet], vbaProject: text('macro') });

    expect(await refusalOf(bytes)).toMatchObject({ rule: 'returns/macros' });
  });

  test('that expand to far more than their size', async () => {
    const bomb = archive({
      '[Content_Types].xml': text('<x/>'),
      'xl/workbook.xml': text('<x/>'),
      'xl/worksheets/sheet1.xml': new Uint8Array(11_000_000),
    });

    expect(bomb.length).toBeLessThan(50_000);
    expect(await refusalOf(bomb)).toMatchObject({ rule: 'returns/expands-too-much' });
  });

  test('that tell a smaller size than they expand to', async () => {
    const part = 'xl/worksheets/sheet1.xml';
    const bomb = archive({
      '[Content_Types].xml': text('<x/>'),
      'xl/workbook.xml': text('<x/>'),
      [part]: new Uint8Array(11_000_000),
    });
    const directory = bomb.findLastIndex((_, at) => isDirectoryEntryOf(bomb, at, part));
    new DataView(bomb.buffer).setUint32(directory + 24, 1_000, true);

    expect(await refusalOf(bomb)).toMatchObject({ rule: 'returns/damaged' });
  });

  test('of which the end did not arrive', async () => {
    const bytes = await workbook();

    expect(await refusalOf(bytes.subarray(0, bytes.length / 2))).toMatchObject({
      rule: 'returns/cut-off',
    });
  });

  test('of which a part is damaged', async () => {
    const bytes = await workbook();
    bytes.fill(0, 200, bytes.length / 2);

    expect(await refusalOf(bytes)).toMatchObject({ rule: 'returns/damaged' });
  });
});

/** True where the entry of a part begins in an archive's directory. */
const isDirectoryEntryOf = (bytes: Uint8Array, at: number, name: string) =>
  bytes[at] === 0x50 &&
  bytes[at + 1] === 0x4b &&
  bytes[at + 2] === 1 &&
  new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name.length)) === name;

describe('refusing files that are too much', () => {
  test('empty', async () => {
    expect(await refusalOf(new Uint8Array(), 'a.csv')).toMatchObject({
      rule: 'returns/empty-file',
    });
  });

  test('of more than 100 MB, without reading on', async () => {
    const bytes = new Uint8Array(100_000_001);
    bytes.set(text('PK\u0003\u0004'));

    const { refusal } = await readReturnContents([sent('long.csv', bytes, 131_072)], derby());

    expect(refusal).toMatchObject({
      rule: 'returns/too-large',
      message: 'long.csv has more than 100 MB.',
    });
  });

  test('with 200 columns', async () => {
    const more = Array.from({ length: 200 }, (_, i) => `column ${i}`);
    const lines = genderLines.map((cells) => [...cells, ...more]);

    expect(await refusalOf(text(csv(lines)), 'wide.csv')).toMatchObject({
      rule: 'returns/too-many-columns',
      message: '“wide.csv” has 204 columns.',
    });
  });

  test('with a cell of 1 MB', async () => {
    const lines = [...genderLines, ['E06000015', '2026-09', 'x'.repeat(1_000_000), '1']];

    expect(await refusalOf(text(csv(lines)), 'a.csv')).toMatchObject({
      rule: 'returns/cell-too-long',
    });
  });

  test('with a quotation mark that is never closed', async () => {
    const rest = csv(Array.from({ length: 60_000 }, () => ['E06000015', '2026-09', '1', '1']));

    expect(await refusalOf(text(`${csv(genderLines)}"${rest}`), 'a.csv')).toMatchObject({
      rule: 'returns/cell-too-long',
    });
  });
});

describe('refusing columns about single children', () => {
  test.each([
    'CHILD',
    'Child ID',
    'child_id',
    'Child’s ID',
    'DOB',
    'D.O.B.',
    'Date of\nbirth',
    'UPN',
    'Former UPN',
    'Unique pupil number',
    'NHS No.',
    'MC_DOB',
    'HOME_POST',
    'Surname',
    'Child’s name',
    'Mosaic ID',
    'ＣＨＩＬＤ',
  ])('%s', async (heading) => {
    const lines = genderLines.map((cells, i) => [...cells, i === 0 ? `"${heading}"` : 'A1']);

    const { refusal, contents } = await readReturnContents([sentText(csv(lines))], derby());

    expect(refusal).toMatchObject({ rule: 'returns/child-level' });
    expect(contents.size).toBe(0);
  });

  test('in an SSDA903 file, which has no table of a return', async () => {
    const file = sentText('CHILD,SEX,DOB,ETHNIC,UPN\n123,1,01/02/2015,WBRI,X01\n', 'header.csv');

    const { refusal } = await readReturnContents([file], derby());

    expect(refusal?.message).toBe(
      '“header.csv” has columns about single children: “CHILD”, “DOB”, “UPN”. Nothing of it was read or kept.',
    );
  });

  test('on a hidden sheet, before a row of any other is handed on', async () => {
    const hidden = {
      name: 'raw',
      hidden: true,
      rows: [
        ['UPN', 'Age'],
        ['A123456789012', 9],
      ],
    };
    const bytes = await writeXlsx({ sheets: [sheet, hidden] });

    const { refusal, contents } = await readReturnContents([sent('a.xlsx', bytes)], derby());

    expect(refusal).toMatchObject({ rule: 'returns/child-level', sheet: 'raw' });
    expect(contents.size).toBe(0);
  });

  test.each(['A123456789012', 'Care for 943 476 5919'])(
    'or a cell with %s, which is not repeated',
    async (cell) => {
      const lines = [
        [
          'authority_code',
          'period',
          'framework',
          'lot',
          'tier',
          'provider',
          'urn',
          'starts_on',
          'ends_on',
        ],
        ['E06000015', '2026-09', 'CCS072', '1', '', cell, '', '2026-04-01', ''],
      ];

      const { refusal } = await readReturnContents([sentText(csv(lines))], derby('providers'));

      expect(refusal).toMatchObject({ rule: 'returns/child-number', row: 2, value: null });
      expect(refusal?.message).not.toContain(cell);
    },
  );

  const upn = 'A123456789012';
  const head = 'authority_code,period,gender,children';

  test.each([
    ['in a column that is not read', `${head},note\nE06000015,2026-09,GIRL,3,see ${upn}\n`],
    ['where a code should be', `${head}\nE06000015,2026-09,${upn},3\n`],
    ['beyond the last heading', `${head}\nE06000015,2026-09,GIRL,3,${upn}\n`],
    ['in a file without headings', `X1,04/03/2011,${upn},M\nX2,05/03/2011,${upn},F\n`],
    ['below another table', `${head}\nE06000015,2026-09,GIRL,3\n\nCHILD,SEX,DOB,UPN\n`],
  ])('or what tells of one child %s, which is not repeated', async (_where, lines) => {
    const { refusal, problems } = await readReturnContents([sentText(lines)], derby());

    expect(refusal).toMatchObject({ rule: 'returns/child-number', value: null });
    expect(JSON.stringify([refusal, problems])).not.toMatch(/A1234|DOB/);
  });

  test('but not the code CHILD of a reason', async () => {
    const moves = 'authority_code,period,reason,moves\nE06000015,2026-09,CHILD,3\n';

    const { refusal } = await readReturnContents([sentText(moves, 'moves-by-reason.csv')], derby());

    expect(refusal).toBeNull();
  });
});
