import { describe, expect, test } from 'vitest';
import { likeForLike, monthsOfFinancialYear } from './like-for-like.ts';

const series = (year: string, values: readonly number[]) =>
  values.map((value, nth) => [monthsOfFinancialYear(year)[nth] ?? '', value] as const);

/** 31 in all, 24 of them from April to October. */
const whole = series('2021-22', [3, 4, 2, 5, 3, 4, 3, 2, 1, 1, 2, 1]);

describe('a part of a year', () => {
  test('is held against the same months of the year before, not against all of it', () => {
    const values = new Map([...whole, ...series('2022-23', [2, 1, 2, 1, 2, 1, 2])]);

    expect(likeForLike(values, '2022-23')).toEqual({
      months: ['2022-04', '2022-05', '2022-06', '2022-07', '2022-08', '2022-09', '2022-10'],
      value: 11,
      before: 24,
      wholeYearBefore: 31,
      isPart: true,
    });
  });

  test('with a gap leaves the same month out of the year before', () => {
    const values = new Map([
      ...whole,
      ...series('2022-23', [2, 1, 2]).filter(([month]) => month !== '2022-05'),
    ]);

    expect(likeForLike(values, '2022-23')).toMatchObject({ value: 4, before: 5 });
  });

  test('is held against nothing where a month of the year before is not known', () => {
    const values = new Map([...whole.slice(1), ...series('2022-23', [2, 1])]);

    expect(likeForLike(values, '2022-23')).toMatchObject({
      value: 3,
      before: null,
      wholeYearBefore: null,
    });
  });
});

test('a whole year is held against a whole year', () => {
  const values = new Map([...whole, ...series('2022-23', Array(12).fill(1))]);

  expect(likeForLike(values, '2022-23')).toMatchObject({ value: 12, before: 31, isPart: false });
});

test('a year without a month is not compared, and zero is a value', () => {
  expect(likeForLike(new Map(whole), '2022-23')).toBeNull();
  expect(likeForLike(new Map([...whole, ['2022-04', 0]]), '2022-23')).toMatchObject({
    value: 0,
    before: 3,
  });
});

test('months of a financial year run from April to March', () => {
  expect(monthsOfFinancialYear('2026-27').at(0)).toBe('2026-04');
  expect(monthsOfFinancialYear('2026-27').at(-1)).toBe('2027-03');
});
