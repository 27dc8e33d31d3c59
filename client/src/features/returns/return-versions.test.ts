import { expect, test } from 'vitest';
import type { ReturnVersion } from './return-versions.ts';
import { comparableVersions, comparedVersion, newestVersion } from './return-versions.ts';

const aVersion = (version: number, errors: number | null): ReturnVersion => ({
  ...{ id: `v${version}`, version, status: 'READY', kind: 'FILE' },
  ...{ receivedAt: '2026-11-03T10:00:00Z', receivedBy: null },
  problemCounts: errors === null ? null : { errors },
});
const versions = [aVersion(4, 0), aVersion(3, 2), aVersion(2, 0), aVersion(1, 0)];

test('the newest version is told of by every other, and by itself not', () => {
  expect(newestVersion({ version: 2, versions })?.id).toBe('v4');
  expect(newestVersion({ version: 4, versions })).toBeNull();
});

test('a version is compared with the latest before it that has no errors', () => {
  expect(comparedVersion({ version: 4, versions }, null)?.id).toBe('v2');
  expect(comparedVersion({ version: 1, versions }, null)).toBeNull();
});

test('a version is compared with any other that the address names and that has figures', () => {
  expect(comparedVersion({ version: 2, versions }, 'v4')?.id).toBe('v4');
  expect(comparedVersion({ version: 4, versions }, 'v3')?.id).toBe('v2');
});

test('nothing is said of versions whose errors the reader is not told of', () => {
  expect(comparableVersions({ version: 2, versions: [aVersion(2, 0), aVersion(1, null)] })).toEqual(
    [],
  );
});
