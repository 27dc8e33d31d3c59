import { describe, expect, test } from 'vitest';
import { readAuthorities, readRegions } from './authorities.importer.ts';

const header = 'new_la_code,la_name,parent_geography_code,status,old_la_code';

describe('the list of local authorities', () => {
  test('gives councils in force, each once, under the code of today', () => {
    const { rows, issues } = readAuthorities(
      [
        header,
        'E08000019,Sheffield,E12000003,terminated,373',
        'E08000039,Sheffield,E12000003,live,373',
        'E06000061 / E06000062,North Northamptonshire / West Northamptonshire,E12000004,live,940 / 941',
        'z,British Forces Post Office overseas establishments,,live,702',
      ].join('\n'),
    );

    expect(issues).toEqual([]);
    expect(rows).toEqual([
      { code: 'E08000039', dfeCode: '373', name: 'Sheffield', regionCode: 'E12000003' },
    ]);
  });

  test('refuses a status it does not know', () => {
    const { issues } = readAuthorities(`${header}\nE08000039,Sheffield,E12000003,planned,373`);

    expect(issues).toMatchObject([{ row: 1, column: 'status' }]);
  });
});

test('the list of regions gives each region of England once', () => {
  const { rows } = readRegions(
    [
      'region_code,region_name',
      'E12000004,East Midlands',
      'E12000004,East Midlands',
      'z,Outside of England',
    ].join('\n'),
  );

  expect(rows).toEqual([{ code: 'E12000004', name: 'East Midlands' }]);
});
