import { expect, test } from 'vitest';
import { agreement, likeForLikeSentence, totalText } from './published-words.ts';

const total = { printed: 249, recomputed: 249, agrees: true, likeForLike: null };

test('holds a part-year against the same months, never against a whole year', () => {
  const sentence = likeForLikeSentence({
    year: '2022-23',
    stopsAfter: '2022-10',
    months: [],
    enquiries: total,
    starters: {
      printed: 11,
      recomputed: 11,
      agrees: true,
      likeForLike: {
        months: ['2022-04', '2022-10'],
        value: 11,
        before: 24,
        wholeYearBefore: 31,
      },
    },
  });

  expect(sentence).toBe(
    '2022-23 stops after October 2022. From April 2022 to October 2022, 11 households began to foster; in the same months a year before it was 24. The whole year before (31) is no comparison for a part of one.',
  );
});

test('says what a total should have been where it is printed wrongly', () => {
  expect(agreement({ ...total, printed: 250, agrees: false })).toBe(
    'printed as 250; its months add up to 249',
  );
});

test('shows a year without a month that is known as not known, not as none', () => {
  expect(totalText({ ...total, recomputed: null })).toBe('x');
});
