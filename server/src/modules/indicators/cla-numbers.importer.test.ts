import { smallDirectory } from '@sufficiency/shared/authorities/directory.fixture.ts';
import { describe, expect, test } from 'vitest';
import { readClaNumbers } from './cla-numbers.importer.ts';
import { cellsOf } from './figure-cells.fixture.ts';

const header =
  '\uFEFFtime_period,geographic_level,region_code,new_la_code,population_type,population_estimate,children_count,rate_per_10000';
const stock = 'Children looked after on 31 March each year';

const read = (...lines: readonly string[]) =>
  readClaNumbers([header, ...lines].join('\n'), smallDirectory);

describe('numbers and rates of children looked after', () => {
  test('are taken as published, with the parts of the rate beside it', () => {
    const { figures, issues } = read(
      `2025,Local authority,E12000004,E06000015,${stock},62113,545,88`,
    );

    expect(issues).toEqual([]);
    expect(figures).toMatchObject([
      { indicator: 'cla-number', area: 'E06000015', value: 545, numerator: null },
      { indicator: 'cla-rate', value: 88, numerator: 545, denominator: 62113, formula: null },
    ]);
  });

  test('leave out children starting and ceasing, Inner London and areas that ended', () => {
    const { figures, issues } = read(
      '2025,National,,,Children starting to be looked after each year,12183016,32270,26',
      `2025,Regional,E13000001,,${stock},700000,4000,57`,
      `2021,Local authority,E12000004,E10000021,${stock},170000,1150,68`,
    );

    expect(figures).toEqual([]);
    expect(issues).toEqual([]);
  });

  test('keep England and regions under their own codes', () => {
    const { figures } = read(
      `2025,National,,,${stock},12183016,81770,67`,
      `2025,Regional,E12000004,,${stock},1032130,6410,62`,
    );

    expect(cellsOf(figures)).toEqual([
      ['cla-number', 'E92000001', '2025', 81770],
      ['cla-rate', 'E92000001', '2025', 67],
      ['cla-number', 'E12000004', '2025', 6410],
      ['cla-rate', 'E12000004', '2025', 62],
    ]);
  });

  test('say of an authority that did not exist yet who was published instead', () => {
    const { figures } = read(`2021,Local authority,E12000004,E06000061,${stock},x,z,z`);

    expect(figures).toMatchObject([
      { symbol: 'z', reason: 'Published for Northamptonshire, which ended on 31 March 2021.' },
      { symbol: 'z', reason: 'Published for Northamptonshire, which ended on 31 March 2021.' },
    ]);
  });

  test('carry nothing beside a rate that is confidential', () => {
    const { figures } = read(`2025,Local authority,E12000004,E06000015,${stock},847,c,c`);

    expect(figures).toMatchObject([
      { value: null, symbol: 'c', numerator: null, denominator: null },
      { value: null, symbol: 'c', numerator: null, denominator: null },
    ]);
  });

  test('refuse a blank cell, which is neither zero nor a symbol', () => {
    const { figures, issues } = read(`2025,Local authority,E12000004,E06000015,${stock},62113,,88`);

    expect(figures).toEqual([]);
    expect(issues).toEqual([
      {
        row: 1,
        column: 'children_count',
        message: 'must be a number or one of the symbols z, x, c, k and u',
      },
    ]);
  });

  test('refuse an area nobody knows', () => {
    const { issues } = read(`2025,Local authority,E12000004,E06009999,${stock},62113,545,88`);

    expect(issues).toEqual([{ row: 1, column: 'new_la_code', message: 'must be a known area' }]);
  });
});
