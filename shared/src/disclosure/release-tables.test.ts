import { describe, expect, test } from 'vitest';
import { datasets } from '../indicators/indicator.ts';
import { releaseTitle } from './release-name.ts';
import { releaseTablesOf } from './release-tables.ts';

const tableOf = (dataset: (typeof datasets)[number], name: string) =>
  releaseTablesOf(dataset).find((table) => table.name === name);

const places = (dataset: (typeof datasets)[number]) =>
  releaseTablesOf(dataset).flatMap(({ rows }) =>
    rows.map(({ table, codes }) => `${table}|${codes}`),
  );

describe('a release', () => {
  test.each(datasets)('of %s tells its cells apart', (dataset) => {
    expect(new Set(places(dataset)).size).toBe(places(dataset).length);
  });

  test('breaks a table down by its characteristics, with a total over each', () => {
    const table = tableOf('placements', 'children-by-distance');

    expect(table?.columns).toEqual(['Inside or outside the authority', 'Distance from home']);
    expect(table?.rows).toHaveLength(16);
    expect(table?.rows.at(-2)).toMatchObject({
      codes: 'total|NK',
      labels: ['Total', 'Not known or not recorded'],
      unit: 'children',
    });
  });

  test('has no total where a characteristic has none', () => {
    const codes = tableOf('fostering', 'recruitment')?.rows.map((row) => row.codes);

    expect(codes).toContain('APPROVAL|total');
    expect(codes).not.toContain('total|total');
  });

  test('says what is counted where a table counts several things', () => {
    const table = tableOf('fostering', 'households-and-places');

    expect(table).toMatchObject({ unit: null, columns: ['Type of household', 'What is counted'] });
    expect(table?.rows[3]).toMatchObject({
      codes: 'MAINSTREAM|vacant_places',
      labels: ['Mainstream, with fostering to adopt', 'Vacant places'],
      unit: 'places',
    });
  });

  test('has no records', () => {
    expect(releaseTablesOf('beds').map(({ name }) => name)).toEqual(['indicators']);
    expect(tableOf('providers', 'block-contracts')).toBeUndefined();
  });

  test('shows what a percentage is worked out from, where no table does', () => {
    const rows = tableOf('demand', 'indicators')?.rows.map(({ table, codes }) => [table, codes]);

    expect(rows).toEqual([
      ['placement-requests-month', ''],
      ['requests-within-three-days-share-month', ''],
      ['requests-within-three-days-share-month', 'numerator'],
      ['requests-without-placement-month', ''],
    ]);
  });

  test('is called by what, whose, when, for whom, and which', () => {
    const title = releaseTitle({
      consortium: 'D2N2',
      dataset: 'costs',
      period: '2026-09',
      audience: 'PUBLIC',
      version: 2,
    });

    expect(title).toBe('What placements cost, D2N2, September 2026, for the public, version 2');
  });
});
