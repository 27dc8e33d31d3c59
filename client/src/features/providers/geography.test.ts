import { expect, test } from 'vitest';
import boundaries from './geography/boundaries.json' with { type: 'json' };
import hexagons from './geography/hexagons.json' with { type: 'json' };

test('maps have the same 153 authorities, by today’s codes', () => {
  expect(Object.keys(boundaries)).toHaveLength(153);
  expect(Object.keys(hexagons)).toEqual(Object.keys(boundaries));
  expect(Object.keys(hexagons)).toEqual(expect.arrayContaining(['E08000038', 'E08000039']));
});

test('no two authorities have one hexagon', () => {
  expect(new Set(Object.values(hexagons).map(String)).size).toBe(153);
});
