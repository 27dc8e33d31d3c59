import { describe, expect, test } from 'vitest';
import type { DraftItem } from './agreement-draft.ts';
import { draftOf, emptyDraft, inputOf, levelsFor, withLevel } from './agreement-draft.ts';
import { draftDifferences, draftProblems } from './agreement-draft-check.ts';
import { agreementWith } from './agreement-fixture.ts';

describe('a draft in its form', () => {
  test('is sent as it was read when nothing was typed', () => {
    const agreement = agreementWith();

    const { parties, items, ...texts } = inputOf(draftOf(agreement));

    expect(agreement).toMatchObject(texts);
    expect(items).toEqual(agreement.items);
    expect(parties.map(({ organisation }) => organisation)).toEqual(['derby', 'd2n2']);
  });

  test('sends blank as not given, and one item a line as a list', () => {
    const draft = draftOf(agreementWith());
    const texts = {
      ...draft.texts,
      residualRisk: '  ',
      privacyNoticeUrls: 'https://a\n\nhttps://b ',
    };

    expect(inputOf({ ...draft, texts })).toMatchObject({
      residualRisk: null,
      privacyNoticeUrls: ['https://a', 'https://b'],
    });
  });
});

describe('the levels of a grid’s cell', () => {
  test('have no records where the dataset has none', () => {
    expect(levelsFor('costs', 'HUB')).toEqual(['NONE', 'RELEASED', 'EXACT']);
  });

  test('go no further than releases for reviewers', () => {
    expect(levelsFor('beds', 'REVIEWERS')).toEqual(['NONE', 'RELEASED']);
  });

  test('protect small counts where only releases are shared', () => {
    const change = { dataset: 'costs', recipient: 'MEMBERS', level: 'RELEASED' } as const;

    expect(withLevel(draftOf(agreementWith()).items, change)).toEqual([
      ...draftOf(agreementWith()).items,
      {
        ...change,
        granularity: 'authority',
        minimumCount: '8',
        rounding: '5',
        historyMonths: '24',
      },
    ]);
  });

  test('leave no item where nothing is shared', () => {
    const change = { dataset: 'costs', recipient: 'HUB', level: 'NONE' } as const;

    expect(withLevel(draftOf(agreementWith()).items, change)).toEqual([]);
  });
});

describe('what is wrong with a draft', () => {
  test('is nothing for one that is complete', () => {
    expect(draftProblems(draftOf(agreementWith()))).toEqual([]);
  });

  test('is an end before the start, at the field to change', () => {
    const draft = draftOf(agreementWith({ endsOn: '2026-03-31', reviewDueOn: '2026-04-01' }));

    expect(draftProblems(draft)).toEqual([
      { field: 'draft-endsOn', message: 'The last day must not be before the first day' },
      {
        field: 'draft-reviewDueOn',
        message: 'The review must lie between the first and the last day',
      },
    ]);
  });

  test('is a release that protects less than the rule, at the field to change', () => {
    const draft = draftOf(agreementWith());
    const [exact] = withLevel(draft.items, {
      dataset: 'costs',
      recipient: 'HUB',
      level: 'RELEASED',
    });
    const weak = { ...exact, minimumCount: '7', rounding: '1', historyMonths: '' } as DraftItem;

    expect(draftProblems({ ...draft, items: [weak] })).toEqual([
      {
        field: 'draft-minimumCount-costs-HUB',
        message:
          'Costs for the hub: enter a whole number from 8 to 100 for the smallest count shown',
      },
      {
        field: 'draft-rounding-costs-HUB',
        message: 'Costs for the hub: enter a whole number from 5 to 100 for the rounding',
      },
      {
        field: 'draft-historyMonths-costs-HUB',
        message: 'Costs for the hub: enter a whole number from 0 to 240 for the months back',
      },
    ]);
  });

  test('names what an empty one lacks, without what is optional', () => {
    const fields = draftProblems(emptyDraft).map(({ field }) => field);

    expect(fields).toContain('draft-title');
    expect(fields).toContain('draft-parties');
    expect(fields).not.toContain('draft-dpiaReference');
  });
});

test('two people’s drafts differ in what either changed', () => {
  const mine = draftOf(agreementWith());
  const theirs = draftOf(agreementWith({ title: 'Another', items: [] }));

  expect(draftDifferences(mine, theirs)).toEqual(['What is shared with whom', 'Title']);
});
