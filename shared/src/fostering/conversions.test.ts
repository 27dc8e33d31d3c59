import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AlikeHouseholds } from './conversions.ts';
import {
  conversionsBetween,
  enquiryStates,
  householdsByState,
  reachedStages,
} from './conversions.ts';

const stages = ['enquiry', 'visit', 'application', 'approval'] as const;

/** Twenty who enquired: eleven go no further, five are visited, three apply (one without a visit), one is approved. */
const cohort: readonly AlikeHouseholds[] = [
  { reached: 0b0001, state: 'WITHDRAWN', households: 5 },
  { reached: 0b0001, state: 'OPEN', households: 7 },
  { reached: 0b0011, state: 'OPEN', households: 3 },
  { reached: 0b0011, state: 'WITHDRAWN', households: 2 },
  { reached: 0b0111, state: 'ON_HOLD', households: 1 },
  { reached: 0b0101, state: 'OPEN', households: 1 },
  { reached: 0b1111, state: 'APPROVED', households: 1 },
];

describe('a cohort', () => {
  test('is counted at every stage it reached, also where one was left out on the way', () => {
    expect(reachedStages(cohort, stages)).toEqual([
      { stage: 'enquiry', households: 20 },
      { stage: 'visit', households: 7 },
      { stage: 'application', households: 3 },
      { stage: 'approval', households: 1 },
    ]);
  });

  test('converts between every pair of stages, and says who may still', () => {
    expect(conversionsBetween(cohort, stages)).toEqual([
      { from: 'enquiry', to: 'visit', of: 20, reached: 7, open: 8 },
      { from: 'enquiry', to: 'application', of: 20, reached: 3, open: 10 },
      { from: 'enquiry', to: 'approval', of: 20, reached: 1, open: 12 },
      // The one who applied without a visit is not of those visited.
      { from: 'visit', to: 'application', of: 7, reached: 2, open: 3 },
      { from: 'visit', to: 'approval', of: 7, reached: 1, open: 4 },
      { from: 'application', to: 'approval', of: 3, reached: 1, open: 2 },
    ]);
  });

  test('is counted by how it stands', () => {
    expect(householdsByState(cohort)).toEqual({
      OPEN: 11,
      ON_HOLD: 1,
      APPROVED: 1,
      WITHDRAWN: 7,
      NOT_APPROVED: 0,
    });
  });
});

test('tells stages apart beyond the thirty-first', () => {
  const many = Array.from({ length: 40 }, (_, nth) => nth);
  const last = [{ reached: 2 ** 39 + 1, state: 'OPEN', households: 2 }] as const;

  expect(reachedStages(last, many).filter(({ households }) => households > 0)).toEqual([
    { stage: 0, households: 2 },
    { stage: 39, households: 2 },
  ]);
});

test('never counts more at a later stage than started, and everybody once', () => {
  const alike = fc.array(
    fc.record({
      reached: fc.integer({ min: 0, max: 15 }),
      state: fc.constantFrom(...enquiryStates),
      households: fc.integer({ min: 1, max: 9 }),
    }),
  );
  fc.assert(
    fc.property(alike, (those) => {
      const all = those.reduce((sum, { households }) => sum + households, 0);
      const states = Object.values(householdsByState(those));

      expect(states.reduce((sum, many) => sum + many)).toBe(all);
      expect(conversionsBetween(those, stages).every((c) => c.reached + c.open <= c.of)).toBe(true);
    }),
  );
});
