import { strToU8, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { csv, derby, genderLines, sent } from './reading.fixture.ts';
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

  test('with rows of hundreds of thousands of empty cells', async () => {
    const wide = ','.repeat(900_000);

    expect(await refusalOf(text(`${csv(genderLines)}${wide}\n${wide}\n`), 'a.csv')).toMatchObject({
      rule: 'returns/too-many-columns',
      message: 'Row 5 has 900,001 cells, more than any row should have.',
    });
  });

  test('with a quotation mark that is never closed', async () => {
    const rest = csv(Array.from({ length: 60_000 }, () => ['E06000015', '2026-09', '1', '1']));

    expect(await refusalOf(text(`${csv(genderLines)}"${rest}`), 'a.csv')).toMatchObject({
      rule: 'returns/cell-too-long',
    });
  });
});
