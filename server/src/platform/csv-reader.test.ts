import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readCsvLines, readCsvRows } from './csv-reader.ts';

const place = z.object({
  name: z.string(),
  homes: z.string().regex(/^\d+$/, 'must be a whole number'),
});

describe('reading rows under a header', () => {
  test('drops a byte order mark and leaves out columns nobody asked for', () => {
    const { rows, issues } = readCsvRows(
      '\uFEFFname,region,homes\nDerby,East Midlands,36\n',
      place,
    );

    expect(rows).toEqual([{ name: 'Derby', homes: '36' }]);
    expect(issues).toEqual([]);
  });

  test('finds a header that stands below notes and has line breaks in its cells', () => {
    const csv = 'A title,,\n"A note, with a comma",,\n"\nname","\nhomes"\nDerby,36\n';

    expect(readCsvRows(csv, place, { headerLine: 3 }).rows).toEqual([
      { name: 'Derby', homes: '36' },
    ]);
  });

  test('tells every problem with its row and column', () => {
    const { rows, issues } = readCsvRows(
      'name,homes\nDerby,\nDerbyshire,73\nNottingham,many\n',
      place,
    );

    expect(rows).toEqual([{ name: 'Derbyshire', homes: '73' }]);
    expect(issues).toEqual([
      { row: 1, column: 'homes', message: 'must be a whole number' },
      { row: 3, column: 'homes', message: 'must be a whole number' },
    ]);
  });

  test('reports text that is not CSV instead of failing', () => {
    const { rows, issues } = readCsvLines('a,"b\n');

    expect(rows).toEqual([]);
    expect(issues).toMatchObject([{ row: 0, column: '' }]);
  });
});
