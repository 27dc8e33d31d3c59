import { expect, test } from 'vitest';
import { versionRead } from './home-version.ts';

const counts = {
  registered: 2,
  operational: 2,
  usable: 2,
  occupied: 1,
  reserved: 0,
  accepting: 1,
  closed: 0,
};
const event = {
  version: 4,
  at: '2026-11-23T09:00:00Z',
  kind: 'CHANGED',
  by: 'PROVIDER',
  counts,
} as const;
const home = (registered: number, versions: readonly number[]) => ({
  version: 6,
  counts: { ...counts, registered, occupancies: [], lost: { places: 0, percent: null } },
  events: { edges: versions.map((version) => ({ node: { ...event, version } })) },
});

test('what was read of a home is as its newest event left it, whatever its line says since', () => {
  expect(versionRead(home(2, [5, 4]))).toBe(5);
});

test('a home without places, of which no event is written, is as its line says', () => {
  expect(versionRead(home(0, [4]))).toBe(6);
  expect(versionRead(home(2, []))).toBe(6);
});
