import {
  printed,
  releasedShare,
  weakestRule,
} from '@sufficiency/server/modules/disclosure/disclosure-rule.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const counts = fc.integer({ min: 0, max: 200 });

/** Two counts that are printed alike. */
const alike = fc
  .record({
    figure: fc.integer({ min: 2, max: 40 }),
    off: fc.tuple(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -2, max: 2 })),
  })
  .map(({ figure, off: [one, other] }) => [5 * figure + one, 5 * figure + other] as const);

const print = (count: number) => printed(weakestRule, count);

test('a share says nothing of two counts that their printed figures do not say', () => {
  fc.assert(
    fc.property(alike, alike, ([part, otherPart], [base, otherBase]) => {
      expect(releasedShare(print(part), print(base))).toBe(
        releasedShare(print(otherPart), print(otherBase)),
      );
    }),
  );
});

test('a share of a small number, or of a small base, is c', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 7 }), counts, (small, count) => {
      const [few, any] = [print(small), print(count)];

      expect([releasedShare(few, any), releasedShare(any, few)]).toEqual(['c', 'c']);
    }),
  );
});
