import { describe, expect, test } from 'vitest';
import { codeOf, collectionOf } from './collection.fixture.ts';
import { reminderSentence } from './return-reminder.ts';

const november = { period: '2026-11', dueOn: '2026-12-10' };
const sentenceFor = (
  permission: string,
  ...months: readonly Parameters<typeof collectionOf>[1][]
): string | null =>
  reminderSentence([collectionOf('Derby', ...months.flatMap((month) => month ?? []))], {
    own: [codeOf('Derby')],
    permissions: [permission],
  });
const sent = (status: 'SUBMITTED' | 'READY' | 'PROBLEMS', id: string = status) => ({
  return: { id, status, locked: false },
});

describe('the reminder of returns', () => {
  test('says what is due, by when, and what waits for an approver', () => {
    expect(
      sentenceFor(
        'return:approve',
        november,
        november,
        { state: 'RECEIVED', ...sent('SUBMITTED') },
        { state: 'RECEIVED', ...sent('READY') },
      ),
    ).toBe('2 returns for November are due by 10 December; 1 waits for your approval.');
  });

  test('says first what is late, and from when on the next are due', () => {
    expect(
      sentenceFor(
        'return:submit',
        { state: 'LATE' },
        { ...november, dueOn: '2026-12-07' },
        november,
        { state: 'RECEIVED', ...sent('READY') },
      ),
    ).toBe(
      '1 return for October is late; 2 for November are due by 10 December, the first by 7 December; 1 waits to be submitted.',
    );
  });

  test('tells what has errors once', () => {
    expect(sentenceFor('return:submit', { state: 'LATE', ...sent('PROBLEMS') })).toBe(
      '1 return for October is late.',
    );
    expect(
      sentenceFor('return:submit', {
        state: 'IN_USE',
        newer: { id: 'second', status: 'PROBLEMS', version: 2 },
      }),
    ).toBe('1 return has errors to mend.');
  });

  test('is silent where nothing is due, late or waiting', () => {
    expect(sentenceFor('return:submit', { state: 'IN_USE' })).toBeNull();
  });
});
