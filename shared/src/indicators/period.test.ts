import { expect, test } from 'vitest';
import { financialYear, snapshotAt31March, yearEnding31March } from './period.ts';

test('a snapshot is one day', () => {
  expect(snapshotAt31March('2025')).toEqual({
    label: '2025',
    startsOn: '2025-03-31',
    endsOn: '2025-03-31',
  });
});

test('a year named by its end begins in the April before', () => {
  expect(yearEnding31March('2025')).toEqual({
    label: '2025',
    startsOn: '2024-04-01',
    endsOn: '2025-03-31',
  });
});

test('a financial year crosses a century', () => {
  expect(financialYear('1999-00')).toEqual({
    label: '1999-00',
    startsOn: '1999-04-01',
    endsOn: '2000-03-31',
  });
});
