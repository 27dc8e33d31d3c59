import type { ReturnStatus } from '@sufficiency/shared/returns/return-states.ts';
import { describe, expect, test } from 'vitest';
import { aMonth, codeOf, collectionOf } from './collection.fixture.ts';
import { collectionWords, ownFirst, shownMonth, waitingFor } from './collection.ts';

describe('the month that is shown', () => {
  const periods = ['2026-08', '2026-09', '2026-10'];

  test('is the latest unless the address names one', () => {
    expect(shownMonth({ periods }, null)).toEqual({
      period: '2026-10',
      before: '2026-09',
      after: null,
    });
  });

  test('is the one that the address names, between its neighbours', () => {
    expect(shownMonth({ periods }, '2026-09')).toEqual({
      period: '2026-09',
      before: '2026-08',
      after: '2026-10',
    });
  });

  test('is the latest where the address names one that there is not', () => {
    expect(shownMonth({ periods }, '1999-01').period).toBe('2026-10');
  });
});

test('own authorities come first, the others in their order', () => {
  const all = [collectionOf('Derby'), collectionOf('Nottingham'), collectionOf('Telford')];

  const shown = ownFirst(all, { own: [codeOf('Telford')] });

  expect(shown.map(({ authority }) => authority.name)).toEqual(['Telford', 'Derby', 'Nottingham']);
});

describe('a state in words', () => {
  const sent = (status: ReturnStatus) => ({ return: { id: '1', status, locked: false } });
  const newer = (status: ReturnStatus) => ({ newer: { id: '2', status, version: 2 } });

  test.each([
    [{ state: 'NOT_DUE' }, 'Not due yet', 'due 5 Nov'],
    [{ state: 'NOT_DUE', ...sent('WITHDRAWN') }, 'Not due yet', 'withdrawn, due 5 Nov'],
    [{ state: 'LATE' }, 'Late', 'was due 5 Nov'],
    [{ state: 'LATE', ...sent('PROBLEMS') }, 'Late', 'has errors, was due 5 Nov'],
    [{ state: 'LATE', ...sent('WITHDRAWN') }, 'Late', 'withdrawn, was due 5 Nov'],
    [{ state: 'LATE', ...sent('SUPERSEDED') }, 'Late', 'was due 5 Nov'],
    [{ state: 'RECEIVED', onTime: true, ...sent('SUBMITTED') }, 'For approval', null],
    [{ state: 'RECEIVED', onTime: false, ...sent('PROBLEMS') }, 'Problems', 'came late'],
    [{ state: 'RECEIVED', onTime: true }, 'With the authority', null],
    [
      { state: 'RECEIVED', onTime: false, ...sent('SUPERSEDED') },
      'With the authority',
      'came late',
    ],
    [{ state: 'LATE', ...sent('READY') }, 'Late', 'checked, not yet submitted, was due 5 Nov'],
    [{ state: 'IN_USE', onTime: true }, 'In use', null],
    [{ state: 'IN_USE', onTime: false }, 'In use', 'came late'],
    [{ state: 'IN_USE', ...newer('READY') }, 'In use', 'version 2 ready to submit'],
    [
      { state: 'IN_USE', onTime: false, ...newer('PROBLEMS') },
      'In use',
      'version 2 has errors, came late',
    ],
    [{ state: 'NOT_SHARED' }, 'Not shared', null],
  ] as const)('%o', (given, word, note) => {
    expect(collectionWords(aMonth(given))).toEqual({ word, note });
  });
});

describe('what waits for somebody', () => {
  const sent = (status: 'PROBLEMS' | 'SUBMITTED' | 'APPROVED', period = '2026-10') => ({
    period,
    return: { id: `${status} ${period}`, status, locked: false },
  });
  const all = [
    collectionOf('Derby', sent('PROBLEMS'), sent('SUBMITTED', '2026-09'), sent('APPROVED')),
    collectionOf('Nottingham', sent('APPROVED', '2026-09'), sent('APPROVED')),
  ];
  const waiting = (own: readonly string[], permission: string) =>
    waitingFor(all, { own, permissions: [permission] }).map(({ id, what }) => [id, what]);

  test('is for a sender what has errors', () => {
    expect(waiting([codeOf('Derby')], 'return:submit')).toEqual([
      ['PROBLEMS 2026-10', 'mend its errors'],
    ]);
  });

  test('is for an approver what was submitted', () => {
    expect(waiting([codeOf('Derby')], 'return:approve')).toEqual([
      ['SUBMITTED 2026-09', 'approve it'],
    ]);
  });

  test('is a newer version than the one in use', () => {
    const reopened = collectionOf('Derby', {
      return: { id: 'first', status: 'ACCEPTED', locked: false },
      newer: { id: 'second', status: 'READY', version: 2 },
    });
    const reader = { own: [codeOf('Derby')], permissions: ['return:submit'] };

    expect(waitingFor([reopened], reader)).toMatchObject([
      { id: 'second', what: 'submit it for approval' },
    ]);
  });

  test('is for the hub what others have approved, the latest month first', () => {
    expect(waiting([codeOf('Derby')], 'return:accept')).toEqual([
      ['APPROVED 2026-10', 'accept it'],
      ['APPROVED 2026-09', 'accept it'],
    ]);
  });
});
