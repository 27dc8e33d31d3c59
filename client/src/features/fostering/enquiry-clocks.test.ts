import { describe, expect, test } from 'vitest';
import { stageTimes } from './enquiry-clocks.ts';

const stages = [
  { code: 'RECEIVED', clock: null },
  { code: 'FIRST-RESPONSE', clock: { from: 'RECEIVED', limit: 1, unit: 'WORKING_DAYS' } },
  { code: 'STAGE1-START', clock: null },
  { code: 'STAGE1-END', clock: { from: 'STAGE1-START', limit: 30, unit: 'DAYS' } },
  { code: 'APPROVAL', clock: { from: 'RECEIVED', limit: 1, unit: 'MONTHS' } },
] as const;

const times = (
  days: Readonly<Record<string, string>>,
  more: { readonly closedOn?: string; readonly holds?: readonly [string, string][] } = {},
) =>
  Object.fromEntries(
    stageTimes(
      stages,
      {
        reached: Object.entries(days).map(([stage, on]) => ({ stage, on })),
        closedOn: more.closedOn ?? null,
        events: (more.holds ?? []).map(([kind, on]) => ({ kind, on, retractedAt: null })),
      },
      '2026-03-10',
    ),
  );

describe('how long an enquiry took', () => {
  test('to a first response is counted in working days: a weekend is none', () => {
    // 2026-01-02 is a Friday, 2026-01-05 the Monday after.
    expect(times({ RECEIVED: '2026-01-02', 'FIRST-RESPONSE': '2026-01-05' })).toMatchObject({
      'FIRST-RESPONSE': { days: 1, isLate: false, state: 'REACHED' },
    });
    expect(times({ RECEIVED: '2026-01-02', 'FIRST-RESPONSE': '2026-01-06' })).toMatchObject({
      'FIRST-RESPONSE': { days: 2, isLate: true, state: 'REACHED' },
    });
  });

  test('runs until today where it is not there yet', () => {
    expect(times({ RECEIVED: '2026-02-10' })).toMatchObject({
      APPROVAL: { days: 28, isLate: false, state: 'RUNNING' },
    });
    expect(times({ RECEIVED: '2026-02-09' })).toMatchObject({
      APPROVAL: { days: 29, isLate: true, state: 'RUNNING' },
    });
  });

  test('leaves days on hold out, those that go on too', () => {
    const days = { RECEIVED: '2026-01-02', 'STAGE1-START': '2026-01-10' };
    expect(
      times(days, {
        holds: [
          ['ON-HOLD', '2026-01-05'],
          ['RESUMED', '2026-01-20'],
          ['ON-HOLD', '2026-03-01'],
        ],
      }),
    ).toMatchObject({ 'STAGE1-END': { days: 59 - 10 - 9, isLate: true, state: 'RUNNING' } });
  });

  test('ends where the enquiry ended, or went past the stage', () => {
    expect(times({ RECEIVED: '2026-01-02' }, { closedOn: '2026-01-06' })).toMatchObject({
      'FIRST-RESPONSE': { days: 2, state: 'LEFT' },
      APPROVAL: { days: 4, state: 'LEFT' },
    });
    expect(times({ RECEIVED: '2026-01-02', 'STAGE1-START': '2026-01-05' })).toMatchObject({
      'FIRST-RESPONSE': { days: 1, state: 'LEFT' },
    });
  });

  test('is not told before its clock starts', () => {
    expect(times({ RECEIVED: '2026-01-02' })).not.toHaveProperty('STAGE1-END');
  });
});
