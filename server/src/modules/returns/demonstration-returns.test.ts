import { datasets } from '@sufficiency/shared/indicators/indicator.ts';
import { formatOf } from '@sufficiency/shared/returns/formats.ts';
import type { ReturnContents } from '@sufficiency/shared/returns/table.ts';
import { describe, expect, test } from 'vitest';
import { profilesOf } from './demonstration-calibration.ts';
import type { PlannedReturn } from './demonstration-plan.ts';
import { makeReturn } from './demonstration-returns.ts';

/** What is published of a small authority, and of a large one for what the small one lacks. */
const published = [
  ['E06000019', 'cla-number', '2024-03-31', 387],
  ['E06000019', 'cla-number', '2025-03-31', 344],
  ['E06000019', 'cla-foster-share', '2025-03-31', 72],
  ['E06000019', 'cla-residential-share', '2025-03-31', 11],
  ['E06000019', 'cla-outside-authority-share', '2025-03-31', 28],
  ['E06000019', 'cla-over-20-miles-share', '2025-03-31', 25],
  ['E06000019', 'three-or-more-placements-share', '2025-03-31', 10],
  ['E06000019', 'same-placement-two-years-share', '2025-03-31', 66],
  ['E06000019', 'fostering-weekly-cost', '2025-03-31', 960],
  ['E06000019', 'residential-weekly-cost', '2025-03-31', 5_880],
  ['E06000019', 'foster-places-approved', '2025-03-31', 175],
  ['E06000019', 'foster-places-filled-share', '2025-03-31', 51],
  ['E06000019', 'homes-in-area', '2025-03-31', 21],
  ['E06000019', 'home-places-in-area', '2025-03-31', 84],
  ['E08000025', 'cla-number', '2025-03-31', 2_317],
  ['E08000025', 'fostering-enquiries', '2019-03-31', 400],
  ['E08000025', 'fostering-applications', '2019-03-31', 60],
  ['E08000025', 'fostering-approvals', '2019-03-31', 40],
] as const;

const profiles = () =>
  profilesOf(
    published.map(([area, indicator, endsOn, value]) => ({ area, indicator, endsOn, value })),
  );

const planned = (dataset: PlannedReturn['dataset'], mistaken = false): PlannedReturn => ({
  authorityCode: 'E06000019',
  dataset,
  period: '2026-09',
  month: 29,
  version: 1,
  standing: 'ACCEPTED',
  receivedAt: new Date('2026-10-05T10:00:00Z'),
  acceptedAt: new Date('2026-10-12T10:00:00Z'),
  mistaken,
});

/** Problems that the format's own schema finds in a return's rows. */
const problemsOf = (dataset: PlannedReturn['dataset'], made: ReturnContents) =>
  formatOf(dataset).tables.flatMap(({ name, columns, row }) =>
    (made.get(name) ?? []).flatMap(({ cells }) => {
      const read = row.safeParse(
        Object.fromEntries(columns.map((column, index) => [column.name, cells[index] ?? ''])),
      );
      return read.error?.issues.map(({ path, message }) => `${name} ${path}: ${message}`) ?? [];
    }),
  );

/** The first cell of numbers in the row of a total. */
const totalOf = (made: ReturnContents, table: string) =>
  made
    .get(table)
    ?.find(({ cells }) => cells.includes('TOTAL'))
    ?.cells.at(-1);

describe('an invented return', () => {
  test.each(datasets)('of %s has the form that is asked for', (dataset) => {
    const made = makeReturn(profiles()('E06000019'), planned(dataset));

    expect([...made.keys()]).toEqual(formatOf(dataset).tables.map(({ name }) => name));
    expect(problemsOf(dataset, made)).toEqual([]);
  });

  test('tells the same children in every breakdown, unaccompanied ones among them', () => {
    const made = makeReturn(profiles()('E06000019'), planned('placements'));

    expect(totalOf(made, 'children-by-unaccompanied-status')).toBe(
      totalOf(made, 'children-by-age'),
    );
    expect(made.get('children-by-unaccompanied-status')?.map(({ cells }) => cells[2])).toEqual(
      expect.arrayContaining(['UASC', 'NOT-UASC', 'TOTAL']),
    );
  });

  test.each(datasets)('of %s is the same whenever it is made', (dataset) => {
    const alone = profiles()('E06000019');
    const before = profiles()('E06000019');
    makeReturn(before, { ...planned(dataset), period: '2026-08', month: 28 });

    expect(makeReturn(alone, planned(dataset))).toEqual(makeReturn(before, planned(dataset)));
  });

  test('starts from the published number of children, and reaches the next', () => {
    const { childrenAt } = profiles()('E06000019');

    expect([childrenAt(-1), childrenAt(11)]).toEqual([387, 344]);
    expect(childrenAt(5)).toBeGreaterThan(344);
    expect(childrenAt(5)).toBeLessThan(387);
    expect(childrenAt(100)).toBeGreaterThan(250);
  });

  test('of an authority that an indicator is not published for resembles the others', () => {
    const profile = profiles()('E06000019');

    expect(profile.counted('fostering-enquiries')).toBeCloseTo((400 / 2_317) * 344);
    expect(profiles()('E08000025').published('cla-foster-share')).toBe(72);
  });

  test('that was mistaken divides the same children otherwise', () => {
    const profile = profiles()('E06000019');
    const [wrong, right] = [planned('placements', true), planned('placements')].map((plan) =>
      makeReturn(profile, plan),
    );

    const table = 'children-by-placement-type';
    expect(totalOf(wrong ?? new Map(), table)).toBe(totalOf(right ?? new Map(), table));
    expect(wrong?.get(table)).not.toEqual(right?.get(table));
  });
});
