import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReturnColumn } from '../column.ts';
import { returnFormats } from '../formats.ts';
import { derby, sent, sentText } from '../reading/reading.fixture.ts';
import { readReturnContents } from '../reading/return-reader.ts';
import type { ReturnFormat, ReturnRow, ReturnTable } from '../table.ts';
import { returnWorkbook, tableCsv } from './return-files.ts';

/** Texts that a column takes, as they are kept once read. */
function canonical(column: ReturnColumn): fc.Arbitrary<string> {
  const texts = {
    authority: fc.constant('E06000015'),
    period: fc.constant('2026-09'),
    code: fc.constantFrom(...(column.codes?.codes.map(({ code }) => code) ?? [''])),
    count: fc.oneof(fc.nat(999_999).map(String), fc.constantFrom('c', 'x', 'z', 'k', 'u')),
    money: fc.oneof(
      fc.nat(9_999_999).map((pence) => String(pence / 100)),
      fc.constantFrom('c', 'x'),
    ),
    day: fc
      .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10)),
    urn: fc.stringMatching(/^(SC\d{6}|\d{7})$/),
    reference: fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ._/:-]{0,20}[A-Za-z0-9]$/),
    text: fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('=cmd|calc', '@here', '-2+3', '+44 115', '“so”, he said', 'a;b\tc'),
    ),
  } as const satisfies Record<ReturnColumn['kind'], fc.Arbitrary<string>>;
  const given = texts[column.kind]
    .map((text) => column.read(text))
    .filter((reading) => 'text' in reading);
  const text = given.map((reading) => reading.text);
  return column.optional ? fc.oneof(text, fc.constant('')) : text;
}

/** Rows of a table, good by the table's own schema, no two with one key, in the rows below the header. */
const rowsOf = (table: ReturnTable): fc.Arbitrary<ReturnRow[]> =>
  fc
    .uniqueArray(fc.tuple(...table.columns.map(canonical)), {
      selector: (cells) => keyOf(table, cells),
      maxLength: 20,
    })
    .map((rows) => rows.filter((cells) => obeys(table, cells)))
    .map((rows) => rows.map((cells, index) => ({ row: index + 2, cells })));

const keyOf = ({ columns, key }: ReturnTable, cells: readonly string[]) =>
  JSON.stringify(cells.filter((_, index) => key.includes(columns[index]?.name ?? '')));

const obeys = ({ columns, row }: ReturnTable, cells: readonly string[]) =>
  row.safeParse(Object.fromEntries(columns.map(({ name }, index) => [name, cells[index] ?? ''])))
    .success;

const anyFormat = fc.constantFrom(...returnFormats);
const anyTable = anyFormat.chain((format) =>
  fc
    .constantFrom(...format.tables)
    .chain((table) =>
      fc.record({ format: fc.constant(format), table: fc.constant(table), rows: rowsOf(table) }),
    ),
);

const contextOf = (format: ReturnFormat) => derby(format.dataset);

describe('reading what was written', () => {
  test('gives every table’s rows again, as CSV', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async ({ format, table, rows }) => {
        const file = sentText(tableCsv(table, rows), `${table.name}.csv`);

        const { contents } = await readReturnContents([file], contextOf(format));

        expect(contents).toEqual(new Map([[table.name, rows]]));
      }),
      { numRuns: 200 },
    );
  });

  test('gives every table’s rows again, as XLSX', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async ({ format, table, rows }) => {
        const written = new Map([[table.name, rows]]);
        const file = sent('return.xlsx', await returnWorkbook(format, written));

        const { contents } = await readReturnContents([file], contextOf(format));

        expect(contents).toEqual(written);
      }),
      { numRuns: 60 },
    );
  });
});
