import { describe, expect, test } from 'vitest';
import { readEesCsv } from './tidy-csv.ts';

const header =
  'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,cla_group,number,percentage';

const inDerby = (...cells: readonly string[]) =>
  ['2025,Reporting year,Local authority,E92000001,England,,,831,E06000015,Derby', ...cells].join(
    ',',
  );

const read = (...lines: readonly string[]) => readEesCsv([header, ...lines].join('\n'));

describe('a tidy file of Explore Education Statistics', () => {
  test('is read as figures by filters, with each row’s own area', () => {
    const { filters, indicators, rows, issues } = read(
      '2025,Reporting year,National,E92000001,England,,,,,,Total,81770,100',
      '2025,Reporting year,Regional,E92000001,England,E12000004,East Midlands,,,,Total,6410,7.8',
      inDerby('Total', '545', 'c'),
    );

    expect({ filters, indicators, issues }).toEqual({
      filters: ['cla_group'],
      indicators: ['number', 'percentage'],
      issues: [],
    });
    expect(rows).toMatchObject([
      { area: { code: 'E92000001', name: 'England' } },
      { area: { code: 'E12000004', name: 'East Midlands' } },
      {
        row: 3,
        timePeriod: '2025',
        timeIdentifier: 'Reporting year',
        level: 'Local authority',
        area: { code: 'E06000015', name: 'Derby' },
        filters: ['Total'],
        values: [
          { value: 545, symbol: null },
          { value: null, symbol: 'c' },
        ],
      },
    ]);
  });

  test.each([
    ['c', 'c'],
    ['z', 'z'],
    ['x', 'x'],
    ['k', 'k'],
    ['u', 'u'],
    ['low', 'k'],
  ])('keeps the symbol %s and never makes it a zero', (written, symbol) => {
    const { rows, issues } = read(inDerby('Total', '1', written), inDerby('Boys', '0', '2'));

    expect(rows[0]?.values[1]).toEqual({ value: null, symbol });
    expect(rows[1]?.values[0]).toEqual({ value: 0, symbol: null });
    expect(issues).toEqual([]);
  });

  test.each([
    [':', 'x'],
    ['~', 'k'],
    ['..', 'x'],
    ['', 'x'],
  ])('understands “%s” of former years and says what to write', (written, symbol) => {
    const { rows, issues } = read(inDerby('Total', '1', written), inDerby('Boys', '0', '2'));

    expect(rows[0]?.values[1]).toEqual({ value: null, symbol });
    expect(issues).toEqual([
      {
        row: 1,
        column: 'percentage',
        message: 'must be a number, or one of c, z, x, k, u and low',
      },
    ]);
  });

  test('tells every fault with its row and column', () => {
    const { issues } = read(
      inDerby('Total', '1', '2'),
      inDerby('Total', '1', '2'),
      inDerby('', '1', '2'),
      '2025,Academic year,Local authority,E92000001,England,,,831,,Derby,Boys,1,2',
      '202527,Financial year,County,E92000001,England,,,,,,Boys,1,2',
    );

    expect(issues.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '3 cla_group',
      '4 time_period',
      '4 new_la_code',
      '5 time_period',
      '5 geographic_level',
      '2 ',
    ]);
  });

  test('takes academic and financial years as six digits', () => {
    const { issues } = read(
      '202526,Academic year,National,E92000001,England,,,,,,Total,1,2',
      '199900,Financial year,National,E92000001,England,,,,,,Total,1,2',
    );

    expect(issues).toEqual([]);
  });

  test('is told from another file', () => {
    expect(readEesCsv('CHILD,DOB\n1,2\n')).toMatchObject({
      rows: [],
      issues: [
        { column: 'time_period' },
        { column: 'time_identifier' },
        { column: 'geographic_level' },
      ],
    });
  });
});
