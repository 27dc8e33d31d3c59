import { describe, expect, test } from 'vitest';
import { findIndicator, indicatorCatalogue } from './catalogue.ts';
import { publishedCounterparts } from './published-counterparts.ts';

describe('the catalogue', () => {
  test('has the published indicators first, each once', () => {
    const published = indicatorCatalogue.filter(({ collected }) => !collected);

    expect(published).toEqual(indicatorCatalogue.slice(0, 23));
    expect(published.map(({ key }) => key)).toEqual([
      'cla-number',
      'cla-rate',
      'cla-foster-share',
      'cla-residential-share',
      'cla-outside-authority-share',
      'cla-over-20-miles-share',
      'three-or-more-placements-share',
      'same-placement-two-years-share',
      'children-placed-in-by-others',
      'children-placed-outside',
      'net-placements-in',
      'homes-in-area',
      'home-places-in-area',
      'homes-good-or-outstanding-share',
      'home-providers-in-area',
      'foster-places-approved',
      'foster-places-filled-share',
      'fostering-enquiries',
      'fostering-applications',
      'fostering-approvals',
      'fostering-deregistrations',
      'residential-weekly-cost',
      'fostering-weekly-cost',
    ]);
  });

  test('has collected indicators of every dataset, at least three, under keys of their own', () => {
    const collected = indicatorCatalogue.filter((one) => one.collected);
    const perDataset = Object.groupBy(collected, ({ dataset }) => dataset);

    expect(Object.entries(perDataset).map(([dataset, of]) => [dataset, of.length])).toEqual([
      ['placements', 14],
      ['providers', 15],
      ['fostering', 10],
      ['costs', 3],
      ['beds', 4],
      ['demand', 3],
    ]);
    expect(new Set(indicatorCatalogue.map(({ key }) => key)).size).toBe(indicatorCatalogue.length);
    expect(collected.filter(({ periodBasis }) => !/month/.test(periodBasis))).toEqual([]);
  });

  test('sets each collected indicator beside a published one of the same unit', () => {
    const units = [...publishedCounterparts].map((keys) =>
      keys.map((key) => findIndicator(key)?.unit),
    );

    expect(publishedCounterparts.size).toBe(8);
    expect(units.filter(([collected, published]) => collected !== published)).toEqual([]);
    expect(units.flat()).not.toContain(undefined);
  });

  test('says of each what it may not be compared with', () => {
    expect(indicatorCatalogue.filter(({ cautions }) => cautions.length === 0)).toEqual([]);
  });

  test('gives every ratio a numerator, a denominator and a scale, and nothing else a scale', () => {
    const pooled = indicatorCatalogue.filter(({ aggregation }) => aggregation === 'pooled');
    const others = indicatorCatalogue.filter(({ aggregation }) => aggregation !== 'pooled');

    expect(pooled.filter((one) => !one.numeratorText || !one.denominatorText)).toEqual([]);
    expect(new Set(pooled.map(({ scale }) => scale))).toEqual(new Set([1, 100, 10_000]));
    expect(new Set(others.map(({ scale }) => scale))).toEqual(new Set([null]));
  });

  test('finds a contract by its key and nothing under another', () => {
    expect(findIndicator('cla-rate')?.unit).toBe('per 10,000 children');
    expect(findIndicator('cla_rate')).toBeUndefined();
  });
});
