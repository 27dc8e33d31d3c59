import { createAuthorityDirectory } from '@sufficiency/shared/authorities/directory.ts';
import { expect, test } from 'vitest';
import { readPopulation } from './population.importer.ts';

const directory = createAuthorityDirectory(
  [
    { code: 'E08000039', dfeCode: '373', name: 'Sheffield', regionCode: 'E12000003' },
    { code: 'E06000061', dfeCode: '940', name: 'North Northamptonshire', regionCode: 'E12000004' },
  ],
  [{ code: 'E12000003', name: 'Yorkshire and The Humber' }],
);

test('population follows an area through a change of code, and is not available before an authority existed', () => {
  const { rows, issues } = readPopulation(
    [
      'time_period,geographic_level,region_code,new_la_code,population_estimate',
      '2020,National,,,12000000',
      '2020,Regional,E12000003,,1150000',
      '2020,Regional,E13000001,,700000',
      '2020,Local authority,E12000003,E08000019,112850',
      '2020,Local authority,E12000004,E10000021,170000',
    ].join('\n'),
    directory,
  );

  expect(issues).toEqual([]);
  expect(rows).toEqual([
    { area: 'E06000061', year: 2020, children: null, symbol: 'x' },
    { area: 'E08000039', year: 2020, children: 112_850, symbol: null },
    { area: 'E92000001', year: 2020, children: 12_000_000, symbol: null },
    { area: 'E12000003', year: 2020, children: 1_150_000, symbol: null },
  ]);
});
