import { describe, expect, test } from 'vitest';
import { codeOf, collectionOf } from './collection.fixture.ts';
import { monthChoices, sendChoice, sendSentence } from './send-subject.ts';

const known = {
  collections: [
    collectionOf(
      'Derby',
      { dataset: 'beds', state: 'IN_USE' },
      { dataset: 'costs', state: 'NOT_DUE', dueOn: '2026-11-16' },
      { dataset: 'demand', state: 'LATE', dueOn: '2026-11-10' },
      { dataset: 'demand', state: 'LATE', period: '2026-09', dueOn: '2026-10-12' },
    ),
  ],
  own: [codeOf('Derby')],
  today: '2026-11-12',
};
const choiceOf = (address: string) => sendChoice(new URLSearchParams(address), known);

describe('what is to be sent', () => {
  test('is what is due first of the latest month', () => {
    expect(choiceOf('')).toEqual({
      authority: codeOf('Derby'),
      dataset: 'demand',
      period: '2026-10',
    });
  });

  test('is what can still be sent where nothing is due, never what is locked', () => {
    const sent = (status: 'ACCEPTED' | 'SUBMITTED', locked: boolean) => ({
      return: { id: status, status, locked },
    });
    const collections = [
      collectionOf(
        'Derby',
        { dataset: 'beds', state: 'IN_USE', ...sent('ACCEPTED', true) },
        { dataset: 'costs', state: 'RECEIVED', ...sent('SUBMITTED', false) },
        { dataset: 'placements', state: 'IN_USE', ...sent('ACCEPTED', true) },
      ),
    ];

    expect(sendChoice(new URLSearchParams(), { ...known, collections }).dataset).toBe('costs');
    expect(
      sendChoice(new URLSearchParams('dataset=placements'), { ...known, collections }).dataset,
    ).toBe('placements');
  });

  test('is what the address says', () => {
    expect(choiceOf('dataset=beds&period=2026-09')).toMatchObject({
      dataset: 'beds',
      period: '2026-09',
    });
  });

  test('is of an earlier month where that is asked for, which can then be chosen', () => {
    const choice = choiceOf('dataset=placements&period=2025-03');

    expect(choice.period).toBe('2025-03');
    expect(monthChoices(choice, known).at(-1)).toEqual({ value: '2025-03', text: 'March 2025' });
    expect(choiceOf('dataset=placements&period=2024-03').period).toBe('2026-10');
  });

  test('is never another organisation’s, nor of a month that has not ended', () => {
    expect(choiceOf('authority=E99999999&dataset=beds&period=2026-11')).toEqual({
      authority: codeOf('Derby'),
      dataset: 'beds',
      period: '2026-10',
    });
  });
});

test('months say where their return stands', () => {
  const [october, september, august] = monthChoices(choiceOf('dataset=demand'), known);

  expect(october?.text).toBe('October 2026: late, was due 10 Nov');
  expect(september?.text).toBe('September 2026: late, was due 12 Oct');
  expect(august?.text).toBe('August 2026');
});

test('a sentence says what it is, by when it is due and what there is', () => {
  const sentence = sendSentence(
    { authority: codeOf('Derby'), dataset: 'beds', period: '2026-10' },
    { name: 'Derby', today: '2026-11-12', latest: null },
  );

  expect(sentence).toBe(
    'The beds return of Derby for October 2026 was due on 5 November 2026. Nothing has been sent yet.',
  );
});
