import { describe, expect, test } from 'vitest';
import { searchFormats } from './format-search.ts';
import type { ReturnFormatColumn } from './return-queries.ts';

const aColumn = (name: string, codes: ReturnFormatColumn['codes'] = null): ReturnFormatColumn => ({
  ...{ name, title: name, description: '', kind: 'code', unit: null, optional: false },
  ...{ total: false, example: '', aliases: [], codes },
});
const notice = {
  ...{ name: 'notice', title: 'Notice', source: 'Ours' },
  codes: [{ code: 'CRISIS', label: 'The same day' }],
};
const formats = [
  {
    ...{ name: 'demand 2026-27 v1', dataset: 'demand', collectionYear: '2026-27', title: 'Demand' },
    tables: [
      {
        ...{ name: 'by-notice', title: 'Requests by notice', description: '', basis: 'records' },
        key: [],
        columns: [aColumn('period'), aColumn('notice', notice)],
      },
    ],
  },
];
const columnsFound = (text: string) =>
  searchFormats(formats, text).flatMap(({ tables }) =>
    tables.flatMap(({ columns }) => columns.map(({ name }) => name)),
  );

describe('formats', () => {
  test('are all there without words', () => {
    expect(columnsFound(' ')).toEqual(['period', 'notice']);
  });

  test('keep a whole table whose title matches', () => {
    expect(columnsFound('requests NOTICE')).toEqual(['period', 'notice']);
  });

  test('keep the columns in which a code or its meaning matches', () => {
    expect(columnsFound('same day')).toEqual(['notice']);
  });

  test('are gone where nothing matches', () => {
    expect(searchFormats(formats, 'aeroplane')).toEqual([]);
  });
});
