import { expect, test } from 'vitest';
import { canAllDiffer } from './other-prices.ts';

/** Whether each of some prices could be a tenth higher, or lower, with so much room. */
const differ = (
  sums: readonly (readonly number[])[],
  by: number,
  up = sums[0]?.map(() => 0.5) ?? [],
): boolean =>
  canAllDiffer(
    sums.map((parts) => Float64Array.from(parts)),
    { up: Float64Array.from(up), down: Float64Array.from(up, () => 0.5) },
    Float64Array.from(up, () => by),
  );

test.each([0.1, -0.1])('prices of one sum hide one another, by %s', (by) => {
  expect(differ([[1_000, 900, 800]], by)).toBe(true);
  expect(differ([[1_000, 200, 60]], by)).toBe(true);
  expect(differ([[1_000, 60, 60]], by)).toBe(false);
  expect(differ([[1_000]], by)).toBe(false);
});

test.each([0.1, -0.1])('two sums that differ by one price tell that one, by %s', (by) => {
  const sums = [
    [500, 400, 300, 200],
    [500, 400, 300, 0],
  ];

  expect(differ(sums, by)).toBe(false);
  expect(differ([...sums.slice(1), [100, 700, 300, 200]], by)).toBe(true);
});

test('the same sum twice tells nothing more', () => {
  expect(
    differ(
      [
        [500, 400, 300],
        [500, 400, 300],
      ],
      0.1,
    ),
  ).toBe(true);
  expect(
    differ(
      [
        [500, 400, 300],
        [1_000, 800, 600],
      ],
      0.1,
    ),
  ).toBe(true);
});

test('a price at its maximum may be lower where others may be higher', () => {
  expect(differ([[500, 400, 300, 300]], -0.1, [0, 0.5, 0.5, 0.5])).toBe(true);
  expect(differ([[500, 400, 300, 300]], -0.1, [0, 0, 0, 0.05])).toBe(false);
});
