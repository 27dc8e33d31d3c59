import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utilisationOf } from './utilisation.ts';

test('67 % of approved places is 92 % of available ones', () => {
  const { available, ofApproved, ofAvailable, sentence } = utilisationOf({
    approved: 1_200,
    filled: 804,
    vacant: 70,
    unavailable: 326,
  });

  expect(available).toBe(874);
  expect(ofApproved).toBeCloseTo(67, 10);
  expect(ofAvailable?.toFixed(1)).toBe('92.0');
  expect(sentence).toBe(
    '804 of 1200 approved places are filled. 67 % of approved places is 92 % of available ones: 326 places cannot be used.',
  );
});

test('one place that cannot be used is one place', () => {
  expect(utilisationOf({ approved: 4, filled: 2, vacant: 1, unavailable: 1 }).sentence).toBe(
    '2 of 4 approved places are filled. 50 % of approved places is 67 % of available ones: 1 place cannot be used.',
  );
});

test('where every place can be used there is one figure', () => {
  expect(utilisationOf({ approved: 4, filled: 3, vacant: 1, unavailable: 0 })).toMatchObject({
    ofApproved: 75,
    ofAvailable: 75,
    sentence: '3 of 4 approved places are filled: 75 %, and all can be used.',
  });
});

test('of nothing there is no share', () => {
  expect(utilisationOf({ approved: 0, filled: 0, vacant: 0, unavailable: 0 })).toMatchObject({
    ofApproved: null,
    ofAvailable: null,
    sentence: null,
  });
  expect(utilisationOf({ approved: 2, filled: 0, vacant: 0, unavailable: 2 })).toMatchObject({
    ofApproved: 0,
    ofAvailable: null,
    sentence: '0 of 2 approved places are filled, and none of them can be used.',
  });
});

test('of available places never fewer are filled than of approved ones', () => {
  const some = fc.integer({ min: 0, max: 5_000 });
  fc.assert(
    fc.property(some, some, some, (filled, vacant, unavailable) => {
      const { ofApproved, ofAvailable } = utilisationOf({
        ...{ filled, vacant, unavailable },
        approved: filled + vacant + unavailable,
      });
      expect(ofAvailable ?? 100).toBeGreaterThanOrEqual(ofApproved ?? 0);
      expect(ofAvailable ?? 0).toBeLessThanOrEqual(100);
    }),
  );
});
