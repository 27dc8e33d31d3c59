import { describe, expect, test } from 'vitest';
import { criteriaOf, siblingsOf } from './vacancy-criteria.ts';
import type { Criterion, Outcome } from './vacancy-fit.ts';
import { marksOf, maskOf, outcomeOf } from './vacancy-fit.ts';
import type { FitAsked, FitFacts, RankFacts } from './vacancy-words.ts';
import { criteriaInWords, fitInWords, rankInWords } from './vacancy-words.ts';

const facts: FitFacts = {
  ages: [10, 17],
  genders: 'FEMALE',
  needs: ['mental health needs', 'learning disability'],
  siblings: true,
  solo: true,
  emergency: false,
  noticeDays: 7,
  opensOn: null,
  closesOn: null,
  judgement: 'GOOD',
  basis: 'FRAMEWORK',
  places: 1,
  price: { kind: 'TENDERED', weekly: 4250 },
};

const asked: FitAsked = {
  ages: [13, 13],
  needs: ['mental health needs'],
  children: 2,
  noticeDays: 3,
  emergency: false,
  maximumWeeklyPrice: 4000,
};

const said = (
  criterion: Criterion,
  outcome: Outcome,
  other: Partial<FitFacts> = {},
  otherAsked: Partial<FitAsked> = {},
) =>
  fitInWords(criterion, outcome, {
    facts: { ...facts, ...other },
    asked: { ...asked, ...otherAsked },
  });

describe('what fits, and what does not', () => {
  test.each([
    [said('AGE', 'FITS'), 'Takes ages 10 to 17.'],
    [said('AGE', 'FITS', {}, { ages: [16, 18] }), 'Takes ages 10 to 17: some of those asked for.'],
    [said('AGE', 'MISSES', {}, { ages: [0, 9] }), 'Takes ages 10 to 17, not 0 to 9.'],
    [said('AGE', 'MISSES', { ages: [16, 16] }), 'Takes ages 16, not 13.'],
    [said('GENDER', 'MISSES'), 'Takes girls only.'],
    [said('GENDER', 'FITS', { genders: 'ANY' }), 'Takes girls and boys.'],
    [said('NEEDS', 'FITS'), 'Is for mental health needs.'],
    [
      said('NEEDS', 'MISSES', {}, { needs: ['mental health needs', 'physical disability'] }),
      'Is not for physical disability.',
    ],
    [said('NEEDS', 'UNKNOWN', { needs: [] }), 'It is not said which needs it is for.'],
    [said('TOGETHER', 'FITS', { places: 2 }), 'Takes siblings together, and has 2 places free.'],
    [said('TOGETHER', 'MISSES'), 'Has 1 place free, not 2.'],
    [said('TOGETHER', 'MISSES', { siblings: false }), 'Does not take siblings together.'],
    [said('SOLO', 'FITS'), 'Can be run for one child, and nobody else is there.'],
    [said('SOLO', 'MISSES'), 'Can be run for one child, but is not empty.'],
    [said('SOLO', 'MISSES', { solo: false }), 'Is not run for one child.'],
    [said('NOTICE', 'MISSES'), 'Needs 7 days’ notice; there are 3 days.'],
    [said('NOTICE', 'MISSES', {}, { noticeDays: 1 }), 'Needs 7 days’ notice; there is 1 day.'],
    [said('NOTICE', 'FITS', { noticeDays: 1 }), 'Needs 1 day’s notice.'],
    [said('NOTICE', 'FITS', { noticeDays: 0 }), 'Needs no notice.'],
    [said('NOTICE', 'MISSES', {}, { noticeDays: 0 }), 'Does not admit on the same day.'],
    [said('NOTICE', 'FITS', { emergency: true }, { emergency: true }), 'Admits on the same day.'],
    [said('OPEN', 'FITS'), 'Is open when it is needed.'],
    [said('OPEN', 'MISSES', { opensOn: '2027-01-04' }), 'Opens on 4 January 2027.'],
    [said('OPEN', 'MISSES', { closesOn: '2026-12-01' }), 'Closes on 1 December 2026.'],
    [said('EDUCATION', 'FITS'), 'Has education on site.'],
    [said('EDUCATION', 'MISSES'), 'Has no education on site.'],
    [said('JUDGEMENT', 'FITS'), 'Is judged “Good”.'],
    [said('JUDGEMENT', 'UNKNOWN', { judgement: null }), 'Is not judged yet.'],
    [said('PRICE', 'FITS'), 'Costs £4,250 a week.'],
    [said('PRICE', 'MISSES'), 'Costs £4,250 a week, more than £4,000.'],
    [
      said('PRICE', 'FITS', { price: { kind: 'MAXIMUM', weekly: 3999.5 } }),
      'Costs at most £3,999.50 a week, the maximum of its lot.',
    ],
    [
      said('PRICE', 'UNKNOWN', { price: { kind: 'MAXIMUM', weekly: 5000 } }),
      'Its price is not known; the maximum of its lot is £5,000 a week.',
    ],
    [said('PRICE', 'UNKNOWN', { price: null }), 'Its price is not known.'],
    [
      said('PRICE', 'FITS', { basis: 'IN_HOUSE', price: null }),
      'Is in-house: nothing is paid to a provider.',
    ],
  ])('“%s”', (sentence, expected) => {
    expect(sentence).toBe(expected);
  });
});

