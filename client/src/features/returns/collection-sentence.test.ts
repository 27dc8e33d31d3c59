import { describe, expect, test } from 'vitest';
import { codeOf, collectionOf } from './collection.fixture.ts';
import { collectionSentence, earlierLateSentence } from './collection-sentence.ts';

const about = { period: '2026-10', own: [codeOf('Derby')], name: 'D2N2' };
const inUse = { state: 'IN_USE' } as const;

describe('the sentence above the calendar', () => {
  test('counts what is in use, waits, is not due and is late, and names the late', () => {
    const derby = collectionOf(
      'Derby',
      { dataset: 'placements', state: 'IN_USE' },
      { dataset: 'costs', state: 'RECEIVED' },
      { dataset: 'providers', state: 'NOT_DUE' },
      { dataset: 'beds', state: 'LATE' },
      { dataset: 'demand', state: 'LATE' },
    );

    expect(collectionSentence([derby], about)).toBe(
      'Of 5 returns of Derby for October 2026, 1 is in use, 1 has come and waits for approval, 1 is not due yet and 2 are late (beds and demand).',
    );
  });

  test('tells what waits for the hub from what its authority still has', () => {
    const forHub = { return: { id: '1', status: 'APPROVED', locked: true } } as const;
    const derby = collectionOf(
      'Derby',
      inUse,
      { state: 'RECEIVED', ...forHub },
      { state: 'RECEIVED' },
      { state: 'RECEIVED' },
    );

    expect(collectionSentence([derby], { ...about, own: [] })).toBe(
      'Of 4 returns of D2N2 for October 2026, 1 is in use, 1 waits for the hub to accept it and 2 have come and wait for approval.',
    );
  });

  test('is short where all stand alike', () => {
    expect(collectionSentence([collectionOf('Derby', inUse, inUse)], about)).toBe(
      'All 2 returns of Derby for October 2026 are in use.',
    );
  });

  test('is of own authorities only', () => {
    const all = [collectionOf('Derby', inUse), collectionOf('Nottingham', { state: 'LATE' })];

    expect(collectionSentence(all, about)).toBe('The return of Derby for October 2026 is in use.');
  });

  test('is of the consortium for a hub, and says whose is late', () => {
    const all = [collectionOf('Derby', inUse), collectionOf('Nottingham', { state: 'LATE' })];

    expect(collectionSentence(all, { ...about, own: [] })).toBe(
      'Of 2 returns of D2N2 for October 2026, 1 is in use and 1 is late (beds of Nottingham).',
    );
  });

  test('leaves out what is not shared, and says so where nothing is', () => {
    const all = [collectionOf('Nottingham', { state: 'NOT_SHARED' })];

    expect(collectionSentence(all, { ...about, own: [] })).toBe(
      'Nothing of the returns of D2N2 for October 2026 is shared with you.',
    );
  });
});

describe('late returns of other months', () => {
  test('are counted', () => {
    const derby = collectionOf(
      'Derby',
      { state: 'LATE' },
      { state: 'LATE', period: '2026-09' },
      { state: 'IN_USE', period: '2026-08' },
    );

    expect(earlierLateSentence([derby], '2026-10')).toBe('Of other months, one is late.');
  });

  test('are not mentioned where there are none', () => {
    expect(earlierLateSentence([collectionOf('Derby', { state: 'LATE' })], '2026-10')).toBeNull();
  });
});
