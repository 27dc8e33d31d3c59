import {
  brokenLinks,
  first,
  period,
  second,
  shownByRule,
  sourcesOf,
  textsOf,
  third,
} from '@sufficiency/server/modules/disclosure/problem-of.fixture.ts';
import { problemOf } from '@sufficiency/server/modules/disclosure/problem-of.ts';
import { profilesOf } from '@sufficiency/server/modules/returns/demonstration-calibration.ts';
import { makeReturn } from '@sufficiency/server/modules/returns/demonstration-returns.ts';
import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import { datasets } from '@sufficiency/shared/indicators/indicator.ts';
import { describe, expect, test } from 'vitest';

const published = (area: string, children: number) =>
  (
    [
      ['cla-number', children],
      ['cla-foster-share', 70],
      ['cla-residential-share', 14],
      ['cla-outside-authority-share', 41],
      ['cla-over-20-miles-share', 18],
      ['three-or-more-placements-share', 10],
      ['same-placement-two-years-share', 66],
      ['fostering-weekly-cost', 960],
      ['residential-weekly-cost', 5_880],
      ['foster-places-approved', 240],
      ['foster-places-filled-share', 60],
      ['homes-in-area', 60],
      ['home-places-in-area', 240],
      ['fostering-enquiries', 400],
      ['fostering-applications', 60],
      ['fostering-approvals', 40],
    ] as const
  ).map(([indicator, value]) => ({ area, indicator, endsOn: '2025-03-31', value }));

const profiles = profilesOf([
  ...published(first, 640),
  ...published(second, 1_010),
  ...published(third, 700),
]);

/** The demonstration's release of a month, by the rule alone. */
function releaseOf(dataset: Dataset) {
  const returns = [first, second, third].map((authority) => ({
    authority,
    organisation: authority,
    synthetic: true,
    tables: makeReturn(profiles(authority), {
      authorityCode: authority,
      dataset,
      period,
      month: 29,
      version: 1,
      standing: 'ACCEPTED',
      receivedAt: new Date('2026-10-08T10:00:00Z'),
      acceptedAt: new Date('2026-10-12T10:00:00Z'),
      mistaken: false,
    }),
  }));
  const { problem, finish } = problemOf(sourcesOf(dataset, returns));
  return { problem, cells: finish(shownByRule(problem)) };
}

const isWorkedOut = (indicator: string | null) =>
  indicator !== null && /-share|weekly-cost|spend-month/.test(indicator);

describe('the demonstration’s release', () => {
  test.each(datasets)('of %s is known throughout, and says nothing that is not so', (dataset) => {
    const { problem, cells } = releaseOf(dataset);

    expect(cells.filter(({ symbol }) => symbol === 'x')).toEqual([]);
    expect(cells.filter(({ value, symbol }) => (value === null) === (symbol === null))).toEqual([]);
    expect(new Set(problem.cells.map(({ key }) => key)).size).toBe(problem.cells.length);
    expect(brokenLinks(problem)).toEqual([]);
  });

  test.each(datasets)('of %s prints no count as it is', (dataset) => {
    const counts = releaseOf(dataset).cells.filter(({ indicator }) => !isWorkedOut(indicator));

    expect(counts.filter(({ value }) => value !== null && value % 5 !== 0)).toEqual([]);
    expect(counts.filter(({ value }) => value !== null && value > 0)).not.toEqual([]);
  });

  test('has percentages of its printed counts', () => {
    const shown = textsOf(releaseOf('placements').cells);
    const [out, all] = ['OUT|total', 'total|total'].map((codes) =>
      Number(shown[`children-by-distance|${codes}|consortium`]),
    );

    expect(shown['cla-month-end-outside-area-share||consortium']).toBe(
      Math.round((100 * (out ?? 0)) / (all ?? 0)),
    );
  });
});
