import { expect, test } from 'vitest';
import { freshnessOf } from './freshness.ts';

const now = new Date('2026-06-15T11:00:00Z');
const of = (provisionType: 'CHILDRENS_HOME' | 'SUPPORTED_ACCOMMODATION', confirmed: string) =>
  freshnessOf({ provisionType, confirmedAt: new Date(confirmed) }, now);

test('a children’s home is stale after a day, and not on the stroke of it', () => {
  expect(of('CHILDRENS_HOME', '2026-06-14T11:00:00Z')).toEqual({
    ...{ isStale: false, ageHours: 24 },
    staleAt: now,
  });
  expect(of('CHILDRENS_HOME', '2026-06-14T10:59:59Z')).toMatchObject({ isStale: true });
});

test('supported accommodation is stale after three days', () => {
  expect(of('SUPPORTED_ACCOMMODATION', '2026-06-12T12:00:00Z')).toMatchObject({ isStale: false });
  expect(of('SUPPORTED_ACCOMMODATION', '2026-06-12T10:00:00Z')).toMatchObject({
    ...{ isStale: true, ageHours: 73 },
    staleAt: new Date('2026-06-15T10:00:00Z'),
  });
});

test('what was never confirmed is stale', () => {
  expect(freshnessOf({ provisionType: 'CHILDRENS_HOME', confirmedAt: null }, now)).toEqual({
    ...{ isStale: true, ageHours: null, staleAt: null },
  });
});
