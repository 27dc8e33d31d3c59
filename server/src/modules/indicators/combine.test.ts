import { findIndicator } from '@sufficiency/shared/indicators/catalogue.ts';
import type { IndicatorContract } from '@sufficiency/shared/indicators/indicator.ts';
import { roundTo } from '@sufficiency/shared/indicators/rounding.ts';
import { describe, expect, test } from 'vitest';
import { combine, meanOfNeighbours } from './combine.ts';
import { count, missing } from './reference-figure.ts';

const contract = (key: string) => findIndicator(key) as IndicatorContract;

const ratio = (value: number, numerator: number, denominator: number) => ({
  ...count(value),
  numerator,
  denominator,
});

const suppressed = missing('c', 'The publisher suppressed this figure.');

describe('combining authorities', () => {
  test('adds counts', () => {
    const members = [
      { name: 'Derby', figure: count(545) },
      { name: 'Derbyshire', figure: count(1024) },
    ];

    expect(combine(contract('cla-number'), members)).toMatchObject({
      value: 1569,
      formula: 'sum of 2 authorities',
    });
  });

  test('pools a rate over all children instead of averaging rates', () => {
    const members = [
      { name: 'Derby', figure: ratio(88, 545, 62_113) },
      { name: 'Derbyshire', figure: ratio(66, 1024, 155_576) },
    ];

    expect(combine(contract('cla-rate'), members)).toEqual({
      value: 72,
      symbol: null,
      numerator: 1569,
      denominator: 217_689,
      formula: 'pooled over 2 authorities: 1,569 ÷ 217,689 × 10,000',
      reason: null,
    });
  });

  test('counts an owner with homes in two authorities once', () => {
    const members = [
      { name: 'Derby', figure: count(2), things: new Set(['Oak', 'Elm']) },
      { name: 'Derbyshire', figure: count(2), things: new Set(['Oak', 'Ash']) },
    ];

    expect(combine(contract('home-providers-in-area'), members)).toMatchObject({ value: 3 });
  });

  test('is not available while a member is missing, and names it', () => {
    const members = [
      { name: 'Derby', figure: suppressed },
      { name: 'Derbyshire', figure: ratio(44, 453, 1024) },
    ];

    expect(combine(contract('cla-outside-authority-share'), members)).toEqual({
      value: null,
      symbol: 'x',
      numerator: null,
      denominator: null,
      formula: null,
      reason: 'Not every member has a figure that can be combined: Derby.',
    });
  });

  test('takes a member with nothing to divide by as nothing, not as missing', () => {
    const noHomes = { ...missing('z', 'There is no home.'), numerator: 0, denominator: 0 };
    const members = [
      { name: 'Rutland', figure: noHomes },
      { name: 'Derby', figure: ratio(84.8, 28, 33) },
    ];

    expect(combine(contract('homes-good-or-outstanding-share'), members)).toMatchObject({
      value: 84.8,
      numerator: 28,
      denominator: 33,
    });
  });

  test('does not average unit costs', () => {
    const members = [{ name: 'Derby', figure: count(8720) }];

    expect(combine(contract('residential-weekly-cost'), members)).toMatchObject({ symbol: 'x' });
  });
});

describe('the mean of statistical neighbours', () => {
  test('is simple, not rounded, and says of how many', () => {
    expect(meanOfNeighbours([count(1), suppressed, count(2), undefined, count(2)])).toMatchObject({
      value: 5 / 3,
      formula: 'mean of 3 of 5 statistical neighbours',
    });
  });

  test('is not available where no neighbour has a value', () => {
    expect(meanOfNeighbours([suppressed])).toMatchObject({ value: null, symbol: 'x' });
  });
});

test('rounds a half upwards, whatever the last binary digit says', () => {
  expect(roundTo(1.005, 2)).toBe(1.01);
  expect(roundTo(67.5, 0)).toBe(68);
  expect(roundTo(90.625, 1)).toBe(90.6);
});
