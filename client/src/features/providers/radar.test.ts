import { expect, test } from 'vitest';
import { dayScale, decisionsSentence, ticks } from './radar.ts';
import type { RadarDate, RadarItem } from './radar-queries.ts';

const item = (reference: string, dates: RadarDate[]): RadarItem => ({
  kind: 'BLOCK',
  reference,
  title: `Block contract ${reference}`,
  startsOn: null,
  endsOn: null,
  extendedTo: null,
  authority: null,
  framework: null,
  contract: null,
  dates,
  overdue: [],
});
const date = (kind: RadarDate['kind'], on: string): RadarDate => ({ kind, on, sentence: '' });

test('the lead says what needs a decision within half a year, and leaves out ends and later days', () => {
  const items = [
    item('B1', [date('RECOMMISSION_START', '2027-01-31'), date('END', '2027-02-28')]),
    item('B2', [date('NOTICE_BY', '2026-12-31'), date('EXTENSION_DECISION', '2027-05-22')]),
  ];

  expect(decisionsSentence({ from: '2026-11-22', items })).toBe(
    '2 decisions are due before 22 May 2027 about 2 frameworks and contracts. First, by 31 December 2026: give notice for Block contract B2.',
  );
});

test('the lead says so where nothing does', () => {
  expect(decisionsSentence({ from: '2026-11-22', items: [item('B1', [])] })).toBe(
    'Nothing here needs a decision before 22 May 2027.',
  );
});

test('the lead counts what was due before and is not recorded', () => {
  const late = { ...item('B1', []), overdue: [date('EXTENSION_DECISION', '2026-09-30')] };

  expect(decisionsSentence({ from: '2026-11-22', items: [late] })).toBe(
    'Nothing here needs a decision before 22 May 2027. One was due before today and is not recorded as made.',
  );
});

test('days stand in proportion, and those before and after at the edges', () => {
  const scale = dayScale({ from: '2026-01-01', until: '2027-01-01' }, 365);

  expect(['2025-06-01', '2026-01-11', '2026-07-02', '2030-01-01'].map(scale)).toEqual([
    0, 10, 182, 365,
  ]);
});

test('half-years are marked, or years where there is little room', () => {
  const time = { from: '2026-11-22', until: '2028-11-22' };

  expect(ticks(time, 9)).toEqual(['2027-04-01', '2027-10-01', '2028-04-01', '2028-10-01']);
  expect(ticks(time, 3)).toEqual(['2027-04-01', '2028-04-01']);
});
