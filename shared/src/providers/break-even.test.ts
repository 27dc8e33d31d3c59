import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakEven } from './break-even.ts';

const block = { weeklyPrice: 4_200, spotWeeklyPrice: 5_600, bedDays: 1_000, voidDays: 88 };

describe('a block bed against spot', () => {
  test('is as dear at the share of time that its price is of the spot price', () => {
    expect(breakEven(block)).toEqual({
      occupancy: 75,
      actualOccupancy: 91.2,
      costOfUsedWeek: expect.closeTo(4_605.26, 2),
      sentence:
        'A bed at £4,200 a week, paid whether or not it is used, is as dear as a spot placement at £5,600 when it is occupied 75.0% of the time, and cheaper above. It was occupied 91.2% of the time recorded: each week used cost £4,605, £995 less than by spot.',
    });
  });

  test('costs more than spot below that share', () => {
    expect(breakEven({ ...block, voidDays: 400 }).sentence).toContain(
      'each week used cost £7,000, £1,400 more than by spot.',
    );
  });

  test('costs as much as spot at that share', () => {
    expect(breakEven({ ...block, voidDays: 250 }).sentence).toContain(
      'each week used cost £5,600, as much as by spot.',
    );
  });

  test('is dearer even when full where its price is above the spot price', () => {
    const dear = breakEven({ ...block, weeklyPrice: 7_000 });

    expect(dear.occupancy).toBe(125);
    expect(dear.sentence).toContain('is dearer than a spot placement at £5,600 even when');
  });

  test('is not compared with a spot price that nobody says', () => {
    const unknown = breakEven({ ...block, spotWeeklyPrice: null });

    expect(unknown.occupancy).toBeNull();
    expect(unknown.sentence).toContain('no spot price is recorded');
  });

  test('has no occupancy where no month is recorded', () => {
    const unused = breakEven({ ...block, bedDays: 0, voidDays: 0 });

    expect([unused.actualOccupancy, unused.costOfUsedWeek]).toEqual([null, null]);
    expect(unused.sentence).toContain('No month of its use is recorded.');
  });

  test('was never used where every day was void', () => {
    const empty = breakEven({ ...block, voidDays: block.bedDays });

    expect([empty.actualOccupancy, empty.costOfUsedWeek]).toEqual([0, null]);
    expect(empty.sentence).toContain('It was never used in the months recorded.');
  });

  test('costs less than spot exactly where it is occupied more than the share at which both are alike', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 20_000 }),
        fc.integer({ min: 100, max: 20_000 }),
        fc.integer({ min: 0, max: 999 }),
        (weeklyPrice, spotWeeklyPrice, voidDays) => {
          const { occupancy, actualOccupancy, costOfUsedWeek } = breakEven({
            weeklyPrice,
            spotWeeklyPrice,
            bedDays: 1_000,
            voidDays,
          });
          expect((costOfUsedWeek ?? 0) < spotWeeklyPrice - 1e-6).toBe(
            (actualOccupancy ?? 0) > (occupancy ?? 0) + 1e-9,
          );
        },
      ),
    );
  });
});
