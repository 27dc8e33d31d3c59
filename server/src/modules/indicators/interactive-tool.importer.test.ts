import { smallDirectory } from '@sufficiency/shared/authorities/directory.fixture.ts';
import { describe, expect, test } from 'vitest';
import { cellsOf } from './figure-cells.fixture.ts';
import { readInteractiveTool } from './interactive-tool.importer.ts';

const header = 'Short Desc,Years,LA and Regions,LA Number,Region,Values';
const approved = 'Number_Foster_Places(New)';
const filled = 'Number_Foster_Places_Filled(New)';

const read = (...lines: readonly string[]) =>
  readInteractiveTool([header, ...lines].join('\n'), smallDirectory);

describe('the Local Authority Interactive Tool', () => {
  test('gives foster places, and the share of them that is filled is worked out', () => {
    const { figures } = read(
      `${approved},2025,Derby,831,East Midlands,215`,
      `${filled},2025,Derby,831,East Midlands,120`,
    );

    expect(figures).toMatchObject([
      { indicator: 'foster-places-approved', value: 215, formula: null },
      {
        indicator: 'foster-places-filled-share',
        value: 56,
        numerator: 120,
        denominator: 215,
        formula: '120 ÷ 215 × 100',
      },
    ]);
  });

  test('gives unit costs of an outturn year, and leaves out earlier years and other measures', () => {
    const { figures } = read(
      'RescareFinance,2024-25 (OT),Derby,831,East Midlands,8720',
      'RescareFinance,2020-21 (OT),Derby,831,East Midlands,5000',
      'LACDistance,2025,Derby,831,East Midlands,30',
    );

    expect(cellsOf(figures)).toEqual([['residential-weekly-cost', 'E06000015', '2024-25', 8720]]);
  });

  test('joins regions by the tool’s own numbers and leaves out areas that ended', () => {
    const { figures, issues } = read(
      'FosteringFinance,2024-25 (OT),England,970,NA,765',
      'FosteringFinance,2024-25 (OT),East Midlands,983,NA,800',
      'FosteringFinance,2024-25 (OT),London (Inner),987,NA,965',
      'FosteringFinance,2024-25 (OT),Northamptonshire,928,East Midlands,-',
    );

    expect(issues).toEqual([]);
    expect(cellsOf(figures)).toEqual([
      ['fostering-weekly-cost', 'E92000001', '2024-25', 765],
      ['fostering-weekly-cost', 'E12000004', '2024-25', 800],
    ]);
  });

  test('says why a dash stands for an authority that reports through a joint service', () => {
    const { figures } = read(`${approved},2025,Westminster,213,Inner London,-`);

    expect(figures).toMatchObject([
      { symbol: 'x', reason: expect.stringContaining('London Tri-borough') },
      { symbol: 'x', reason: expect.stringContaining('London Tri-borough') },
    ]);
  });

  test('cannot say what kind of missing another dash is', () => {
    const { figures } = read('RescareFinance,2024-25 (OT),Derby,831,East Midlands,-');

    expect(figures).toMatchObject([
      { value: null, symbol: 'x', reason: expect.stringContaining('every kind of missing') },
    ]);
  });

  test('refuses a period it does not know, such as a budget', () => {
    const { issues } = read('RescareFinance,2024-25 (Budget),Derby,831,East Midlands,8720');

    expect(issues).toMatchObject([{ row: 1, column: 'Years' }]);
  });
});
