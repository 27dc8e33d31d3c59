import { describe, expect, test } from 'vitest';
import {
  buildAddress,
  releaseAddress,
  releasesFilter,
  releasesSearch,
  releaseView,
  viewSearch,
} from './release-address.ts';

test('a release is read where its key says', () => {
  expect(releaseAddress('d2n2/placements/2026-09/members/2')).toBe(
    '/d2n2/releases/placements/2026-09/members/2',
  );
});

describe('a filter', () => {
  test('is kept in the address and comes back from it', () => {
    const filter = {
      dataset: 'placements',
      month: '2026-09',
      audience: 'REVIEWERS',
      status: 'READY',
    } as const;
    const search = releasesSearch(filter);

    expect(String(search)).toBe('dataset=placements&month=2026-09&audience=reviewers&status=ready');
    expect(releasesFilter(search)).toEqual(filter);
  });

  test('is not narrowed by what cannot be read', () => {
    expect(releasesFilter(new URLSearchParams('month=soon&audience=ALL&status=x'))).toEqual({
      dataset: null,
      month: null,
      audience: null,
      status: null,
    });
  });
});

test('a view is kept in the address and comes back from it', () => {
  const view = { table: 'children-by-distance', row: 'IN|total' };

  expect(releaseView(new URLSearchParams(viewSearch(view)))).toEqual(view);
});

test('what is to be built again is chosen already', () => {
  expect(buildAddress('d2n2', { dataset: 'costs', month: '2026-09', audience: 'PUBLIC' })).toBe(
    '/d2n2/releases/build?dataset=costs&month=2026-09&audience=public',
  );
});