const ranked: RankFacts = {
  basis: 'FRAMEWORK',
  blockPlaces: 0,
  offer: { framework: 'CCS072', lot: '1', tier: 2 },
  missed: 0,
  unknown: 0,
  stale: false,
  reservationEnded: false,
  ageLimitHours: 24,
  miles: 4.2,
  toTheHome: false,
};

describe('why an answer ranks where it does', () => {
  test('names what weighs, in order', () => {
    expect(rankInWords(ranked, 'Derby')).toEqual([
      'Confirmed within the last 24 hours.',
      'Nothing asked for is missing.',
      'On CCS072, lot 1, tier 2.',
      '4.2 miles from the middle of Derby to that of its authority.',
    ]);
  });

  test('says what pushes it down, and no distance that is not known', () => {
    const last = { ...ranked, stale: true, missed: 2, unknown: 1, miles: null, offer: null };

    expect(rankInWords({ ...last, basis: 'SPOT' }, 'Derby')).toEqual([
      'Not confirmed within 24 hours: ranked last.',
      'Of what was asked for, 2 missing.',
      'Offered off framework: after all others.',
      'Of what was asked for, 1 not known.',
    ]);
  });

  test('says whose a block place is, and how far its own home is', () => {
    const block = { ...ranked, basis: 'BLOCK', blockPlaces: 2, toTheHome: true } as const;

    expect(rankInWords(block, 'Derby')).toContain('2 places of your own block contract: first.');
    expect(rankInWords(block, 'Derby')).toContain('4.2 miles from the middle of Derby.');
    expect(rankInWords({ ...block, basis: 'IN_HOUSE' }, null)).toEqual([
      'Confirmed within the last 24 hours.',
      'Nothing asked for is missing.',
      'In-house: after your own block contracts.',
    ]);
  });
});

describe('a mark', () => {
  test('says of each criterion that was asked whether it is missed or not known', () => {
    const mark = marksOf('NEEDS').unknown + marksOf('PRICE').missed;

    expect(outcomeOf(mark, 'NEEDS')).toBe('UNKNOWN');
    expect(outcomeOf(mark, 'PRICE')).toBe('MISSES');
    expect(outcomeOf(mark, 'AGE')).toBe('FITS');
    expect(maskOf(['NEEDS', 'PRICE']) & mark).toBe(mark);
    expect(maskOf(['AGE']) & mark).toBe(0);
  });
});

describe('a saved search', () => {
  test('is called by what it asks for', () => {
    const criteria = criteriaOf({
      placementTypes: ['CHILDRENS_HOME'],
      ageBand: '13-15',
      gender: 'FEMALE',
      notice: 'CRISIS',
      needs: ['SENSORY', 'LEARNING'],
      siblings: true,
      education: true,
      near: 'E06000019',
    });

    expect(criteriaInWords(criteria, 'Herefordshire, County of')).toBe(
      'Children’s home, 13 to 15, girl, the same day, learning disability, sensory impairment, siblings together, education on site, near Herefordshire, County of',
    );
    expect(criteriaInWords(criteriaOf({ ageBand: 'UNDER-10', gender: 'MALE' }), null)).toBe(
      'Under 10, boy',
    );
    expect(criteriaInWords(criteriaOf({}), null)).toBe('Any home');
  });

  test.each([
    [1, 'Any home'],
    [2, '2 siblings together'],
    [3, '3 siblings together'],
    [4, '4 or more siblings together'],
    [6, '4 or more siblings together'],
  ])('for %d children asks for as many, as far as that is kept', (asked, words) => {
    const children = siblingsOf(asked);
    const criteria = criteriaOf({ siblings: children !== null, children });

    expect(criteriaInWords(criteria, null)).toBe(words);
  });
});
