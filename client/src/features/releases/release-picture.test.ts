import { describe, expect, test } from 'vitest';
import { byType, shares } from './release-fixture.ts';
import { axisFormat, dotReferences, dotRows, pictureSentence } from './release-picture.ts';
import type { ReleaseRow, ReleaseTable } from './release-queries.ts';

const rowOf = (table: ReleaseTable, nth: number): ReleaseRow =>
  table.rows[nth] ?? { codes: [], labels: [], unit: '', cells: [] };

describe('the picture of a row', () => {
  test('has a gap in words for what is kept back or not shared, and no dot of the consortium', () => {
    expect(
      dotRows(rowOf(byType, 1), 'E06000015').map(({ name, kind, value, text }) => [
        name,
        kind,
        value,
        text,
      ]),
    ).toEqual([
      ['Derby', 'chosen', null, 'c: kept back'],
      ['Nottingham', 'other', null, 'x: not shared'],
    ]);
  });

  test('holds shares against the consortium’s, and counts against no sum of them', () => {
    expect(dotReferences(rowOf(shares, 0))).toMatchObject([{ name: 'D2N2', value: 50 }]);
    expect(dotReferences(rowOf(byType, 0))).toEqual([]);
  });

  test('says between what its figures lie, and what is missing', () => {
    expect(pictureSentence(rowOf(byType, 0))).toBe('Figures of 2 authorities: 120 to 240.');
    expect(pictureSentence(rowOf(byType, 1))).toBe(
      'No authority has a figure here; 1 figure kept back, 1 figure not there or not shared with you.',
    );
    expect(pictureSentence(rowOf(shares, 0))).toBe(
      'One authority has a figure: 45%; 1 figure kept back.',
    );
  });

  test('writes its axis as its figures are written', () => {
    expect(axisFormat(rowOf(shares, 0))(20)).toBe('20%');
    expect(axisFormat(rowOf(byType, 0))(1500)).toBe('1,500');
  });
});
