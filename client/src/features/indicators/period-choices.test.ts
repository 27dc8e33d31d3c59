import { expect, test } from 'vitest';
import { periodChoices } from './period-choices.ts';

test('periods to choose from come latest first, with how many indicators have each', () => {
  const yearly = { label: '2024', endsOn: '2024-03-31' };
  const latest = { label: '2025', endsOn: '2025-03-31' };
  const financial = { label: '2024-25', endsOn: '2025-03-31' };

  expect(
    periodChoices([{ periods: [yearly, latest] }, { periods: [latest] }, { periods: [financial] }]),
  ).toEqual([
    { label: '2025', count: 2 },
    { label: '2024-25', count: 1 },
    { label: '2024', count: 1 },
  ]);
});
