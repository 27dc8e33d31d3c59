import { expect, test } from 'vitest';
import { buildChoice } from './release-build.ts';

const today = '2026-11-22';

test('what an address leaves open is the usual: placements for members, the month before the last', () => {
  expect(buildChoice(new URLSearchParams(), today)).toEqual({
    dataset: 'placements',
    month: '2026-09',
    audience: 'MEMBERS',
  });
});

test('an address chooses what to build, as far as it can be read', () => {
  const address = new URLSearchParams('dataset=beds&month=2027-01&audience=public');

  expect(buildChoice(address, today)).toEqual({
    dataset: 'beds',
    month: '2026-09',
    audience: 'PUBLIC',
  });
});
