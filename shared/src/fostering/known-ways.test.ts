import { expect, test } from 'vitest';
import { knownOn } from './known-ways.ts';

const reached = [
  { stage: 'RECEIVED', day: 0 },
  { stage: 'PANEL', day: 100 },
];

test('nothing is known before it happened, and those back-loaded are open and not followed', () => {
  const ways = [
    { reached, end: { day: 120, isApproved: true }, backLoaded: false },
    { reached: reached.slice(0, 1), end: { day: 95, isApproved: false }, backLoaded: false },
    { reached, end: { day: 120, isApproved: false }, backLoaded: true },
    { reached: [{ stage: 'RECEIVED', day: 111 }], end: null, backLoaded: false },
  ];

  expect(knownOn(ways, 110)).toEqual({
    open: [
      { stage: 'PANEL', age: 10, cohort: 1, households: 1 },
      { stage: 'PANEL', age: 10, cohort: 1, households: 1 },
    ],
    stays: new Map([
      [
        'RECEIVED',
        [
          { stage: 'RECEIVED', days: 100, next: 'PANEL', households: 1 },
          { stage: 'RECEIVED', days: 95, next: 'LEFT', households: 1 },
        ],
      ],
      ['PANEL', [{ stage: 'PANEL', days: 10, next: 'OPEN', households: 1 }]],
    ]),
    came: [
      { daysAgo: 110, enquiries: 1, approved: 0 },
      { daysAgo: 110, enquiries: 1, approved: 0 },
    ],
  });
  expect(knownOn(ways, 120).came[0]).toEqual({ daysAgo: 120, enquiries: 1, approved: 1 });
  expect(knownOn(ways, 120).open).toEqual([
    { stage: 'RECEIVED', age: 9, cohort: 0, households: 1 },
  ]);
});
