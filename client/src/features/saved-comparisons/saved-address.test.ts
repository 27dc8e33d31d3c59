import { expect, test } from 'vitest';
import { decodeAddress } from '../indicators/compare-address.ts';
import { firstState } from '../indicators/compare-state.ts';
import { savedAddress } from './saved-address.ts';

test('a saved comparison opens as it was saved', () => {
  const address = savedAddress({
    consortium: 'd2n2',
    indicators: ['cla-rate', 'cla-number'],
    authorities: ['E06000015'],
    period: '2024-25',
    periods: 3,
    comparators: ['england'],
    asAt: '2026-03-31T09:00:00Z',
  });

  const [path, search = ''] = address.split('?');
  expect(path).toBe('/d2n2/compare');
  expect(decodeAddress(search, '2026-11-22')).toEqual({
    state: {
      ...firstState,
      indicators: ['cla-rate', 'cla-number'],
      authorities: ['E06000015'],
      period: '2024-25',
      periods: 3,
      comparators: ['england'],
      asAt: '2026-03-31T09:00:00Z',
    },
    repairs: [],
  });
});
