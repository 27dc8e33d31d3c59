import { expect, test } from 'vitest';
import { clockSentence, limitText, timeText } from './clock-words.ts';
import type { FosteringClock } from './clocks-query.ts';

const measure = {
  started: 40,
  finished: 6,
  open: 30,
  openLate: 9,
  left: 4,
  late: 9,
  onTime: 5,
  onTimeShare: 35.7,
  median: 140,
  percentile90: 171,
  curveMedian: null,
  curvePercentile90: null,
  followedTo: 200,
  held: 0,
  backLoaded: 0,
  outOfOrder: 0,
  synthetic: true,
  curve: [],
};

const clock: FosteringClock = {
  limit: 6,
  unit: 'MONTHS',
  from: { code: 'RECEIVED', title: 'Enquiry received' },
  to: { code: 'APPROVAL', title: 'Approval' },
  total: measure,
  rows: [],
};

test('does not let a young hub be flattered by its fast cases', () => {
  expect(clockSentence(clock, { key: 'all', title: 'all together', part: measure })).toBe(
    'Enquiry received to approval, all together: half of the 6 who got there took up to 140 days; counting the 30 still on their way, half have not got there yet. Within 6 months: 36 % of those of whom it is settled.',
  );
});

test('says what it counts in', () => {
  const answered = { ...clock, limit: 1, unit: 'WORKING_DAYS' as const };

  expect([limitText(answered), timeText(1.25, answered), timeText(null, answered)]).toEqual([
    '1 working day',
    '1.3 working days',
    '–',
  ]);
});
