import { smallDirectory } from '@sufficiency/shared/authorities/directory.fixture.ts';
import { snapshotAt31March } from '@sufficiency/shared/indicators/period.ts';
import { describe, expect, test } from 'vitest';
import { withComparators } from './comparators.ts';
import { count, missing } from './reference-figure.ts';

const period = snapshotAt31March('2025');
const outside = { indicator: 'cla-outside-authority-share', period };

const share = (area: string, value: number, numerator: number, denominator: number) => ({
  ...outside,
  ...count(value),
  area,
  numerator,
  denominator,
});

const groups = {
  consortia: new Map([['d2n2', ['E06000015', 'E10000007']]]),
  neighbours: new Map([['E08000025', ['E06000015', 'E10000007']]]),
};

const suppressedDerby = withComparators(
  {
    figures: [
      { ...outside, area: 'E06000015', ...missing('c', 'The publisher suppressed this figure.') },
      share('E10000007', 44, 453, 1024),
      share('E12000004', 48, 3060, 6410),
      share('E12000005', 45, 5190, 11_560),
      share('E92000001', 44, 36_350, 81_770),
    ],
    issues: [],
  },
  groups,
  smallDirectory,
);

const at = (area: string) => suppressedDerby.find((figure) => figure.area === area);

describe('what a file leads to', () => {
  test('gives every authority a cell, with the reason where there is no figure', () => {
    const { authorities } = smallDirectory;

    expect(authorities.filter(({ code }) => at(code) === undefined)).toEqual([]);
    expect(at('E09000033')).toMatchObject({
      symbol: 'x',
      reason: 'The publisher’s file has no such figure.',
    });
  });

  test('takes England and regions as published', () => {
    expect(at('E92000001')).toMatchObject({ value: 44, formula: null });
    expect(at('E12000005')).toMatchObject({ value: 45, numerator: 5190, formula: null });
  });

  test('adds England and regions up where the publisher prints none', () => {
    const figures = smallDirectory.authorities.map(({ code }, position) => ({
      indicator: 'homes-in-area',
      period,
      area: code,
      ...count(position + 1),
    }));

    const all = withComparators({ figures, issues: [] }, groups, smallDirectory);

    expect(all.find(({ area }) => area === 'E92000001')).toMatchObject({
      value: 21,
      formula: 'sum of 6 authorities',
    });
  });
});

describe('a confidential figure', () => {
  test('leaves the consortium without a figure', () => {
    expect(at('consortium:d2n2')).toMatchObject({ value: null, symbol: 'x', numerator: null });
  });

  test('leaves the region its published share, without the count that would give it away', () => {
    expect(at('E12000004')).toMatchObject({ value: 48, numerator: null });
  });

  test('is passed over in the mean of neighbours', () => {
    expect(at('neighbours:E08000025')).toMatchObject({
      value: 44,
      formula: 'mean of 1 of 2 statistical neighbours',
    });
  });
});
