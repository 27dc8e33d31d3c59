import { describe, expect, test } from 'vitest';
import { group, measure, seen } from './exposure-fixture.ts';
import {
  equalHolders,
  exposureSentence,
  judgementsInWords,
  placementsText,
  touchedHeading,
  whoseMeasure,
} from './exposure-words.ts';

test('the index is said as the number of equal holders that would give it', () => {
  expect([310, 2_500, 10_000, 0, null].map(equalHolders)).toEqual([32, 4, 1, null, null]);
});

describe('exposureSentence', () => {
  test('says the share of the five largest groups, and how spread places are', () => {
    expect(exposureSentence({ measures: [measure({ by: 'OWNER' }), measure()] }, 'D2N2')).toBe(
      'The largest five of 81 provider groups have 30.6% of the 754 registered places of children’s homes in D2N2. The places are spread as if 32 groups of equal size had them.',
    );
  });

  test('says so where nothing is known', () => {
    const index = { ...seen(null), provenance: { source: 'Ofsted', vintage: null } };
    expect(exposureSentence({ measures: [measure({ index })] }, 'D2N2')).toBe(
      'The register has no children’s home in D2N2 whose places and owner are known.',
    );
  });
});

describe('placements of a group', () => {
  test.each([
    ['all members’', { placements: seen(56), placementsAtLeast: 56 }, '56'],
    ['those that are seen', { placementsAtLeast: 56 }, 'at least 56'],
    ['none that is seen', {}, null],
    ['none at all', { placements: seen(0) }, '0'],
  ])('%s', (_title, changed, text) => {
    expect(placementsText(group(changed))).toBe(text);
  });
});

describe('what a failure touches', () => {
  const two = [{}, {}];

  test.each([
    [
      'at least what is seen, while some do not share',
      56,
      two,
      two,
      'At least 56 placements of 2 authorities',
    ],
    ['exactly what there is, where all share', 1, [{}], [], '1 placement of 1 authority'],
    ['none that is seen', 0, [], two, 'No placement that you see'],
    ['none', 0, [], [], 'No placement'],
  ])('%s', (_title, placementsAtLeast, authorities, notSharing, text) => {
    expect(touchedHeading({ placementsAtLeast, authorities, notSharing })).toBe(text);
  });
});

test('judgements are counted in Ofsted’s words', () => {
  const judgements = [
    { judgement: 'OUTSTANDING', services: 2 },
    { judgement: 'REQUIRES_IMPROVEMENT', services: 1 },
  ] as const;
  expect(judgementsInWords({ judgements: [...judgements] })).toBe(
    '2 Outstanding, 1 Requires improvement',
  );
  expect(judgementsInWords({ judgements: [] })).toBe('none judged');
});

test('a measure of placements or spending says whose they are', () => {
  const authorities = [{ id: '1', name: 'Derby' }];
  expect([
    whoseMeasure(measure({ authorities })),
    whoseMeasure(measure({ of: 'PLACEMENTS', authorities })),
    whoseMeasure(measure({ of: 'SPEND' })),
  ]).toEqual(['all members’ areas', 'Derby', 'nobody’s that you see']);
});
