import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { cellsHash } from './cells-hash.ts';

const cell = { table: 'stability', codes: 'children', indicator: null };

test('cells are known by a line each, in whatever order they come', () => {
  const [one, other] = [
    { ...cell, area: 'E06000015', value: 85, symbol: null },
    { ...cell, area: 'consortium', value: null, symbol: 'c' as const },
  ];
  const text = 'stability|children|E06000015|85\nstability|children|consortium|c';

  expect(cellsHash([other, one])).toBe(createHash('sha256').update(text).digest('hex'));
  expect(cellsHash([other, { ...one, value: 90 }])).not.toBe(cellsHash([other, one]));
});
