import { smallDirectory } from '@sufficiency/shared/authorities/directory.fixture.ts';
import { expect, test } from 'vitest';
import { readBoundaries } from './boundaries.importer.ts';

const square = (east: number, north: number, side: number) => [
  [
    [east, north],
    [east + side, north],
    [east + side, north + side],
    [east, north + side],
    [east, north],
  ],
];

const area = (areacd: string, geometry: object) => ({ properties: { areacd }, geometry });

const read = (...features: object[]) =>
  readBoundaries(JSON.stringify({ features }), smallDirectory);

test('the middle of an authority is that of its boundary', () => {
  expect(read(area('E06000015', { type: 'Polygon', coordinates: square(-2, 52, 1) }))).toEqual({
    rows: [{ authority: 'E06000015', latitude: 52.5, longitude: -1.5 }],
    issues: [],
  });
});

test('of several parts the larger weighs more', () => {
  const { rows } = read(
    area('E10000007', { type: 'MultiPolygon', coordinates: [square(0, 52, 2), square(4, 52, 1)] }),
  );

  expect(rows).toEqual([
    {
      authority: 'E10000007',
      latitude: expect.closeTo(52.9, 6),
      longitude: expect.closeTo(1.7, 6),
    },
  ]);
});

test('an area that is no authority is refused', () => {
  expect(
    read(area('W06000015', { type: 'Polygon', coordinates: square(0, 52, 1) })).issues,
  ).toEqual([{ row: 1, column: 'areacd', message: 'must be an authority in England' }]);
});

test.each(['', '{}', '[]', '{"features":[{"properties":{"areacd":"E06000015"}}]}'])(
  '“%s” is refused',
  (text) => {
    expect(readBoundaries(text, smallDirectory)).toMatchObject({
      rows: [],
      issues: [{ column: 'features' }],
    });
  },
);
