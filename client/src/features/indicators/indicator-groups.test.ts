import { expect, test } from 'vitest';
import { indicatorGroups } from './indicator-groups.ts';

const indicator = (key: string, collected: boolean, ...labels: string[]) => ({
  id: key,
  key,
  title: `Title of ${key}`,
  dataset: 'costs',
  unit: 'GBP per week',
  collected,
  periods: labels.map((label) => ({ label, endsOn: label })),
});

test('what is published stands apart from what returns say, each with its periods in words', () => {
  const groups = indicatorGroups([
    indicator('fees-in-year', true, '2026-01', '2026-10'),
    indicator('fees', false, '2023-24', '2024-25'),
    indicator('fees-once', false, '2025'),
    indicator('fees-planned', true),
  ]);

  expect(groups).toEqual([
    {
      title: 'Costs',
      choices: [
        { value: 'fees', text: 'Title of fees', hint: 'GBP per week · 2023-24 to 2024-25' },
        { value: 'fees-once', text: 'Title of fees-once', hint: 'GBP per week · 2025' },
      ],
    },
    {
      title: 'Costs: in-year, from returns',
      choices: [
        {
          value: 'fees-in-year',
          text: 'Title of fees-in-year',
          hint: 'GBP per week · January 2026 to October 2026',
        },
        {
          value: 'fees-planned',
          text: 'Title of fees-planned',
          hint: 'GBP per week · no figures yet',
        },
      ],
    },
  ]);
});
