import { expect, test } from 'vitest';
import { steadyRows } from './steady-rows.ts';

const row = (key: string, value = 0) => ({ key, value });
const stands = (key: string, value = 0, isGone = false) => ({ row: row(key, value), isGone });

test('rows stay where they stood: one that is gone is marked, what changed is renewed, new ones come last', () => {
  const before = [stands('a', 1), stands('b', 2), stands('c', 3)];

  expect(steadyRows(before, [row('d'), row('c', 4), row('a', 1)], ({ key }) => key)).toEqual([
    stands('a', 1),
    stands('b', 2, true),
    stands('c', 4),
    stands('d'),
  ]);
});

test('a row that comes back stands where it stood', () => {
  expect(
    steadyRows([stands('a', 1, true), stands('b')], [row('b'), row('a', 2)], ({ key }) => key),
  ).toEqual([stands('a', 2), stands('b')]);
});
