import { describe, expect, test } from 'vitest';
import { comparabilityWords, hasFigures } from './comparability.ts';
import { answer, cell, missing, names } from './comparison-fixture.ts';
import type { ComparedRow } from './comparison-model.ts';
import { comparedView } from './comparison-model.ts';

const viewOf = (cells: readonly ReturnType<typeof cell>[]) => comparedView(answer(cells), names);

function incomparable(cells: readonly ReturnType<typeof cell>[]): ComparedRow[] {
  return viewOf(cells).rows.map((row) => ({ ...row, comparable: false }));
}

describe('what is said of a row', () => {
  test('is to compare with care where there is something to compare', () => {
    expect(viewOf([cell()]).rows.map(comparabilityWords)).toEqual(['Compare with care']);
  });

  test('is that it cannot be compared with one figure alone', () => {
    expect(incomparable([cell()]).map(comparabilityWords)).toEqual(['Not comparable']);
  });

  test('is that it is not shared where nothing may be seen', () => {
    const hidden = cell({ figure: { ...missing('x'), why: 'not shared: no agreement' } });
    const unpublished = { ...missing('x'), why: 'not available: no public figure' };
    const england = cell({ subject: 'england', code: null, figure: unpublished });

    expect(incomparable([hidden, england]).map(comparabilityWords)).toEqual([
      'Not shared with you',
    ]);
  });

  test('is that there are no figures of the period', () => {
    const none = cell({ figure: { ...missing('x'), why: 'not available: no such period' } });
    expect(incomparable([none]).map(comparabilityWords)).toEqual(['No figures for 2025']);
  });
});

test('a comparison has figures when one has a value', () => {
  expect(hasFigures(viewOf([cell(), cell({ code: 'E06000018', figure: missing('c') })]))).toBe(
    true,
  );
  expect(hasFigures(viewOf([cell({ figure: missing('c') })]))).toBe(false);
});
