import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectedIndicators } from '../indicators/collected-indicators.ts';
import { datasets } from '../indicators/indicator.ts';
import { figuresOf } from './derive.ts';
import { authority, figures, period, rowsOf, types } from './return-rows.fixture.ts';

describe('a return', () => {
  test.each(datasets)(
    'of %s says every collected indicator of it, not available where it has no table',
    (dataset) => {
      const derived = figuresOf({ dataset, authority, period, tables: new Map() });

      expect(
        derived.map(({ indicator, value, symbol, rows }) => [indicator, value, symbol, rows]),
      ).toEqual(
        collectedIndicators
          .filter(({ contract }) => contract.dataset === dataset)
          .map(({ contract }) => [contract.key, null, 'x', []]),
      );
    },
  );

  test('says nothing of another authority or another month', () => {
    const tables = new Map([
      [
        'block-contracts',
        [
          {
            row: 2,
            cells: [authority, period, 'B-1', 'A', '', '2026-04-01', '', '3', '3', '0', '9'],
          },
          {
            row: 3,
            cells: ['E06000018', period, 'B-1', 'A', '', '2026-04-01', '', '3', '3', '0', '9'],
          },
          {
            row: 4,
            cells: [authority, '2026-08', 'B-1', 'A', '', '2026-04-01', '', '3', '3', '0', '9'],
          },
        ],
      ],
    ]);

    const derived = figuresOf({ dataset: 'providers', authority, period, tables });

    expect(derived).toContainEqual(
      expect.objectContaining({ indicator: 'block-beds-month-end', value: 3, rows: [2] }),
    );
  });
});

describe('children by placement type', () => {
  test('add up, whatever the numbers: four groups are all children', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(500), { minLength: types.length, maxLength: types.length }),
        (counts) => {
          const rows = rowsOf(...types.map((type, index) => [type, String(counts[index])]));

          const said = figures('placements', { 'children-by-placement-type': rows });

          expect(said['cla-month-end']?.value).toBe(counts.reduce((sum, count) => sum + count, 0));
          expect(said['cla-month-end']?.value).toBe(
            (said['cla-month-end-foster']?.value ?? Number.NaN) +
              (said['cla-month-end-residential']?.value ?? Number.NaN) +
              (said['cla-month-end-supported']?.value ?? Number.NaN) +
              (said['cla-month-end-other']?.value ?? Number.NaN),
          );
        },
      ),
    );
  });

  test('take the total that the return gives as it stands', () => {
    const rows = rowsOf(['U1', '40'], ['U6', '50'], ['K2', 'c'], ['TOTAL', '101']);

    const said = figures('placements', { 'children-by-placement-type': rows });

    expect(said['cla-month-end']).toEqual({
      indicator: 'cla-month-end',
      value: 101,
      symbol: null,
      numerator: null,
      denominator: null,
      formula: null,
      table: 'children-by-placement-type',
      rows: [5],
    });
  });

  test('count codes without a row as none where the total shows it, and only there', () => {
    const parts = [
      ['U1', '40'],
      ['U6', '50'],
      ['K2', '10'],
    ];

    const shown = figures('placements', {
      'children-by-placement-type': rowsOf(...parts, ['TOTAL', '100']),
    });
    const notShown = figures('placements', { 'children-by-placement-type': rowsOf(...parts) });
    const wrong = figures('placements', {
      'children-by-placement-type': rowsOf(...parts, ['TOTAL', '101']),
    });

    expect(shown['cla-month-end-foster']).toMatchObject({
      value: 90,
      formula: 'sum of children with placement types U1 to U6',
      rows: [2, 3, 5],
    });
    expect(shown['cla-month-end-supported']).toMatchObject({ value: 0, symbol: null, rows: [5] });
    expect(notShown['cla-month-end-foster']).toMatchObject({
      value: null,
      symbol: 'x',
      rows: [2, 3],
    });
    expect(notShown['cla-month-end']).toMatchObject({ value: null, symbol: 'x' });
    expect(wrong['cla-month-end-foster']).toMatchObject({ value: null, symbol: 'x' });
  });

  test('never recover a number that is confidential', () => {
    const rows = rowsOf(...types.map((type) => [type, type === 'K1' ? 'c' : '3']), [
      'TOTAL',
      '100',
    ]);

    const said = figures('placements', { 'children-by-placement-type': rows });

    expect(said['cla-month-end-residential']).toMatchObject({ value: null, symbol: 'x' });
    expect(said['cla-month-end-residential-share']).toMatchObject({
      value: null,
      symbol: 'x',
      numerator: null,
      denominator: 100,
    });
    expect(said['cla-month-end-foster']).toMatchObject({ value: 18 });
  });

  test('make a share of all children, rounded as the indicator says', () => {
    const rows = rowsOf(['U1', '1'], ['K2', '2'], ['TOTAL', '3']);

    const said = figures('placements', { 'children-by-placement-type': rows });

    expect(said['cla-month-end-foster-share']).toEqual({
      indicator: 'cla-month-end-foster-share',
      value: 33.3,
      symbol: null,
      numerator: 1,
      denominator: 3,
      formula: 'children with placement types U1 to U6 ÷ all children looked after × 100',
      table: 'children-by-placement-type',
      rows: [2, 4],
    });
  });
});

describe('a table with two characteristics', () => {
  const cross = [
    ['IN', 'UPTO20', '50'],
    ['IN', 'OVER20', '5'],
    ['IN', 'NK', '1'],
    ['OUT', 'UPTO20', '20'],
    ['OUT', 'OVER20', '15'],
    ['OUT', 'NK', '0'],
    ['NK', 'UPTO20', '0'],
    ['NK', 'OVER20', '0'],
    ['NK', 'NK', '9'],
  ];

  test('is added over either', () => {
    const said = figures('placements', { 'children-by-distance': rowsOf(...cross) });

    expect(said['cla-month-end-outside-area-share']).toMatchObject({
      value: 35,
      numerator: 35,
      denominator: 100,
    });
    expect(said['cla-month-end-over-20-miles-share']).toMatchObject({ value: 20, numerator: 20 });
  });

  test('uses a total of one of them where it has one', () => {
    const rows = rowsOf(
      ['OUT', 'TOTAL', '35'],
      ['TOTAL', 'OVER20', 'c'],
      ['TOTAL', 'TOTAL', '100'],
    );

    const said = figures('placements', { 'children-by-distance': rows });

    expect(said['cla-month-end-outside-area-share']).toMatchObject({ value: 35, rows: [2, 4] });
    expect(said['cla-month-end-over-20-miles-share']).toMatchObject({
      value: null,
      symbol: 'c',
      rows: [3, 4],
    });
  });

  test('has a total for each stage where stages have no total', () => {
    const rows = rowsOf(
      ['ENQUIRY', 'MAINSTREAM', '30'],
      ['ENQUIRY', 'TOTAL', '30'],
      ['APPROVAL', 'MAINSTREAM', '2'],
      ['APPROVAL', 'FAMILY-FRIENDS', '3'],
    );

    const said = figures('fostering', { recruitment: rows });

    expect(said['fostering-enquiries-month']).toMatchObject({
      value: 30,
      formula: null,
      rows: [3],
    });
    expect(said['fostering-approvals-month']).toMatchObject({ value: null, symbol: 'x' });
  });
});
