import { calendarMonth } from '@sufficiency/shared/indicators/period.ts';
import { cameInTime } from '@sufficiency/shared/returns/collection-calendar.ts';
import { describe, expect, test } from 'vitest';
import { dayOf } from '../../platform/clock.ts';
import { plannedReturns } from './demonstration-plan.ts';

const plannedBy = (authority: string, instant: string) =>
  plannedReturns(authority, { now: new Date(instant), day: instant.slice(0, 10) });

const periodsOf = (authority: string, instant: string, dataset: string) =>
  plannedBy(authority, instant)
    .filter((planned) => planned.dataset === dataset)
    .map(({ period, version }) => `${period} v${version}`);

describe('the plan of a demonstration’s returns', () => {
  test.each([
    ['2024-04-30T22:00:00Z', 0],
    ['2024-05-01T06:00:00Z', 1],
    ['2024-06-01T06:00:00Z', 2],
    ['2026-11-22T12:00:00Z', 31],
  ])('at %s holds the months that have ended', (instant, months) => {
    expect(periodsOf('E06000015', instant, 'beds')).toHaveLength(months);
  });

  test('lets nothing be accepted in the future, nor before its month has ended', () => {
    const now = '2024-06-01T06:00:00Z';

    const planned = plannedBy('E06000015', now);

    expect(planned.filter(({ acceptedAt }) => acceptedAt > new Date(now))).toEqual([]);
    expect(planned.filter(({ acceptedAt }) => acceptedAt < new Date('2024-05-01'))).toEqual([]);
  });

  test('has most come in time and some late, each within its month’s window and before it is accepted', () => {
    const planned = plannedBy('E06000015', '2026-11-22T12:00:00Z');
    const late = planned.filter((one) => !cameInTime(one, dayOf(one.receivedAt)));

    expect(late.length / planned.length).toBeGreaterThan(0.05);
    expect(late.length / planned.length).toBeLessThan(0.15);
    // Beds are due first.
    expect(late.filter(({ dataset }) => dataset === 'beds').length).toBeLessThan(8);
    expect(
      planned.filter((one) => dayOf(one.receivedAt) <= calendarMonth(one.period).endsOn),
    ).toEqual([]);
    expect(planned.filter((one) => one.receivedAt > one.acceptedAt)).toEqual([]);
  });

  test('leaves Nottingham’s fostering late, month after month', () => {
    const fostering = (instant: string) => periodsOf('E06000018', instant, 'fostering').at(-1);

    expect(fostering('2026-11-30T12:00:00Z')).toBe('2026-09 v1');
    expect(fostering('2026-12-20T12:00:00Z')).toBe('2026-10 v1');
  });

  test('has Derbyshire send its placements again, six weeks after the first time', () => {
    const september = (instant: string) =>
      periodsOf('E10000007', instant, 'placements').filter((line) => line.startsWith('2025-09'));

    expect(september('2025-11-01T12:00:00Z')).toEqual(['2025-09 v1']);
    expect(september('2025-12-15T12:00:00Z')).toEqual(['2025-09 v1', '2025-09 v2']);
  });
});
