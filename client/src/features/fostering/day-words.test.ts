import { expect, test } from 'vitest';
import { daySentence, lateTitle } from './day-words.ts';

const answering = {
  running: 12,
  late: 5,
  limit: 1,
  unit: 'WORKING_DAYS' as const,
  from: { code: 'RECEIVED', title: 'Enquiry received' },
  to: { code: 'FIRST-RESPONSE', title: 'First response' },
  enquiries: [],
};
const day = {
  today: '2026-11-22',
  open: 90,
  onHold: 2,
  unattributed: 1,
  queries: 0,
  awaiting: answering,
  pastLimit: [{ ...answering, late: 7, limit: 6, unit: 'MONTHS' as const }],
};

test('says first who waits for an answer, and what is late', () => {
  expect(daySentence(day)).toBe(
    'Today 12 enquiries wait for a first response, 5 of them for longer than 1 working day; 7 clocks are past the limit; 1 is attributed to no authority yet.',
  );
});

test('names a clock by its stages and its limit', () => {
  expect(day.pastLimit.map(lateTitle)).toEqual([
    'Enquiry received to first response: 7 past 6 months',
  ]);
});
