import { formatOf } from '@sufficiency/shared/returns/formats.ts';
import { inPieces } from '@sufficiency/shared/returns/reading/bytes.ts';
import type { ReadingContext } from '@sufficiency/shared/returns/reading/reading-context.ts';
import type { ReturnRow } from '@sufficiency/shared/returns/table.ts';
import { returnWorkbook, tableCsv } from '@sufficiency/shared/returns/writing/return-files.ts';
import { describe, expect, test } from 'vitest';
import { readSentFiles } from './return-reading.ts';

const organisationId = 'derby';
const context: ReadingContext = {
  format: formatOf('beds'),
  authority: { code: 'E06000015', dfeCode: '831', name: 'Derby' },
  period: '2026-09',
  today: '2026-11-22',
};
const [, states] = context.format.tables;

/** States of 30,000 homes on one day. */
const rows: ReturnRow[] = Array.from({ length: 30_000 }, (_, index) => ({
  row: index + 2,
  cells: ['E06000015', '2026-09', String(1_000_000 + index), '2026-09-30', '3', '0', '1', '0', ''],
}));

async function read(name: string, bytes: Uint8Array) {
  const read: ReturnRow[] = [];
  const reading = await readSentFiles(
    [{ name, pieces: inPieces(bytes) }],
    { ...context, organisationId },
    {
      onRows: (_, some) => void read.push(...some),
    },
  );
  return { ...reading, read };
}

describe('reading sent files beside other work', () => {
  test('gives a CSV file’s rows', async () => {
    const bytes = new TextEncoder().encode(states && tableCsv(states, rows));

    const { refusal, read: given, tables } = await read('bed-states.csv', bytes);

    expect(refusal).toBeNull();
    expect(given).toEqual(rows);
    expect(tables).toMatchObject([{ sheet: 'bed-states.csv', headerRow: 1, rowCount: 30_000 }]);
  });

  test('gives a workbook’s rows, opened in a thread of its own', async () => {
    const bytes = await returnWorkbook(context.format, new Map([['bed-states', rows]]));

    const { refusal, read: given, tables, problems } = await read('a.xlsx', bytes);

    expect(refusal).toBeNull();
    expect(given).toEqual(rows);
    expect(tables).toMatchObject([{ table: states, sheet: 'bed-states', rowCount: 30_000 }]);
    expect(problems.map(({ rule }) => rule)).toEqual(['returns/table-missing']);
  }, 20_000);

  test('tells why a file is refused', async () => {
    const { refusal } = await read(
      'a.xlsx',
      new TextEncoder().encode('PK\u0003\u0004 and no more'),
    );

    expect(refusal).toMatchObject({ rule: 'returns/cut-off' });
  });
});
