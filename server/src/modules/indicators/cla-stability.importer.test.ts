import { smallDirectory } from '@sufficiency/shared/authorities/directory.fixture.ts';
import { expect, test } from 'vitest';
import { readClaStability } from './cla-stability.importer.ts';

const header =
  'time_period,geographic_level,region_code,new_la_code,cla_group,placement_stability,children_count,children_percent';
const derby = '2025,Local authority,E12000004,E06000015';
const settled =
  'Children looked after continuously for at least 2.5 years on 31 March aged under 16 years';

test('each measure of stability has the total of its own cohort and its own period', () => {
  const csv = [
    header,
    `${derby},CLA on 31 March,With 3 or more placements during the year,43,8`,
    `${derby},CLA on 31 March,Total children,545,100`,
    `${derby},CLA 2 years on 31 March,With 3 or more placements during the previous 2 years,60,20`,
    `${derby},${settled},Living with the same carer for at least 2 years,172,75`,
    `${derby},${settled},Total children,230,100`,
  ].join('\n');

  const { figures, issues } = readClaStability(csv, smallDirectory);

  expect(issues).toEqual([]);
  expect(figures).toMatchObject([
    {
      indicator: 'three-or-more-placements-share',
      period: { startsOn: '2024-04-01', endsOn: '2025-03-31' },
      value: 8,
      numerator: 43,
      denominator: 545,
    },
    {
      indicator: 'same-placement-two-years-share',
      period: { startsOn: '2025-03-31', endsOn: '2025-03-31' },
      value: 75,
      numerator: 172,
      denominator: 230,
    },
  ]);
});
